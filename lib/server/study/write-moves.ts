import type { Db } from "@/lib/server/db/client";
import { createEvents, type EventCause } from "@/lib/server/db/card-events";
import { lockLog } from "@/lib/server/db/review-log";
import { changeLog } from "@/lib/server/study/replay-cards";

/** Makes a card due at a time: the start of one of the learner's days. */
export type Move = { questionId: string; dueAt: Date };

/**
 * Moves cards to other days as part of one StudyAction, within the transaction that
 * writes the action: undoing it undoes them together. A card that is in a learning step
 * at that moment, or that the learner has none of, stays as it is.
 */
export async function writeMoves(
  db: Db,
  of: { userId: string; actionId: string; cause: EventCause; at: Date },
  moves: readonly Move[],
): Promise<void> {
  if (moves.length === 0) return;
  await lockLog(db, of.userId);
  const questionIds = moves.map(({ questionId }) => questionId);
  await changeLog(db, of.userId, questionIds, () => createEvents(db, of, moves));
}
