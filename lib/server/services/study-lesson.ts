import type { Actor } from "@/lib/domain/access/actor";
import { canStudyQuestion, type Withheld } from "@/lib/domain/access/question-access";
import { drawQuestion } from "@/lib/domain/questions/draw-question";
import type { Answer } from "@/lib/domain/questions/grade-answer";
import { reveal } from "@/lib/domain/questions/reveal";
import { toPublic } from "@/lib/domain/questions/to-public";
import { lessonLapse } from "@/lib/domain/scheduling/leech";
import type { LessonRequest, LessonResponse, Mistake } from "@/lib/domain/study/lesson-contract";
import { GradedAnswerSchema } from "@/lib/domain/study/question-shapes";
import { findVersion } from "@/lib/server/content/catalogue";
import { findCard } from "@/lib/server/db/cards";
import { database } from "@/lib/server/db/client";
import { saveLesson } from "@/lib/server/db/question-marks";
import { listMistakes, type StoredReview } from "@/lib/server/db/reviews";
import { findWithheld } from "@/lib/server/db/withheld";
import { AppError } from "@/lib/server/errors";
import { findLessonPractice } from "@/lib/server/study/lesson-practice";
import { studyIndexFor } from "@/lib/server/study/study-index";

const MOST_MISTAKES = 4;

/** The learner's own wrong answers to a question, and something like it to try next. */
export async function studyLesson(
  actor: Actor,
  { questionId }: LessonRequest,
  now: Date,
): Promise<LessonResponse> {
  const withheld = await requireQuestion(actor, questionId, now);
  const db = database();
  const [card, reviews] = await Promise.all([
    findCard(db, { userId: actor.id, questionId }),
    listMistakes(db, actor.id, questionId, MOST_MISTAKES),
  ]);
  if (!card || reviews.length === 0) throw new AppError("not-found", "There is no lesson in this.");
  const mistakes = await Promise.all(reviews.map(toMistake));
  const shown = mistakes.flatMap((mistake) => mistake ?? []);
  return {
    questionId,
    lapses: card.lapses,
    mistakes: shown,
    ...(await findLessonPractice(actor.id, questionId, card.reps, shown, withheld)),
  };
}

/** Notes that the learner went through the lesson: the next one comes after four more lapses. */
export async function finishLesson(
  actor: Actor,
  { questionId }: LessonRequest,
  now: Date,
): Promise<{ lessonAtLapse: number }> {
  await requireQuestion(actor, questionId, now);
  const key = { userId: actor.id, questionId };
  const card = await findCard(database(), key);
  const lessonAtLapse = lessonLapse(card?.lapses ?? 0);
  if (lessonAtLapse > 0) await saveLesson(database(), key, lessonAtLapse);
  return { lessonAtLapse };
}

/** Returns what is withheld from the learner. */
async function requireQuestion(actor: Actor, questionId: string, now: Date): Promise<Withheld> {
  const [index, withheld] = await Promise.all([
    studyIndexFor(actor.id),
    findWithheld(database(), actor.id, now),
  ]);
  if (!index.published(questionId) || !canStudyQuestion(questionId, withheld)) {
    throw new AppError("not-found", "There is no such question.");
  }
  return withheld;
}

async function toMistake(review: StoredReview): Promise<Mistake | null> {
  const content = await findVersion(review.questionId, review.questionVersion);
  if (!content) return null;
  const drawn = drawQuestion(content, review.seed);
  return {
    reviewId: review.id,
    reviewedAt: review.reviewedAt.toISOString(),
    question: toPublic(drawn, review.questionVersion),
    answer: review.answer as Answer,
    graded: GradedAnswerSchema.parse(review.graded),
    reveal: reveal(drawn),
  };
}
