/**
 * What the answers of a class say about the questions of a quiz: classical test theory
 * as Moodle computes it. https://docs.moodle.org/dev/Quiz_statistics_calculations
 *
 * A mark of a question that was left blank is 0, in the statistics of the question as
 * in the totals: leaving it out of one of them would flatter hard questions.
 */
import {
  covariance,
  mean,
  populationDeviation,
  variance,
} from "@/lib/domain/quizzes/sample-statistics";

export type ItemStatistics = {
  /** Mean mark as a share of the most that could be had: 0 to 1. */
  facility: number;
  /** Standard deviation of the mark as a share of the most: 0 to 0.5 and a little. */
  spread: number;
  /**
   * Correlation of the mark with the rest of the total, times 100: −100 to 100. Null
   * when everyone has the same mark, or the same rest.
   */
  discriminationIndex: number | null;
  /** The discrimination index as a percentage of the most that these marks could have had. */
  discriminativeEfficiency: number | null;
};

export type QuizStatistics = {
  students: number;
  meanTotal: number;
  deviationTotal: number;
  items: ItemStatistics[];
  /** Cronbach's alpha; null for one question, or when all totals are the same. */
  alpha: number | null;
  /** Standard error of measurement, in points; null when alpha is. */
  standardError: number | null;
};

/** Below so many students the figures say more of chance than of questions. */
export const LEAST_STUDENTS = 10;

/**
 * Whether those who did well elsewhere did worse here than chance explains: the index is
 * further below 0 than the standard error of a correlation of unrelated marks, 1/√(n − 1).
 */
export const isKeyDoubtful = (discriminationIndex: number | null, students: number): boolean =>
  discriminationIndex !== null && discriminationIndex < -100 / Math.sqrt(students - 1);

/**
 * `marks[student][item]` in points, `most[item]` the points of each. Null with fewer
 * than two students: nothing varies. (Whether to show it below `LEAST_STUDENTS` is the
 * caller's to say.)
 */
export function analyseItems(
  marks: readonly (readonly number[])[],
  most: readonly number[],
): QuizStatistics | null {
  if (marks.length < 2) return null;
  const totals = marks.map((row) => row.reduce((sum, mark) => sum + mark, 0));
  const columns = most.map((_, item) => marks.map((row) => row[item] ?? 0));
  return {
    students: marks.length,
    meanTotal: mean(totals),
    deviationTotal: Math.sqrt(variance(totals)),
    items: columns.map((column, item) => itemStatistics(column, totals, most[item] ?? 1)),
    ...reliabilityOf(columns, totals),
  };
}

export type Reliability = Pick<QuizStatistics, "alpha" | "standardError">;

/** Of a quiz that asked everybody the same; `columns[item][student]`. */
export function reliabilityOf(
  columns: readonly (readonly number[])[],
  totals: readonly number[],
): Reliability {
  const varianceTotal = variance(totals);
  const alpha = alphaOf(columns, varianceTotal);
  return { alpha, standardError: standardErrorOf(alpha, varianceTotal) };
}

const standardErrorOf = (alpha: number | null, varianceTotal: number): number | null =>
  alpha === null ? null : Math.sqrt(varianceTotal * Math.max(0, 1 - alpha));

/** Of one question: marks and totals of the same students, in the same order. Needs at least two. */
export function itemStatistics(
  column: readonly number[],
  totals: readonly number[],
  most: number,
): ItemStatistics {
  // Without the item itself, which would correlate with its own part of the total.
  const rest = totals.map((total, student) => total - (column[student] ?? 0));
  const together = covariance(column, rest);
  const deviations = Math.sqrt(variance(column) * variance(rest));
  const mostTogether = covariance(inOrder(column), inOrder(rest));
  return {
    facility: mean(column) / most,
    spread: Math.sqrt(variance(column)) / most,
    discriminationIndex: isNothing(deviations) ? null : (100 * together) / deviations,
    discriminativeEfficiency: isNothing(mostTogether) ? null : (100 * together) / mostTogether,
  };
}

/** α = p/(p−1) · (1 − Σ var xᵢ / var T), sample variances in both places. */
function alphaOf(columns: readonly (readonly number[])[], varianceTotal: number): number | null {
  const items = columns.length;
  if (items < 2 || isNothing(varianceTotal)) return null;
  const ofItems = columns.reduce((sum, column) => sum + variance(column), 0);
  return (items / (items - 1)) * (1 - ofItems / varianceTotal);
}

/**
 * Point-biserial correlation of having chosen something with the total: high for a right
 * option, negative for a good distractor, above 0 for one that misleads strong students.
 * Uncorrected: the total contains the item, hence a little high. Null when everyone or
 * no one chose it, or all totals are the same.
 */
export function pointBiserial(
  chosen: readonly boolean[],
  totals: readonly number[],
): number | null {
  const having = totals.filter((_, student) => chosen[student] === true);
  const lacking = totals.filter((_, student) => chosen[student] !== true);
  const deviation = totals.length === 0 ? 0 : populationDeviation(totals);
  if (having.length === 0 || lacking.length === 0 || isNothing(deviation)) return null;
  const share = having.length / totals.length;
  return ((mean(having) - mean(lacking)) / deviation) * Math.sqrt(share * (1 - share));
}

/** Typed arrays sort numbers many times as fast. */
const inOrder = (values: readonly number[]): number[] => [...Float64Array.from(values).sort()];

/** Sums of decimal points, such as 0.1, leave traces where nothing varies. */
const isNothing = (value: number): boolean => Math.abs(value) < 1e-12;
