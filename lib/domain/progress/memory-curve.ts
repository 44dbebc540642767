import { recallAfter } from "@/lib/domain/scheduling/memory-model";

export type CurvePoint = { day: number; recall: number };

type CurveInput = {
  stability: number;
  weights: readonly number[];
  /** Numbers of the learner's days. */
  lastReviewDay: number;
  dueDay: number;
  today: number;
};

const FEWEST_DAYS = 14;
const MOST_POINTS = 60;

/**
 * Recall of a question from the day of its last answer on, if it is not asked again:
 * until well after it falls due, today and the due day always among the points.
 */
export function memoryCurve(input: CurveInput): CurvePoint[] {
  const { stability, weights, lastReviewDay, dueDay, today } = input;
  const due = Math.max(0, dueDay - lastReviewDay);
  const now = Math.max(0, today - lastReviewDay);
  const length = Math.max(FEWEST_DAYS, Math.ceil(due * 1.5), Math.ceil(now * 1.2));
  const step = Math.max(1, Math.ceil(length / MOST_POINTS));
  const days = new Set([due, now, length]);
  for (let day = 0; day < length; day += step) days.add(day);
  return [...days]
    .sort((a, b) => a - b)
    .map((day) => ({ day: lastReviewDay + day, recall: recallAfter(day, stability, weights) }));
}
