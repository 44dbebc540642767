import { v7 as uuidV7 } from "uuid";

import type { Actor } from "@/lib/domain/access/actor";
import { canStudyQuestion } from "@/lib/domain/access/question-access";
import { recallAt } from "@/lib/domain/scheduling/schedule-review";
import type { EntryKind } from "@/lib/domain/study/action-contract";
import type { QueueItem } from "@/lib/domain/study/queue-contract";
import type { Undone, UndoRequest, UndoResponse } from "@/lib/domain/study/undo-contract";
import { findCard } from "@/lib/server/db/cards";
import { database, type Db } from "@/lib/server/db/client";
import { findMark } from "@/lib/server/db/question-marks";
import { getReviewLog, lockLog } from "@/lib/server/db/review-log";
import { findReview, findReviewEdit } from "@/lib/server/db/reviews";
import {
  createUndo,
  findStudyAction,
  findUndo,
  listActionEntries,
  type ActionEntry,
} from "@/lib/server/db/study-actions";
import { findWithheld } from "@/lib/server/db/withheld";
import { getStudySettings } from "@/lib/server/db/study-settings";
import { AppError } from "@/lib/server/errors";
import { toQueueItem } from "@/lib/server/study/queue-item";
import { toChangedReview } from "@/lib/server/study/review-view";
import { studyIndexFor, type StudyIndex } from "@/lib/server/study/study-index";
import { ASKS_AGAIN, takeBack } from "@/lib/server/study/take-back";

type Target = Pick<ActionEntry, "target" | "id">;

/**
 * Takes back the last thing the learner did: an answer, a changed rating or an action,
 * of the last thirty, whatever device it was done on. The log keeps it, marked, and the
 * cards are replayed without it. The same undo sent again takes back nothing more.
 */
export async function studyUndo(
  actor: Actor,
  request: UndoRequest,
  now: Date,
): Promise<UndoResponse> {
  // Read before: a transaction that waits for another connection can wait for itself.
  const index = await studyIndexFor(actor.id);
  return database().$transaction(
    async (db) => {
      await lockLog(db, actor.id);
      const target =
        (await findDone(db, actor.id, request)) ?? (await takeBackLast(db, actor.id, request, now));
      return target ? reply(db, actor.id, target, index, now) : NOTHING;
    },
    { timeout: 60_000 },
  );
}

const NOTHING: UndoResponse = { undone: null, item: null, changed: null };

/** What this undo took back when it was first sent. */
async function findDone(db: Db, userId: string, { id }: UndoRequest): Promise<Target | null> {
  const undo = id === undefined ? null : await findUndo(db, userId, id);
  return undo && { target: undo.target as Target["target"], id: undo.targetId };
}

async function takeBackLast(
  db: Db,
  userId: string,
  { id = uuidV7(), entryId }: UndoRequest,
  now: Date,
): Promise<Target | null> {
  const entries = await listActionEntries(db, userId);
  const last = entries.find(({ undoneAt }) => undoneAt === null) ?? null;
  if (entryId !== undefined && last?.id !== entryId) {
    throw new AppError("conflict", "Something newer was done meanwhile. Look at the list again.");
  }
  if (!last) return null;
  await takeBack(db, userId, last, now);
  await createUndo(db, { userId, id, target: last.target, targetId: last.id, at: now });
  return last;
}

async function reply(
  db: Db,
  userId: string,
  target: Target,
  index: StudyIndex,
  now: Date,
): Promise<UndoResponse> {
  const undone = await describe(db, userId, target);
  const item =
    undone.questionId !== null && ASKS_AGAIN.has(undone.kind)
      ? await askAgain(db, userId, undone.questionId, undone.kind, { index, now })
      : null;
  return { undone, item, changed: await changedRating(db, userId, target, now) };
}

async function describe(db: Db, userId: string, { target, id }: Target): Promise<Undone> {
  if (target === "action") {
    const action = await findStudyAction(db, userId, id);
    if (!action) throw new Error(`Action ${id} is missing`);
    const { kind, questionId } = action;
    return { entryId: id, kind, questionId, reviewId: null, version: null, rating: null };
  }
  const edit = target === "edit" ? await findReviewEdit(db, userId, id) : null;
  const review = await findReview(db, userId, edit?.reviewId ?? id);
  if (!review) throw new Error(`Review ${id} is missing`);
  return {
    entryId: id,
    kind: edit ? "rating" : kindOfPurpose(review.purpose),
    questionId: review.questionId,
    reviewId: review.id,
    version: review.questionVersion,
    rating: review.rating,
  };
}

const kindOfPurpose = (purpose: string): EntryKind =>
  purpose === "drill" || purpose === "retry" ? purpose : "answer";

async function changedRating(db: Db, userId: string, { target, id }: Target, now: Date) {
  const edit = target === "edit" ? await findReviewEdit(db, userId, id) : null;
  const review = edit && (await findReview(db, userId, edit.reviewId));
  if (!review || review.undoneAt) return null;
  const log = await getReviewLog(db, userId, review.questionId);
  return toChangedReview(review, log, { now, settings: await getStudySettings(db, userId) });
}

const REASONS = { learning: "learning", relearning: "learning", review: "due" } as const;

/** The question as it was asked before; null when it is not asked any more. */
async function askAgain(
  db: Db,
  userId: string,
  questionId: string,
  kind: EntryKind,
  { index, now }: { index: StudyIndex; now: Date },
): Promise<QueueItem | null> {
  const published = index.published(questionId);
  const withheld = await findWithheld(db, userId, now);
  if (!published || !canStudyQuestion(questionId, withheld)) return null;
  const key = { userId, questionId };
  const card = await findCard(db, key);
  const mark = await findMark(db, userId, questionId);
  const shared = {
    purpose: kind === "drill" ? ("drill" as const) : ("study" as const),
    flagged: mark !== null && mark.flaggedAt !== null,
    lesson: false,
  };
  if (!card) {
    const pick = { reason: "new", state: "new", recall: null, reps: 0 } as const;
    return toQueueItem(userId, published, { ...pick, ...shared });
  }
  return toQueueItem(userId, published, {
    reason: REASONS[card.state],
    state: card.state,
    recall: recallAt(card, now, await getStudySettings(db, userId)),
    reps: card.reps,
    ...shared,
  });
}
