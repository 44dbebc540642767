/**
 * A student's final grade: assignments in weighted categories, the lowest of each left
 * out as the category says, excused ones as if they did not exist. In a class without
 * categories everything counts together, by its points.
 */
import { toHundredths } from "@/lib/domain/quizzes/score-attempts";

export type Category = {
  id: string;
  /** In any unit: only their proportions count. */
  weight: number;
  /** So many of the lowest shares are left out, but never all. */
  dropLowest: number;
};

/** Where a student stands with an assignment. What waits to be marked is no zero. */
export type Standing =
  | "graded"
  /** Handed in, and not marked yet (to a student: or not released). */
  | "waiting"
  /** Nothing was handed in, and it still can be. */
  | "open"
  /** The same, later than it was due. */
  | "overdue"
  /** Nothing was handed in, and its time is over. */
  | "missing"
  | "excused"
  /** It was given to others. */
  | "not-given";

export type GradedAssignment = {
  id: string;
  /** Null: in no category, shown but not counted. */
  categoryId: string | null;
  standing: Standing;
  /** Null unless it is graded. */
  points: number | null;
  maxPoints: number;
};

export type GradingRule = {
  /** What is missing counts as nothing; else it does not count. */
  missingIsZero: boolean;
};

export type CategoryGrade = {
  categoryId: string;
  /** Points over the most that they could be, 0 to 1 or more with extra points; null while nothing counts. */
  share: number | null;
  /** What it weighs in the grade, 0 to 1: a category without anything yet weighs nothing. */
  weight: number;
  counted: string[];
  dropped: string[];
};

export type FinalGrade = {
  /** 0 to 100 or more; null while nothing counts. */
  percent: number | null;
  categories: CategoryGrade[];
};

/** Of a class that has no categories. */
export const EVERYTHING: Category = { id: "everything", weight: 1, dropLowest: 0 };

export function finalGrade(
  categories: readonly Category[],
  assignments: readonly GradedAssignment[],
  rule: GradingRule,
): FinalGrade {
  if (categories.length === 0) {
    const all = assignments.map((one) => ({ ...one, categoryId: EVERYTHING.id }));
    return finalGrade([EVERYTHING], all, rule);
  }
  const shares = categories.map((category) => categoryShare(category, assignments, rule));
  const weights = shares.map(({ share }, index) =>
    share === null ? 0 : (categories[index]?.weight ?? 0),
  );
  const inAll = sum(weights);
  const grades = shares.map((grade, index): CategoryGrade => ({
    ...grade,
    weight: inAll === 0 ? 0 : (weights[index] ?? 0) / inAll,
  }));
  return {
    percent:
      inAll === 0
        ? null
        : toHundredths(100 * sum(grades.map(({ share, weight }) => (share ?? 0) * weight))),
    categories: grades,
  };
}

type Counting = { id: string; points: number; maxPoints: number };

function categoryShare(
  { id, dropLowest }: Category,
  assignments: readonly GradedAssignment[],
  rule: GradingRule,
): Omit<CategoryGrade, "weight"> {
  const counting = assignments
    .filter(({ categoryId, maxPoints }) => categoryId === id && maxPoints > 0)
    .flatMap((assignment) => countingOf(assignment, rule))
    .sort((a, b) => a.points / a.maxPoints - b.points / b.maxPoints || (a.id < b.id ? -1 : 1));
  const drops = Math.max(0, Math.min(dropLowest, counting.length - 1));
  const kept = counting.slice(drops);
  const most = sum(kept.map(({ maxPoints }) => maxPoints));
  return {
    categoryId: id,
    share: most === 0 ? null : sum(kept.map(({ points }) => points)) / most,
    counted: kept.map((one) => one.id),
    dropped: counting.slice(0, drops).map((one) => one.id),
  };
}

function countingOf(
  { id, standing, points, maxPoints }: GradedAssignment,
  { missingIsZero }: GradingRule,
): Counting[] {
  if (standing === "graded") return [{ id, points: points ?? 0, maxPoints }];
  return standing === "missing" && missingIsZero ? [{ id, points: 0, maxPoints }] : [];
}

const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);
