/** Which answers of a quiz are to be learned again. */
import type { Outcome } from "@/lib/domain/questions/question-kind";
import { itemPoints, type ItemMark } from "@/lib/domain/quizzes/score-attempts";
import { ENOUGH_MARKS, suggestRating } from "@/lib/domain/scheduling/suggest-rating";

const BY_ONESELF = { usedHint: false, tries: 1 };
const AGAIN = 1;

/**
 * Whether study would have called it Again; null while nobody has marked it. Where a
 * person gave the points, their share decides, as the share of marks does in study.
 */
export function isMiss(mark: ItemMark & { outcome: Outcome }): boolean | null {
  const points = itemPoints(mark);
  if (points === null) return null;
  const isByHand =
    mark.override !== null || mark.outcome === "self-mark" || mark.outcome === "cannot-judge";
  if (isByHand) return mark.points > 0 && points / mark.points < ENOUGH_MARKS;
  return suggestRating(mark.outcome, BY_ONESELF) === AGAIN;
}
