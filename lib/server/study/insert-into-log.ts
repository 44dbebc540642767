import type { ReviewLog } from "@/lib/domain/scheduling/replay";
import { database } from "@/lib/server/db/client";
import { getReviewLog, lockLog } from "@/lib/server/db/review-log";
import { createReview, type NewReview } from "@/lib/server/db/reviews";
import { changeAnswers } from "@/lib/server/study/change-answers";

/**
 * Puts a review where it belongs in the log, be that before others, and replays the
 * card. Throws a unique violation when the review, or a card that was missing, has
 * appeared meanwhile.
 */
export async function insertIntoLog(review: NewReview): Promise<ReviewLog> {
  const { userId, questionId, reviewedAt, recordedAt: at } = review;
  return database().$transaction(async (db) => {
    await lockLog(db, userId);
    const [log] = await changeAnswers(db, { userId, at, since: reviewedAt }, [questionId], () =>
      createReview(db, review),
    );
    return log ?? getReviewLog(db, userId, questionId);
  });
}
