/**
 * npm run content:check [-- --json] [--folder path]
 *
 * Checks every question and prints what the content covers. Exit 1 when there are errors.
 */
import { parseArgs } from "node:util";

import { checkContent } from "@/lib/server/content/check-content";
import { formatProblem } from "@/lib/server/content/content-problem";
import { reportContent, type ContentReport } from "@/lib/server/content/content-report";
import { readContentFiles } from "@/lib/server/content/read-content-files";

const { values: options } = parseArgs({
  options: {
    json: { type: "boolean", default: false },
    folder: { type: "string", default: "content/questions" },
  },
});

const report = reportContent(checkContent(await readContentFiles(options.folder)));
process.stdout.write(options.json ? `${JSON.stringify(report)}\n` : asText(report));
process.exitCode = report.errors.length > 0 ? 1 : 0;

function asText(found: ContentReport): string {
  return [
    table(
      "Banks",
      pairs(found.banks, ({ id, questions }) => [id, questions]),
    ),
    table("Kinds", found.kinds),
    table("Difficulty", found.difficulties),
    ...found.exams.flatMap(({ id, domains }) => [
      table(
        `Share of ${id} (weight in the exam)`,
        pairs(domains, ({ id, share, weight }) => [id, `${share} % (${weight} %)`]),
      ),
      table(
        `Competencies of ${id}`,
        pairs(
          domains.flatMap(({ competencies }) => competencies),
          ({ id, questions }) => [id, questions],
        ),
      ),
    ]),
    ...found.notes.map(({ id, sections }) =>
      table(
        `Sections of ${id} (questions they are worth)`,
        pairs(sections, ({ title, questions, worth }) => [title, `${questions} (${worth})`]),
      ),
    ),
    errataLine(found),
    `${found.parameterised} of ${found.total} questions have parameters; ${found.beyondNotes} go beyond the notes.\n`,
    ...found.gaps.map(({ id, problem, remedy }) => `gap: ${id}: ${problem} ${remedy}\n`),
    list("warning", found.warnings),
    list("error", found.errors),
    `${found.total} questions, ${found.errors.length} errors, ${found.warnings.length} warnings, ${found.gaps.length} gaps\n`,
  ].join("\n");
}

function errataLine({ errata, stances }: ContentReport): string {
  const named = errata.filter(({ questions }) => questions.length > 0).length;
  const each = Object.entries(stances).map(([stance, some]) => `${some} ${stance}`);
  return `Errata: ${errata.length}, of which ${each.join(", ")}; ${named} are named by questions.\n`;
}

function pairs<T>(
  items: readonly T[],
  row: (item: T) => [string, number | string],
): Record<string, number | string> {
  return Object.fromEntries(items.map(row));
}

function table(title: string, rows: Record<string, number | string>): string {
  const width = Math.max(...Object.keys(rows).map((key) => key.length), 0);
  const lines = Object.entries(rows).map(([key, value]) => `  ${key.padEnd(width)}  ${value}`);
  return [title, ...lines, ""].join("\n");
}

function list(word: string, problems: ContentReport["errors"]): string {
  return problems.map((problem) => `${word}: ${formatProblem(problem)}\n`).join("");
}
