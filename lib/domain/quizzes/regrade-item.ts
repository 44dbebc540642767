/** What a newer key, or other points, mean for a mark that was given. */
import { itemPoints } from "@/lib/domain/quizzes/score-attempts";

export const REGRADE_POLICIES = ["replace", "raise-only"] as const;
export type RegradePolicy = (typeof REGRADE_POLICIES)[number];

/** The part of a mark that a regrade may change. */
export type Mark = {
  /** Version of the question whose key judged it. */
  gradedVersion: number;
  outcome: string;
  /** 0 to 1; null until somebody marks it. */
  score: number | null;
  /** Points of a full answer. */
  points: number;
};

/**
 * The mark after a regrade; null when it stays, though a newer key may say so too. With "raise-only" nobody loses points by
 * it, be it that the key got stricter or the question is worth less.
 */
export function regradedMark(before: Mark, after: Mark, policy: RegradePolicy): Mark | null {
  const [was, willBe] = [pointsOf(before), pointsOf(after)];
  if (policy === "raise-only" && was !== null && (willBe ?? 0) < was) return null;
  const isSame =
    was === willBe && before.points === after.points && before.outcome === after.outcome;
  return isSame ? null : after;
}

const pointsOf = ({ points, score }: Mark): number | null =>
  itemPoints({ points, score, override: null });
