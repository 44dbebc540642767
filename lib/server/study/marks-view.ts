import type { Marks } from "@/lib/domain/study/action-contract";
import type { QuestionMark } from "@/lib/server/db/question-marks";

/** What the learner is told of a question's marks; one set aside until a time that has passed is not any more. */
export const toMarks = (mark: QuestionMark | null, now: Date): Marks => ({
  suspended: mark !== null && mark.suspendedAt !== null,
  buriedUntil: mark?.buriedUntil && mark.buriedUntil > now ? mark.buriedUntil.toISOString() : null,
  flagged: mark !== null && mark.flaggedAt !== null,
});
