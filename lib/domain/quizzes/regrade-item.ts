/** What a newer key, other points, or a ruling mean for a mark that was given. */
import { itemPoints } from "@/lib/domain/quizzes/score-attempts";

export const REGRADE_POLICIES = ["replace", "raise-only"] as const;
export type RegradePolicy = (typeof REGRADE_POLICIES)[number];

/** What an instructor decides of a question for everybody: all its points, or that it does not count. */
export const RULINGS = ["full", "left-out"] as const;
export type Ruling = (typeof RULINGS)[number];

/** With the reason, which stands beside each mark that it gave. */
export type RulingInForce = { ruling: Ruling; reason: string };

/** The part of a mark that a regrade may change. */
export type Mark = {
  /** Version of the question whose key judged it. */
  gradedVersion: number;
  outcome: string;
  /** 0 to 1; null until somebody marks it. */
  score: number | null;
  /** Points of a full answer. */
  points: number;
  /** Points given by hand, or by a ruling, which stand above the score. */
  override: number | null;
  overrideReason: string | null;
};

/**
 * The mark after a regrade; null when it stays, though a newer key may say so too. With
 * "raise-only" nobody loses points by it, be it that the key got stricter or the question
 * is worth less.
 */
export function regradedMark<M extends Mark>(
  before: Mark,
  after: M,
  policy: RegradePolicy,
): M | null {
  const [was, willBe] = [itemPoints(before), itemPoints(after)];
  if (policy === "raise-only" && was !== null && (willBe ?? 0) < was) return null;
  const isSame =
    was === willBe &&
    before.points === after.points &&
    before.outcome === after.outcome &&
    before.override === after.override &&
    before.overrideReason === after.overrideReason;
  return isSame ? null : after;
}

/** Whether the points of a mark come from this ruling and not from a person who looked at the answer. */
export const isByRuling = (mark: Mark, ruling: RulingInForce | null): boolean =>
  ruling !== null && mark.override !== null && mark.overrideReason === ruling.reason;

/** The mark of whoever has no points by hand, as a ruling has it. */
export const ruledMark = <M extends Mark>(mark: M, { ruling, reason }: RulingInForce): M => {
  const points = ruling === "full" ? mark.points : 0;
  return { ...mark, points, override: points, overrideReason: reason };
};

/** The mark as it is without the ruling; `points` are what a full answer gives then. */
export const withoutRuling = <M extends Mark>(mark: M, points: number): M => ({
  ...mark,
  points,
  override: null,
  overrideReason: null,
});
