/**
 * A student's final grade: assignments in weighted categories, the lowest of each left
 * out as the category says, excused ones as if they did not exist.
 */
import { toHundredths } from "@/lib/domain/quizzes/score-attempts";

export type Category = {
  id: string;
  /** In any unit: only their proportions count. */
  weight: number;
  /** So many of the lowest shares are left out, but never all. */
  dropLowest: number;
};

export type GradedAssignment = {
  id: string;
  /** Null: in no category, shown but not counted. */
  categoryId: string | null;
  /** Null while not handed in or not marked. */
  points: number | null;
  maxPoints: number;
  isExcused: boolean;
  /** Its time is over: what was not handed in counts as nothing. */
  isOver: boolean;
};

export type CategoryGrade = {
  categoryId: string;
  /** Points over the most that they could be, 0 to 1 or more with extra points; null while nothing counts. */
  share: number | null;
  counted: string[];
  dropped: string[];
};

export type FinalGrade = {
  /** 0 to 100 or more; null while nothing counts. Categories without anything yet have no weight. */
  percent: number | null;
  categories: CategoryGrade[];
};

export function finalGrade(
  categories: readonly Category[],
  assignments: readonly GradedAssignment[],
): FinalGrade {
  const grades = categories.map((category) => categoryGrade(category, assignments));
  let weighted = 0;
  let weights = 0;
  for (const [index, { share }] of grades.entries()) {
    const weight = categories[index]?.weight ?? 0;
    if (share === null) continue;
    weighted += share * weight;
    weights += weight;
  }
  return {
    percent: weights === 0 ? null : toHundredths((100 * weighted) / weights),
    categories: grades,
  };
}

type Counting = { id: string; points: number; maxPoints: number };

function categoryGrade(
  { id, dropLowest }: Category,
  assignments: readonly GradedAssignment[],
): CategoryGrade {
  const counting = assignments
    .filter(
      ({ categoryId, isExcused, maxPoints }) => categoryId === id && !isExcused && maxPoints > 0,
    )
    .flatMap(({ id: assignment, points, maxPoints, isOver }): Counting[] =>
      points === null && !isOver ? [] : [{ id: assignment, points: points ?? 0, maxPoints }],
    )
    .sort((a, b) => a.points / a.maxPoints - b.points / b.maxPoints || (a.id < b.id ? -1 : 1));
  const drops = Math.max(0, Math.min(dropLowest, counting.length - 1));
  const kept = counting.slice(drops);
  const most = kept.reduce((sum, { maxPoints }) => sum + maxPoints, 0);
  return {
    categoryId: id,
    share: most === 0 ? null : kept.reduce((sum, { points }) => sum + points, 0) / most,
    counted: kept.map((one) => one.id),
    dropped: counting.slice(0, drops).map((one) => one.id),
  };
}
