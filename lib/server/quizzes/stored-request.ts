import { z } from "zod";

import { RULINGS } from "@/lib/domain/quizzes/regrade-item";

const RulingSchema = z.object({ ruling: z.enum(RULINGS), reason: z.string() });

/** What a regrade is to do, as it is kept with it. */
export const StoredRequestSchema = z.object({
  keys: z.boolean().default(false),
  points: z.boolean().default(false),
  rulings: z.record(z.string(), RulingSchema).default({}),
  rulingsBefore: z.record(z.string(), RulingSchema).default({}),
});
export type StoredRequest = z.output<typeof StoredRequestSchema>;
