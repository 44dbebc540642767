import { v7 as uuidV7 } from "uuid";

import { dueBeforeExam } from "@/lib/domain/scheduling/exam-eve";
import type { ReviewLog } from "@/lib/domain/scheduling/replay";
import { createEvents, undoOwnMoves, type NewEvent } from "@/lib/server/db/card-events";
import { findCards } from "@/lib/server/db/cards";
import type { Db } from "@/lib/server/db/client";
import { getStudySettings } from "@/lib/server/db/study-settings";
import { changeLog } from "@/lib/server/study/replay-cards";

type Of = { userId: string; at: Date };

/** `since`: when the first of the answers that change was given. */
type OfAnswers = Of & { since: Date };

/**
 * As `changeLog`, for what was answered: whatever the log now leads to, no card falls due
 * after the eve of the exam that the learner is preparing for. The log says so by a move
 * that no action owns; the next change makes it anew. Moves that levelled days by what the
 * answers had led to are gone with them: the next night levels by what holds then.
 */
export async function changeAnswers(
  db: Db,
  of: OfAnswers,
  questionIds: readonly string[],
  change: () => Promise<unknown>,
): Promise<ReviewLog[]> {
  const logs = await changeLog(db, of.userId, questionIds, async () => {
    await change();
    await undoOwnMoves(db, of.userId, questionIds, of.since, of.at);
  });
  return (await keepBeforeExam(db, of, questionIds)) ?? logs;
}

/** Brings those of the cards before the exam that replaying led past it; null when there are none. */
export async function keepBeforeExam(
  db: Db,
  { userId, at }: Of,
  questionIds: readonly string[],
): Promise<ReviewLog[] | null> {
  const settings = await getStudySettings(db, userId);
  if (settings.exam === null || settings.examDate === null) return null;
  let last = at.getTime();
  const moves: NewEvent[] = [];
  for (const card of await findCards(db, userId, questionIds)) {
    const dueAt = dueBeforeExam(card, at, settings);
    if (!dueAt) continue;
    moves.push({ questionId: card.questionId, dueAt });
    // A move of the millisecond of the answer might be folded before it.
    last = Math.max(last, card.lastReviewAt.getTime() + 1);
  }
  if (moves.length === 0) return null;
  const event = { userId, actionId: uuidV7(), cause: "exam-eve", at: new Date(last) } as const;
  return changeLog(db, userId, questionIds, () => createEvents(db, event, moves));
}
