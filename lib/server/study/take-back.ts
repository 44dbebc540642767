import type { EntryKind } from "@/lib/domain/study/action-contract";
import type { Rating } from "@/lib/domain/study/rating";
import {
  listLevelled,
  listQuestionsOfAction,
  undoEvents,
  undoOwnMoves,
} from "@/lib/server/db/card-events";
import type { Db } from "@/lib/server/db/client";
import { findSpanOfImport, markImportUndone } from "@/lib/server/db/import-reviews";
import { saveMark, UNMARKED } from "@/lib/server/db/question-marks";
import {
  findReview,
  findReviewEdit,
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
      return takeBackReview(db, userId, entry.id, now);
    case "edit":
      return takeBackEdit(db, userId, entry.id, now);
    case "action":
      return takeBackAction(db, userId, entry.id, now);
  }
}

async function takeBackReview(db: Db, userId: string, id: string, now: Date): Promise<void> {
  const review = await findReview(db, userId, id);
  if (!review) return;
  const of = { userId, at: now, since: review.reviewedAt };
  await changeAnswers(db, of, [review.questionId], () => markReviewsUndone(db, userId, [id], now));
}

async function takeBackEdit(db: Db, userId: string, id: string, now: Date): Promise<void> {
  const edit = await findReviewEdit(db, userId, id);
  const review = edit && (await findReview(db, userId, edit.reviewId));
  if (!review) return;
  const of = { userId, at: now, since: review.reviewedAt };
  await changeAnswers(db, of, [review.questionId], async () => {
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
  // Days were levelled for the exam that was set then, be it by cards that it had not moved.
  const levelled = action.kind === "exam" ? await listLevelled(db, userId, action.at) : [];
  const questionIds = [...new Set([...moved, ...levelled])];
  if (questionIds.length > 0) {
    await changeLog(db, userId, questionIds, async () => {
      await undoEvents(db, userId, id, now);
      await undoOwnMoves(db, userId, questionIds, action.at, now);
    });
  }
  await restore(db, action, now);
  // Only now is the exam in force that holds from here on.
  await keepBeforeExam(db, { userId, at: now }, questionIds);
}

async function restore(db: Db, { userId, questionId, before, after }: StudyAction, now: Date) {
  if (questionId !== null && before.mark !== undefined) {
    await saveMark(db, { userId, questionId }, before.mark ?? UNMARKED);
  }
  if (before.settings) {
    const { version: _version, weights: _weights, ...current } = await getStudySettings(db, userId);
    await appendStudySettings(db, userId, { ...current, ...before.settings }, now);
  }
  if (after.importedAt) await takeBackImport(db, userId, new Date(after.importedAt), now);
}

/** So many questions at a time, as each has its whole log in memory while it is replayed. */
const QUESTIONS_AT_ONCE = 200;

async function takeBackImport(db: Db, userId: string, importedAt: Date, now: Date): Promise<void> {
  const span = await findSpanOfImport(db, userId, importedAt);
  if (!span) return;
  const of = { userId, at: now, since: span.since };
  for (let start = 0; start < span.questionIds.length; start += QUESTIONS_AT_ONCE) {
    const questionIds = span.questionIds.slice(start, start + QUESTIONS_AT_ONCE);
    await changeAnswers(db, of, questionIds, () =>
      markImportUndone(db, { userId, importedAt, questionIds }, now),
    );
  }
}

/** Actions after whose taking back the question itself is shown again. */
export const ASKS_AGAIN: ReadonlySet<EntryKind> = new Set([
  "answer",
  "drill",
  "bury",
  "suspend",
  "reset",
]);
