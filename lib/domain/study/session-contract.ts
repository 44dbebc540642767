/** `GET /api/v1/study/sessions`: what can be studied now, and how much of it there is. */
import { z } from "zod";

import { SESSION_MODES } from "@/lib/domain/study/queue-contract";

const count = z.int().min(0);

const SessionChoiceSchema = z.object({
  id: z.string(),
  title: z.string(),
  /** Due now. */
  due: count,
  /** New questions that today has room for. */
  new: count,
  /** All its questions that may be drilled. */
  all: count,
});
export type SessionChoice = z.output<typeof SessionChoiceSchema>;

export const SessionsResponseSchema = z.object({
  modes: z.object(
    Object.fromEntries(SESSION_MODES.map((mode) => [mode, count])) as Record<
      (typeof SESSION_MODES)[number],
      typeof count
    >,
  ),
  /** How many answers fit into ten minutes, at the learner's own pace. */
  fitsTenMinutes: count,
  secondsPerAnswer: z.number(),
  banks: z.array(SessionChoiceSchema),
  domains: z.array(SessionChoiceSchema),
});
export type SessionsResponse = z.output<typeof SessionsResponseSchema>;
