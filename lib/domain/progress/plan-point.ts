import type { SimulatedStudy } from "@/lib/domain/scheduling/simulate-study";

/** What so many minutes a day lead to, and the limits that make the product ask for just that. */
export type PlanPoint = {
  minutes: number;
  /** Expected on exam day, 0 to 1. */
  readiness: number;
  /** Questions seen by exam day. */
  seen: number;
  questions: number;
  newPerDay: number;
  reviewsPerDay: number;
};

const MOST_PER_DAY = 999;

/** `reviewsPerDay` leaves out the fullest tenth of the days: a limit is for the others. */
export function toPlanPoint(
  minutes: number,
  { readiness, seen, days, recall }: SimulatedStudy,
): PlanPoint {
  const withNew = days.filter(({ fresh }) => fresh > 0);
  const fresh = withNew.reduce((sum, day) => sum + day.fresh, 0);
  const reviews = days.map((day) => day.reviews).sort((a, b) => a - b);
  return {
    minutes,
    readiness,
    seen,
    questions: recall.length,
    newPerDay: withNew.length === 0 ? 0 : limit(Math.round(fresh / withNew.length), 1),
    reviewsPerDay: limit(reviews[Math.floor(reviews.length * 0.9)] ?? 0, 1),
  };
}

const limit = (count: number, least: number): number =>
  Math.min(MOST_PER_DAY, Math.max(least, count));
