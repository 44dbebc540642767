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
 * Weights that came into force in between remember the question anew from then on, as a
 * replay does: their first predictions are theirs, not a mixture with those before.
 */
export function predictRecalls(
  reviews: readonly RatedReview[],
  resets: readonly Date[],
): Prediction[] {
  let memory: LastMemory | null = null;
  /** What the memory was folded from since the question was new. */
  let answers: RatedReview[] = [];
  let nextReset = 0;
  return reviews.map((review) => {
    for (; (resets[nextReset] ?? review.reviewedAt) < review.reviewedAt; nextReset++) {
      memory = null;
      answers = [];
    }
    memory = rememberedWith(review.settings.weights, memory, answers);
    const math = mathOf(review.settings);
    const prediction = predict(memory, review, math);
    memory = afterReview(memory, prediction.elapsedDays ?? 0, review, math);
    answers.push(review);
    return prediction;
  });
}

/** The memory that these weights make of the answers. */
function rememberedWith(
  weights: readonly number[],
  memory: LastMemory | null,
  answers: readonly RatedReview[],
): LastMemory | null {
  const last = answers.at(-1);
  if (!last || isSame(last.settings.weights, weights)) return memory;
  return answers.reduce<LastMemory | null>((folded, answer) => {
    const elapsedDays = folded ? daysSince(folded, answer) : 0;
    return afterReview(folded, elapsedDays, answer, memoryMath({ ...answer.settings, weights }));
  }, null);
}

const afterReview = (
  memory: LastMemory | null,
  elapsedDays: number,
  { rating, reviewedAt }: RatedReview,
  math: MemoryMath,
): LastMemory => ({ ...math.next(memory, elapsedDays, rating), lastReviewAt: reviewedAt });

const daysSince = ({ lastReviewAt }: LastMemory, { reviewedAt, settings }: RatedReview): number =>
  Math.max(0, dayNumber(reviewedAt, settings) - dayNumber(lastReviewAt, settings));

const isSame = (a: readonly number[], b: readonly number[]): boolean =>
  a === b || (a.length === b.length && a.every((weight, index) => weight === b[index]));

function predict(memory: LastMemory | null, review: RatedReview, math: MemoryMath): Prediction {
  if (!memory) return { elapsedDays: null, predicted: null };
  const elapsedDays = daysSince(memory, review);
  return { elapsedDays, predicted: math.recall(elapsedDays, memory.stability) };
}

/** The versions of a learner's settings are few, and their reviews many. */
const maths = new WeakMap<SchedulingSettings, MemoryMath>();

function mathOf(settings: SchedulingSettings): MemoryMath {
  const math = maths.get(settings) ?? memoryMath(settings);
  maths.set(settings, math);
  return math;
}
