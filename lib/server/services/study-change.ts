import { v7 as uuidV7 } from "uuid";

import type { Actor } from "@/lib/domain/access/actor";
import { suggestRatingFromMarks } from "@/lib/domain/scheduling/suggest-rating";
import type { ChangedReview, ChangeReview } from "@/lib/domain/study/answer-contract";
import { GradedAnswerSchema } from "@/lib/domain/study/question-shapes";
import { isEvidence } from "@/lib/domain/study/purpose";
import type { Rating } from "@/lib/domain/study/rating";
import { database, type Db } from "@/lib/server/db/client";
import { getReviewLog, lockLog } from "@/lib/server/db/review-log";
import {
  createReviewEdit,
  findReview,
  updateReview,
  type StoredReview,
} from "@/lib/server/db/reviews";
import { getStudySettings } from "@/lib/server/db/study-settings";
import { AppError } from "@/lib/server/errors";
import { changeAnswers } from "@/lib/server/study/change-answers";
import { toChangedReview } from "@/lib/server/study/review-view";

/**
 * Changes the rating of a review, or marks an open answer, as if it had been so at once:
 * the log keeps what was changed, the card is replayed.
 */
export async function studyChange(
  actor: Actor,
  input: ChangeReview & { id: string },
  now: Date,
): Promise<ChangedReview> {
  return database().$transaction(async (db) => {
    await lockLog(db, actor.id);
    const review = await findReview(db, actor.id, input.id);
    if (!review) throw new AppError("not-found", "There is no such answer.");
    if (review.undoneAt) throw new AppError("conflict", "This answer was taken back.");

    if (!isEvidence(review.purpose) && !input.marks) {
      throw new AppError("conflict", "This was practice: it has no rating.");
    }
    const changed = withChange(review, input);
    await saveChange(db, review, changed, now);
    const log = await getReviewLog(db, actor.id, review.questionId);
    return toChangedReview(changed, log, { now, settings: await getStudySettings(db, actor.id) });
  });
}

function withChange(review: StoredReview, change: ChangeReview): StoredReview {
  const { marks } = change;
  if (!marks) return { ...review, rating: change.rating ?? review.rating };
  const { detail } = GradedAnswerSchema.parse(review.graded);
  const points = detail.kind === "open" ? detail.suggested.length : 0;
  if (marks.length !== points) {
    const message =
      points === 0 ? "This answer has nothing to mark." : `Mark all ${points} points, each once.`;
    throw new AppError("invalid", message, { fields: { marks: [message] } });
  }
  const rating: Rating = change.rating ?? suggestRatingFromMarks(marks, review);
  return { ...review, rating, selfMarks: marks };
}

async function saveChange(db: Db, before: StoredReview, after: StoredReview, now: Date) {
  const { userId, id, questionId, rating, selfMarks } = after;
  const sameMarks = JSON.stringify(before.selfMarks) === JSON.stringify(selfMarks);
  if (before.rating === rating && sameMarks) return;

  const of = { userId, at: now, since: before.reviewedAt };
  await changeAnswers(db, of, [questionId], async () => {
    await updateReview(db, after, { rating, selfMarks });
    await createReviewEdit(db, {
      userId,
      id: uuidV7(),
      reviewId: id,
      fromRating: before.rating,
      toRating: rating,
      fromMarks: before.selfMarks,
      marks: selfMarks,
      editedAt: now,
    });
  });
}
