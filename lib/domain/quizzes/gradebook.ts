/** The grades of a class as its gradebook shows them: a row for each student, a column for each assignment. */
import {
  finalGrade,
  type Category,
  type FinalGrade,
  type GradingRule,
  type Standing,
} from "@/lib/domain/quizzes/final-grade";

export type NamedCategory = Category & { name: string };

export type GradeColumn = {
  /** Of the assignment. */
  id: string;
  title: string;
  kind: "quiz" | "study";
  categoryId: string | null;
  maxPoints: number;
  dueAt: string;
  isReleased: boolean;
};

export type GradeCell = {
  standing: Standing;
  /** Null unless it is graded. */
  points: number | null;
  maxPoints: number;
  /** Percent taken off already. */
  latePercent: number;
  /** Given by hand; the reason, where it is shown. */
  isByHand: boolean;
  reason: string | null;
};

/** Cells stand in the order of the columns. */
export const gradeOfCells = (
  categories: readonly Category[],
  columns: readonly GradeColumn[],
  cells: readonly GradeCell[],
  rule: GradingRule,
): FinalGrade =>
  finalGrade(
    categories,
    columns.flatMap(({ id, categoryId }, index) => {
      const cell = cells[index];
      if (!cell) return [];
      const { standing, points, maxPoints } = cell;
      return [{ id, categoryId, standing, points, maxPoints }];
    }),
    rule,
  );

/** Percent that each category weighs, by its id: weights need not add up to 100. */
export function weightPercents(categories: readonly Category[]): Map<string, number> {
  const inAll = categories.reduce((sum, { weight }) => sum + weight, 0);
  return new Map(
    categories.map(({ id, weight }) => [id, inAll === 0 ? 0 : (100 * weight) / inAll]),
  );
}

/** Columns in the order of their categories; what is in none comes last. Within one by due time. */
export function inOrderOfCategories(
  columns: readonly GradeColumn[],
  categories: readonly Category[],
): GradeColumn[] {
  const places = new Map(categories.map(({ id }, index) => [id, index]));
  const placeOf = ({ categoryId }: GradeColumn) =>
    places.get(categoryId ?? "") ?? categories.length;
  return columns
    .map((column, index) => ({ column, index }))
    .sort((a, b) => placeOf(a.column) - placeOf(b.column) || a.index - b.index)
    .map(({ column }) => column);
}
