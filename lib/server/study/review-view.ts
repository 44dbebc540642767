import {
  applyMove,
  cardBefore,
  replay,
  settingsOf,
  type ReviewLog,
} from "@/lib/domain/scheduling/replay";
import { dueBeforeExam } from "@/lib/domain/scheduling/exam-eve";
import { cardKey, type Card, type SchedulingSettings } from "@/lib/domain/scheduling/card";
import { previewRatings } from "@/lib/domain/scheduling/schedule-review";
import { shareOfMarks } from "@/lib/domain/scheduling/suggest-rating";
import type {
  Alternative,
  ChangedReview,
  NextDue,
  ReviewView,
} from "@/lib/domain/study/answer-contract";
import { OutcomeSchema } from "@/lib/domain/study/question-shapes";
import { isEvidence } from "@/lib/domain/study/purpose";
import { RATINGS, type Rating } from "@/lib/domain/study/rating";
import type { ReviewFacts } from "@/lib/server/db/reviews";

/** What the learner is told of a review: the same for one just made and one found in the log. */
export const toReviewView = (review: ReviewFacts): ReviewView => ({
  id: review.id,
  purpose: review.purpose,
  questionId: review.questionId,
  questionVersion: review.questionVersion,
  outcome: OutcomeSchema.parse(review.outcome),
  score: review.selfMarks ? shareOfMarks(review.selfMarks) : review.score,
  rating: review.rating,
  suggestedRating: review.suggestedRating,
  marks: review.selfMarks,
  reviewedAt: review.reviewedAt.toISOString(),
});

/** The card after each rating that a review could have. */
export type Futures = Record<Rating, Card>;

export const futuresOf = (
  before: Card | null,
  review: Pick<ReviewFacts, "userId" | "questionId" | "reviewedAt">,
  settings: SchedulingSettings,
): Futures =>
  previewRatings(
    before,
    { reviewedAt: review.reviewedAt, cardKey: cardKey(review.userId, review.questionId) },
    settings,
  );

/** What holds now, whatever held when a review was made. */
export type InForce = { now: Date; settings: SchedulingSettings };

/** As `futuresOf`, for a review that is in the log; none of them passes the exam that is set by now. */
export function futuresInLog(
  log: ReviewLog,
  review: ReviewFacts,
  { now, settings }: InForce,
): Futures {
  const own = settingsOf(log, review.settingsVersion);
  const futures = futuresOf(cardBefore(log, { ...review, undoneAt: null }), review, own);
  const inTime = (card: Card): Card => {
    const dueAt = dueBeforeExam(card, now, settings);
    return dueAt ? applyMove(card, dueAt, own) : card;
  };
  return {
    1: inTime(futures[1]),
    2: inTime(futures[2]),
    3: inTime(futures[3]),
    4: inTime(futures[4]),
  };
}

export const toNextDue = (card: Card): NextDue => ({
  dueAt: card.dueAt.toISOString(),
  intervalDays: card.scheduledDays,
  state: card.state,
  stability: card.stability,
  difficulty: card.difficulty,
});

export const toAlternatives = (futures: Futures): Alternative[] =>
  RATINGS.map((rating) => ({
    rating,
    dueAt: futures[rating].dueAt.toISOString(),
    intervalDays: futures[rating].scheduledDays,
  }));

/** The dates that an answer in the log leads to; practice leads to none, and the card's own stays. */
export function datesInLog(
  log: ReviewLog,
  review: ReviewFacts,
  inForce: InForce,
): { next: NextDue | null; alternatives: Alternative[] } {
  if (!isEvidence(review.purpose)) return datesOfPractice(replay(log));
  const futures = futuresInLog(log, review, inForce);
  return { next: toNextDue(futures[review.rating]), alternatives: toAlternatives(futures) };
}

export const datesOfPractice = (card: Card | null) => ({
  next: card && toNextDue(card),
  alternatives: [],
});

export const toChangedReview = (
  review: ReviewFacts,
  log: ReviewLog,
  inForce: InForce,
): ChangedReview => ({
  review: toReviewView(review),
  ...datesInLog(log, review, inForce),
});
