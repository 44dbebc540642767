import { cellNotes, cellWords, percentWords, shareWords } from "@/components/gradebook/grade-words";
import { Badge, type Tone } from "@/components/ui/badge";
import { EVERYTHING, type CategoryGrade, type GradingRule } from "@/lib/domain/quizzes/final-grade";
import {
  gradeOfCells,
  type GradeCell,
  type GradeColumn,
  type NamedCategory,
} from "@/lib/domain/quizzes/gradebook";

export type GradeExplanationProps = {
  categories: readonly NamedCategory[];
  columns: readonly GradeColumn[];
  /** In the order of the columns. */
  cells: readonly GradeCell[];
  rule: GradingRule;
};

/** How a final grade came about: category by category, what counted, what did not and why. */
export function GradeExplanation({ categories, columns, cells, rule }: GradeExplanationProps) {
  const { percent, categories: grades } = gradeOfCells(categories, columns, cells, rule);
  const lines = columns.flatMap((column, index): Line[] => {
    const cell = cells[index];
    return cell ? [{ column, cell }] : [];
  });
  const nowhere = lines.filter(({ column }) => column.categoryId === null);
  return (
    <div className="flex flex-col gap-5">
      <p>
        <span className="text-2xl font-semibold tabular-nums">{percentWords(percent)}</span>
        <span className="block text-sm text-muted tabular-nums">{sumWords(percent, grades)}</span>
      </p>
      {grades.map((grade) => (
        <CategoryPart
          key={grade.categoryId}
          grade={grade}
          category={categories.find(({ id }) => id === grade.categoryId) ?? null}
          lines={
            grade.categoryId === EVERYTHING.id
              ? lines
              : lines.filter(({ column }) => column.categoryId === grade.categoryId)
          }
          rule={rule}
        />
      ))}
      {categories.length === 0 || nowhere.length === 0 ? null : (
        <section aria-label="In no category" className="flex flex-col gap-1.5">
          <h3 className="font-semibold">In no category: shown, not counted</h3>
          <Lines lines={nowhere} grade={null} rule={rule} />
        </section>
      )}
      <p className="text-sm text-muted">{ruleWords(rule)}</p>
    </div>
  );
}

type Line = { column: GradeColumn; cell: GradeCell };

function sumWords(percent: number | null, grades: readonly CategoryGrade[]): string {
  const counted = grades.filter(({ share }) => share !== null);
  if (percent === null) return "Nothing counts yet.";
  if (counted.length < 2) return "Points had over points that could be had.";
  const terms = counted.map(({ share, weight }) => `${shareWords(share)} × ${shareWords(weight)}`);
  return `= ${terms.join(" + ")}`;
}

const ruleWords = ({ missingIsZero }: GradingRule): string =>
  `What is not graded yet does not count. What was not handed in until it closed ${
    missingIsZero ? "counts as 0." : "does not count either."
  }`;

type CategoryPartProps = {
  grade: CategoryGrade;
  /** Null where a class has none. */
  category: NamedCategory | null;
  lines: readonly Line[];
  rule: GradingRule;
};

function CategoryPart({ grade, category, lines, rule }: CategoryPartProps) {
  const name = category?.name ?? "Everything";
  return (
    <section aria-label={name} className="flex flex-col gap-1.5">
      <h3 className="flex flex-wrap items-baseline justify-between gap-x-4 font-semibold">
        {name}
        <span className="tabular-nums">{shareWords(grade.share)}</span>
      </h3>
      {category ? (
        <p className="text-sm text-muted">
          Weight {category.weight}: {shareWords(grade.weight)} of the grade as it stands
          {grade.share === null ? ", as nothing in it counts yet" : ""}.
          {category.dropLowest === 0 ? "" : ` The lowest ${category.dropLowest} left out.`}
        </p>
      ) : null}
      <Lines lines={lines} grade={grade} rule={rule} />
    </section>
  );
}

type LinesProps = Pick<CategoryPartProps, "lines" | "rule"> & { grade: CategoryGrade | null };

function Lines({ lines, grade, rule }: LinesProps) {
  if (lines.length === 0) return <p className="text-sm text-muted">Nothing is in it.</p>;
  return (
    <ul className="flex flex-col divide-y divide-line text-sm">
      {lines.map(({ column, cell }) => {
        const notes = cellNotes(cell);
        const effect = effectOf(column.id, cell, grade, rule);
        return (
          <li key={column.id} className="flex flex-wrap items-baseline gap-x-3 gap-y-1 py-1.5">
            <span className="min-w-32 flex-1 wrap-anywhere">
              {column.title}
              {notes === null ? null : <span className="block text-xs text-muted">{notes}</span>}
            </span>
            {effect ? <Badge tone={effect.tone}>{effect.word}</Badge> : null}
            <span className="tabular-nums">{cellWords(cell, column.kind)}</span>
          </li>
        );
      })}
    </ul>
  );
}

/** What became of it in the grade; null where its words say so already. */
function effectOf(
  id: string,
  { standing }: GradeCell,
  grade: CategoryGrade | null,
  { missingIsZero }: GradingRule,
): { word: string; tone: Tone } | null {
  if (grade?.dropped.includes(id)) return { word: "Left out as lowest", tone: "neutral" };
  if (standing === "missing" && missingIsZero && grade) return { word: "Counts as 0", tone: "bad" };
  return null;
}
