import type { EntryKind } from "@/lib/domain/study/action-contract";
import type { Rating } from "@/lib/domain/study/rating";
import { listQuestionsOfAction, undoEvents, undoEveMoves } from "@/lib/server/db/card-events";
import type { Db } from "@/lib/server/db/client";
import { saveMark, UNMARKED } from "@/lib/server/db/question-marks";
import {
  findReview,
  findReviewEdit,
  listQuestionsOfReviews,
  markEditUndone,
  markReviewsUndone,
  updateReview,
} from "@/lib/server/db/reviews";
import {
  findStudyAction,
  markActionUndone,
  type ActionEntry,
  type StudyAction,
} from "@/lib/server/db/study-actions";
import { appendStudySettings, getStudySettings } from "@/lib/server/db/study-settings";
import { changeAnswers, keepBeforeExam } from "@/lib/server/study/change-answers";
import { changeLog } from "@/lib/server/study/replay-cards";

type Target = Pick<ActionEntry, "target" | "id">;

/** Takes one entry of the list back, field for field. The caller's transaction holds the log's lock. */
export async function takeBack(db: Db, userId: string, entry: Target, now: Date): Promise<void> {
  switch (entry.target) {
    case "review":
      return takeBackReviews(db, userId, [entry.id], now);
    case "edit":
      return takeBackEdit(db, userId, entry.id, now);
    case "action":
      return takeBackAction(db, userId, entry.id, now);
  }
}

async function takeBackReviews(db: Db, userId: string, ids: string[], now: Date): Promise<void> {
  const questionIds = await listQuestionsOfReviews(db, userId, ids);
  await changeAnswers(db, { userId, at: now }, questionIds, () =>
    markReviewsUndone(db, userId, ids, now),
  );
}

async function takeBackEdit(db: Db, userId: string, id: string, now: Date): Promise<void> {
  const edit = await findReviewEdit(db, userId, id);
  const review = edit && (await findReview(db, userId, edit.reviewId));
  if (!review) return;
  await changeAnswers(db, { userId, at: now }, [review.questionId], async () => {
    await markEditUndone(db, userId, id, now);
    await updateReview(db, review, {
      rating: edit.fromRating as Rating,
      selfMarks: edit.fromMarks as boolean[] | null,
    });
  });
}

async function takeBackAction(db: Db, userId: string, id: string, now: Date): Promise<void> {
  const action = await findStudyAction(db, userId, id);
  if (!action) return;
  await markActionUndone(db, userId, id, now);
  const moved = await listQuestionsOfAction(db, userId, id);
  if (moved.length > 0) {
    await changeLog(db, userId, moved, async () => {
      await undoEvents(db, userId, id, now);
      await undoEveMoves(db, userId, moved, now);
    });
  }
  await restore(db, action, now);
  // Only now is the exam in force that holds from here on.
  await keepBeforeExam(db, { userId, at: now }, moved);
}

async function restore(db: Db, { userId, questionId, before, after }: StudyAction, now: Date) {
  if (questionId !== null && before.mark !== undefined) {
    await saveMark(db, { userId, questionId }, before.mark ?? UNMARKED);
  }
  if (before.settings) {
    const { version: _version, weights: _weights, ...current } = await getStudySettings(db, userId);
    await appendStudySettings(db, userId, { ...current, ...before.settings }, now);
  }
  if (after.reviewIds) await takeBackReviews(db, userId, after.reviewIds, now);
}

/** Actions after whose taking back the question itself is shown again. */
export const ASKS_AGAIN: ReadonlySet<EntryKind> = new Set([
  "answer",
  "drill",
  "bury",
  "suspend",
  "reset",
]);
