/** What markers send of one answer. */
import { z } from "zod";

import { AssignmentRefSchema } from "@/lib/domain/quizzes/assignment-input";

const IdSchema = z.uuid().toLowerCase();

const fromJson = (value: unknown): unknown => {
  if (typeof value !== "string") return value;
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
};

export const MarkSchema = AssignmentRefSchema.extend({
  userId: IdSchema,
  attemptId: IdSchema,
  position: z.coerce.number().int().min(0),
  /** When the mark that was looked at was given: another since then is a conflict. */
  gradedAt: z.iso.datetime(),
  /** Ticks on the marking points, a share of the points where there are none, or null to take the mark back. */
  mark: z.preprocess(
    fromJson,
    z.union([z.array(z.boolean()).min(1).max(20), z.number().min(0).max(1), z.null()]),
  ),
  comment: z.string().trim().max(5_000, "Use at most 5,000 characters.").default(""),
});
export type MarkInput = z.output<typeof MarkSchema>;
