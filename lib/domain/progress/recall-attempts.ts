/**
 * The answers that tell what is remembered: of each question, the first answer of a day
 * to what was answered on an earlier day. Steps of minutes are left out, as they ask of
 * what was just seen; so is practice, and what was taken back. Again says forgotten; any
 * other rating says recalled.
 */
import { predictRecalls, type RatedReview } from "@/lib/domain/scheduling/predicted-recall";

export type RecallAttempt = {
  questionId: string;
  at: Date;
  /** The learner's days since the answer before it; at least 1. */
  elapsedDays: number;
  /** Probability of recall that was expected; 0 to 1. */
  predicted: number;
  recalled: boolean;
  /** The how manieth day with an answer to this question it is; at least 2. */
  number: number;
  /** Attempts before this one in which it was forgotten. */
  lapses: number;
};

/** One question's log: evidence that stands, in order of time. */
export function recallAttempts(
  questionId: string,
  reviews: readonly RatedReview[],
  resets: readonly Date[] = [],
): RecallAttempt[] {
  const attempts: RecallAttempt[] = [];
  let [days, lapses] = [0, 0];
  for (const [index, { elapsedDays, predicted }] of predictRecalls(reviews, resets).entries()) {
    const review = reviews[index];
    if (!review) continue;
    if (elapsedDays === null || predicted === null) {
      // New, or started afresh: what came before is forgotten on purpose.
      [days, lapses] = [1, 0];
      continue;
    }
    if (elapsedDays === 0) continue;
    days += 1;
    const recalled = review.rating > 1;
    attempts.push({
      questionId,
      at: review.reviewedAt,
      elapsedDays,
      predicted,
      recalled,
      number: days,
      lapses,
    });
    if (!recalled) lapses += 1;
  }
  return attempts;
}
