/** What the content covers and what is wrong with it, for authors. */
import { coverageOf } from "@/lib/domain/questions/cover-questions";
import type { Coverage } from "@/lib/domain/questions/coverage";
import type { CheckedContent } from "@/lib/server/content/check-content";
import type { ContentProblem } from "@/lib/server/content/content-problem";

type Found = Omit<ContentProblem, "severity">;

export type ContentReport = Coverage & {
  /** Flaws included: nothing of the kind may be sent in. */
  errors: Found[];
  warnings: Found[];
};

export const reportContent = ({
  banks,
  questions,
  document,
  problems,
}: CheckedContent): ContentReport => ({
  ...coverageOf({
    banks: banks.toSorted((a, b) => a.position - b.position),
    questions,
    ...document,
  }),
  errors: withSeverity(problems, ["error", "flaw"]),
  warnings: withSeverity(problems, ["warning"]),
});

const withSeverity = (
  problems: readonly ContentProblem[],
  wanted: ContentProblem["severity"][],
): Found[] =>
  problems
    .filter(({ severity }) => wanted.includes(severity))
    .map(({ file, line, question, message }) => ({ file, line, question, message }));
