import { percentWords } from "@/components/gradebook/grade-words";
import { weightPercents, type NamedCategory } from "@/lib/domain/quizzes/gradebook";

type GradebookLegendProps = { categories: readonly NamedCategory[]; missingIsZero: boolean };

/** What the signs in the table mean, and what the grade is made of. */
export function GradebookLegend({ categories, missingIsZero }: GradebookLegendProps) {
  const percents = weightPercents(categories);
  const sum = categories.reduce((all, { weight }) => all + weight, 0);
  const parts = categories.map(({ id, name }) => `${name} ${percentWords(percents.get(id) ?? 0)}`);
  return (
    <div className="flex flex-col gap-1 text-sm text-muted">
      <p>
        {categories.length === 0
          ? "There are no categories: everything counts together, by its points."
          : `The grade: ${parts.join(", ")}.${sum === 100 ? "" : ` The weights add up to ${Math.round(sum * 100) / 100} and are taken by their proportions.`}`}{" "}
        Select a grade to see how it came about.
      </p>
      <p>
        “?” is not graded yet and does not count, “–” can still be handed in, “late” is overdue and
        can still be handed in, “miss” was not handed in and{" "}
        {missingIsZero ? "counts as 0" : "does not count"}, “exc” is excused, * has a note.
      </p>
    </div>
  );
}
