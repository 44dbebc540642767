/** From marks of questions to what an assignment counts. */

export const COUNTING = ["best", "last", "first", "mean"] as const;
export type Counting = (typeof COUNTING)[number];

export type ItemMark = {
  /** Points of a full answer. */
  points: number;
  /** 0 to 1; null until somebody marks it. */
  score: number | null;
  /** Points given by hand instead. */
  override: number | null;
};

/** Points of one question; null until it is marked. */
export const itemPoints = ({ points, score, override }: ItemMark): number | null =>
  override ?? (score === null ? null : toHundredths(score * points));

/** What full answers to all questions of an attempt give, by the points that they were asked for. */
export const attemptMost = (items: readonly ItemMark[]): number =>
  toHundredths(items.reduce((sum, { points }) => sum + points, 0));

/** Points of an attempt; null until every question is marked. */
export function attemptPoints(items: readonly ItemMark[]): number | null {
  const marks = items.map(itemPoints);
  if (!marks.every((mark) => mark !== null)) return null;
  return toHundredths(marks.reduce((sum, mark) => sum + mark, 0));
}

export type ScoredAttempt = {
  number: number;
  points: number | null;
  /** Of an attempt in which everything is right: attempts may be of different versions of a quiz. */
  maxPoints: number;
  /** Percent taken off for lateness. */
  latePercent: number;
};

export type AssignmentScore = {
  /** Null while an attempt that may count is not marked. */
  points: number | null;
  maxPoints: number;
  latePercent: number;
  /** Numbers of the attempts that it was made from. */
  from: number[];
};

/**
 * What submitted attempts count together; null without any. Lateness is taken off each
 * attempt before they are compared: the best is what serves the student best.
 */
export function assignmentScore(
  attempts: readonly ScoredAttempt[],
  counting: Counting,
): AssignmentScore | null {
  const inOrder = [...attempts].sort((a, b) => a.number - b.number);
  const counted = countedAttempts(inOrder, counting);
  const [first] = counted;
  if (!first) return null;
  const from = counted.map(({ number }) => number);
  const maxPoints = meanOf(counted.map((attempt) => attempt.maxPoints));
  const afterLate = counted.map(pointsAfterLate);
  if (!afterLate.every((points) => points !== null)) {
    return { points: null, maxPoints, latePercent: first.latePercent, from };
  }
  return {
    points: meanOf(afterLate),
    maxPoints,
    latePercent: counted.length === 1 ? first.latePercent : 0,
    from,
  };
}

function countedAttempts(inOrder: readonly ScoredAttempt[], counting: Counting): ScoredAttempt[] {
  switch (counting) {
    case "first":
      return inOrder.slice(0, 1);
    case "last":
      return inOrder.slice(-1);
    case "mean":
      return [...inOrder];
    case "best":
      return bestOf(inOrder);
  }
}

/** While one is not marked nobody knows which is best: that one is waited for. */
function bestOf(inOrder: readonly ScoredAttempt[]): ScoredAttempt[] {
  const unmarked = inOrder.find(({ points }) => points === null);
  if (unmarked) return [unmarked];
  const best = inOrder.reduce<ScoredAttempt | null>(
    (found, next) => (found && shareAfterLate(found) >= shareAfterLate(next) ? found : next),
    null,
  );
  return best ? [best] : [];
}

const pointsAfterLate = ({ points, latePercent }: ScoredAttempt): number | null =>
  points === null ? null : toHundredths(points * (1 - latePercent / 100));

/** By their share, as attempts need not be out of the same. */
const shareAfterLate = (attempt: ScoredAttempt): number =>
  attempt.maxPoints === 0 ? 0 : (pointsAfterLate(attempt) ?? 0) / attempt.maxPoints;

const meanOf = (values: readonly number[]): number =>
  toHundredths(values.reduce((sum, value) => sum + value, 0) / values.length);

/** Half a hundredth goes up, also where the decimal is not one of binary's. */
export const toHundredths = (points: number): number => Math.round(points * 100 + 1e-9) / 100;
