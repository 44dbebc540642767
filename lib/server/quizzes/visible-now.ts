import {
  FeedbackPolicySchema,
  visibleParts,
  type FeedbackPart,
  type FeedbackPolicy,
} from "@/lib/domain/quizzes/feedback-policy";
import { database } from "@/lib/server/db/client";
import type { StoredAssignment } from "@/lib/server/db/quizzes";
import { isClosedForAll } from "@/lib/server/quizzes/closed-for-all";

export type VisibleNow = {
  policy: FeedbackPolicy;
  parts: Record<FeedbackPart, boolean>;
  isReleased: boolean;
};

/** What is shown now of a submitted attempt at an assignment. */
export async function visibleNow(
  assignment: StoredAssignment,
  timeZone: string,
  now: Date,
): Promise<VisibleNow> {
  const policy = FeedbackPolicySchema.parse(assignment.feedback);
  const isReleased = assignment.releasedAt !== null && assignment.releasedAt <= now;
  const parts = visibleParts(policy, {
    isSubmitted: true,
    isClosedForAll: await isClosedForAll(database(), assignment, timeZone, now),
    isReleased,
  });
  return { policy, parts, isReleased };
}
