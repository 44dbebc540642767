/**
 * What FSRS expected before each answer. Only the memory is folded here, not the dates:
 * stability and difficulty follow from the days and ratings alone, so that a whole log is
 * gone through in a fraction of what a replay of its cards takes.
 */
import type { SchedulingSettings } from "@/lib/domain/scheduling/card";
import { dayNumber } from "@/lib/domain/scheduling/learner-day";
import { memoryMath, type Memory, type MemoryMath } from "@/lib/domain/scheduling/memory-step";
import type { Rating } from "@/lib/domain/study/rating";

/** A review that is evidence and not undone; the settings are those it was made under. */
export type RatedReview = { rating: Rating; reviewedAt: Date; settings: SchedulingSettings };

export type Prediction = {
  /** The learner's days since the last review; null for the first. */
  elapsedDays: number | null;
  /** Probability of recall before the review; null for the first. */
  predicted: number | null;
};

type LastMemory = Memory & { lastReviewAt: Date };

/**
 * The prediction before each of one question's reviews, which are given in order of
 * time. `resets` are the instants, in order too, at which the question was started afresh.
 */
export function predictRecalls(
  reviews: readonly RatedReview[],
  resets: readonly Date[],
): Prediction[] {
  let memory: LastMemory | null = null;
  let nextReset = 0;
  return reviews.map((review) => {
    for (; (resets[nextReset] ?? review.reviewedAt) < review.reviewedAt; nextReset++) memory = null;
    const { rating, reviewedAt, settings } = review;
    const math = mathOf(settings);
    const prediction = predict(memory, review, math);
    const next = math.next(memory, prediction.elapsedDays ?? 0, rating);
    memory = { ...next, lastReviewAt: reviewedAt };
    return prediction;
  });
}

function predict(
  memory: LastMemory | null,
  { reviewedAt, settings }: RatedReview,
  math: MemoryMath,
): Prediction {
  if (!memory) return { elapsedDays: null, predicted: null };
  const elapsedDays = Math.max(
    0,
    dayNumber(reviewedAt, settings) - dayNumber(memory.lastReviewAt, settings),
  );
  return { elapsedDays, predicted: math.recall(elapsedDays, memory.stability) };
}

/** The versions of a learner's settings are few, and their reviews many. */
const maths = new WeakMap<SchedulingSettings, MemoryMath>();

function mathOf(settings: SchedulingSettings): MemoryMath {
  const math = maths.get(settings) ?? memoryMath(settings);
  maths.set(settings, math);
  return math;
}
