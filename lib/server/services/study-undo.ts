import { v7 as uuidV7 } from "uuid";

import type { Actor } from "@/lib/domain/access/actor";
import { canStudyQuestion } from "@/lib/domain/access/question-access";
import type { Card } from "@/lib/domain/scheduling/card";
import { recallAt } from "@/lib/domain/scheduling/schedule-review";
import type { QueueItem } from "@/lib/domain/study/queue-contract";
import type { UndoRequest, UndoResponse } from "@/lib/domain/study/undo-contract";
import { findCard } from "@/lib/server/db/cards";
import { database, type Db } from "@/lib/server/db/client";
import {
  findLastReview,
  findReview,
  updateReview,
  type StoredReview,
} from "@/lib/server/db/reviews";
import { lockLog } from "@/lib/server/db/review-log";
import { getStudySettings } from "@/lib/server/db/study-settings";
import { NOTHING_WITHHELD } from "@/lib/server/db/study-facts";
import { toQueueItem } from "@/lib/server/study/queue-item";
import { changeLog } from "@/lib/server/study/replay-cards";
import { studyIndex } from "@/lib/server/study/study-index";

/**
 * Takes back the learner's last answer: it stays in the log, marked, and the card is
 * replayed without it. The same action sent again takes back nothing more.
 */
export async function studyUndo(
  actor: Actor,
  request: UndoRequest,
  now: Date,
): Promise<UndoResponse> {
  const undone = await database().$transaction(async (db) => {
    await lockLog(db, actor.id);
    const done = request.id ? await findUndone(db, actor.id, request.id) : null;
    return done ?? takeBackLast(db, actor.id, request.id ?? uuidV7(), now);
  });
  if (!undone) return { undone: null, item: null };
  return {
    undone: {
      reviewId: undone.id,
      questionId: undone.questionId,
      version: undone.questionVersion,
      rating: undone.rating,
    },
    item: await askAgain(actor, undone.questionId, now),
  };
}

/** What this action took back when it was first sent. */
async function findUndone(db: Db, userId: string, actionId: string): Promise<StoredReview | null> {
  const undo = await db.undo.findUnique({ where: { userId_id: { userId, id: actionId } } });
  return undo && findReview(db, userId, undo.targetId);
}

async function takeBackLast(
  db: Db,
  userId: string,
  actionId: string,
  now: Date,
): Promise<StoredReview | null> {
  const review = await findLastReview(db, userId);
  if (!review) return null;
  const { id, questionId } = review;
  await changeLog(db, userId, [questionId], async () => {
    await updateReview(db, { userId, id }, { undoneAt: now });
    await db.undo.create({
      data: { userId, id: actionId, target: "review", targetId: id, at: now },
    });
  });
  return review;
}

const REASONS = { learning: "learning", relearning: "learning", review: "due" } as const;

/** The question as it was asked before the answer; null when it is not asked any more. */
async function askAgain(actor: Actor, questionId: string, now: Date): Promise<QueueItem | null> {
  const index = await studyIndex();
  const published = index.published(questionId);
  if (!published || !canStudyQuestion(questionId, NOTHING_WITHHELD)) return null;
  const card: Card | null = await findCard(database(), { userId: actor.id, questionId });
  if (!card) {
    const pick = { reason: "new", state: "new", recall: null, reps: 0 } as const;
    return toQueueItem(actor.id, published, pick);
  }
  const settings = await getStudySettings(database(), actor.id);
  return toQueueItem(actor.id, published, {
    reason: REASONS[card.state],
    state: card.state,
    recall: recallAt(card, now, settings),
    reps: card.reps,
  });
}
