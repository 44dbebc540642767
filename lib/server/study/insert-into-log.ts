import { replay, type ReviewLog } from "@/lib/domain/scheduling/replay";
import { lockCard, saveReplayed } from "@/lib/server/db/cards";
import { database } from "@/lib/server/db/client";
import { createReview, getReviewLog, lockLog, type NewReview } from "@/lib/server/db/reviews";

/**
 * Puts a review where it belongs in the log, be that before others, and replays the
 * card. Throws a unique violation when the review, or a card that was missing, has
 * appeared meanwhile.
 */
export async function insertIntoLog(review: NewReview): Promise<ReviewLog> {
  const { userId, questionId } = review;
  return database().$transaction(async (db) => {
    await lockLog(db, userId);
    const exists = await lockCard(db, { userId, questionId });
    await createReview(db, review);
    const log = await getReviewLog(db, userId, questionId);
    await saveReplayed(db, { userId, questionId }, replay(log), exists);
    return log;
  });
}
