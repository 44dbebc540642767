/**
 * What the fitting of FSRS's weights to one learner is made from, and how weights are
 * judged: by how well they foretell the newest fifth of the reviews, which they were not
 * fitted to. Weights that only learned the past by heart would fail there.
 */
import { logLoss, rmseInBins } from "@/lib/domain/progress/calibration";
import { recallAttempts } from "@/lib/domain/progress/recall-attempts";
import type { SchedulingSettings } from "@/lib/domain/scheduling/card";
import { predictRecalls } from "@/lib/domain/scheduling/predicted-recall";
import type { Rating } from "@/lib/domain/study/rating";

/** One question's answers that are evidence and stand, and when it was started afresh; both in order of time. */
export type QuestionEvidence = {
  questionId: string;
  reviews: readonly { rating: Rating; reviewedAt: Date }[];
  resets: readonly Date[];
};

/** One question's answers up to one that is learned from. The first has 0 days before it. */
export type TrainingItem = { rating: Rating; elapsedDays: number }[];

export type Judgement = { attempts: number; logLoss: number; rmseInBins: number };

/** Fewer reviews than this say too little: fits to 200 were worse than the defaults in most trials. */
export const FEWEST_REVIEWS_TO_FIT = 400;
/** A fit is tried again when so many reviews have come. */
export const NEW_REVIEWS_TO_FIT = 100;
const HELD_OUT_SHARE = 0.2;
/** What databases and texts keep exactly, and more than the optimiser means. */
const WEIGHT_DIGITS = 6;

export const roundWeights = (weights: readonly number[]): number[] =>
  weights.map((weight) => Number(weight.toFixed(WEIGHT_DIGITS)));

/** The time from which on reviews are held out; after all of them when there are none. */
export function heldOutFrom(evidence: readonly QuestionEvidence[]): Date {
  const times = evidence
    .flatMap(({ reviews }) => reviews.map(({ reviewedAt }) => reviewedAt.getTime()))
    .sort((a, b) => a - b);
  const time = times[Math.floor(times.length * (1 - HELD_OUT_SHARE))];
  return new Date(time ?? 8.64e15);
}

export function trainingItems(
  evidence: readonly QuestionEvidence[],
  settings: SchedulingSettings,
  until: Date,
): TrainingItem[] {
  return evidence.flatMap(({ reviews, resets }) => {
    const known = reviews.filter(({ reviewedAt }) => reviewedAt < until);
    const items: TrainingItem[] = [];
    let answers: TrainingItem = [];
    for (const [index, { elapsedDays }] of predictRecalls(
      known.map((review) => ({ ...review, settings })),
      resets,
    ).entries()) {
      const rating = known[index]?.rating ?? 1;
      answers = elapsedDays === null ? [] : answers;
      answers = [...answers, { rating, elapsedDays: elapsedDays ?? 0 }];
      if (elapsedDays !== null && elapsedDays > 0) items.push(answers);
    }
    return items;
  });
}

/** How well the weights of these settings foretell the answers from a time on; null without any. */
export function judgeWeights(
  evidence: readonly QuestionEvidence[],
  settings: SchedulingSettings,
  from: Date,
): Judgement | null {
  const attempts = evidence
    .flatMap(({ questionId, reviews, resets }) =>
      recallAttempts(
        questionId,
        reviews.map((review) => ({ ...review, settings })),
        resets,
      ),
    )
    .filter(({ at }) => at >= from);
  if (attempts.length === 0) return null;
  return {
    attempts: attempts.length,
    logLoss: logLoss(attempts),
    rmseInBins: rmseInBins(attempts),
  };
}
