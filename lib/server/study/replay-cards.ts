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
  const cards = new Map(logs.map((log) => [log.questionId, replay(log)]));
  await saveReplayed(db, userId, cards, existing);
  return logs;
}
