import type { Card } from "@/lib/domain/scheduling/card";
import { replay, type ReviewLog } from "@/lib/domain/scheduling/replay";
import { lockCards, saveReplayed } from "@/lib/server/db/cards";
import type { Db } from "@/lib/server/db/client";
import { getReviewLogs } from "@/lib/server/db/review-log";

/**
 * Changes the log of some questions and stores what replaying it gives. The caller's
 * transaction holds the log's lock; answers given meanwhile wait for the cards, or find
 * them changed and decide anew.
 */
export async function changeLog(
  db: Db,
  userId: string,
  questionIds: readonly string[],
  change: () => Promise<unknown>,
): Promise<ReviewLog[]> {
  const ids = [...new Set(questionIds)].sort();
  const existing = await lockCards(db, userId, ids);
  await change();
  const logs = await getReviewLogs(db, userId, ids);
  await saveReplayed(db, userId, await replayAll(logs), existing);
  return logs;
}

/** Replayed in one go; then others get their turn. */
const REVIEWS_AT_ONCE = 300;

async function replayAll(logs: readonly ReviewLog[]): Promise<Map<string, Card | null>> {
  const cards = new Map<string, Card | null>();
  let replayed = 0;
  for (const log of logs) {
    cards.set(log.questionId, replay(log));
    replayed += log.reviews.length;
    if (replayed < REVIEWS_AT_ONCE) continue;
    replayed = 0;
    await new Promise(setImmediate);
  }
  return cards;
}
