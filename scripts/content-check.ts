/**
 * npm run content:check [-- --json] [--folder path]
 *
 * Checks every question and prints what the content covers. Exit 1 when there are errors.
 */
import { parseArgs } from "node:util";

import { checkContent } from "@/lib/server/content/check-content";
import { formatProblem } from "@/lib/server/content/content-problem";
import {
  reportContent,
  type ContentReport,
  type Counts,
} from "@/lib/server/content/content-report";
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
  const gaps = (counts: Counts): string => {
    const missing = Object.keys(counts).filter((key) => counts[key] === 0);
    const all = Object.keys(counts).length;
    return `${all - missing.length} of ${all}${missing.length > 0 ? `; without a question: ${missing.join(", ")}` : ""}`;
  };
  return [
    table("Banks", found.banks),
    table("Kinds", found.kinds),
    table("Difficulty", found.difficulties),
    table("Competencies", found.competencies),
    ...Object.entries(found.shares).map(([exam, shares]) =>
      table(
        `Share of ${exam} (weight in the exam)`,
        Object.fromEntries(
          shares.map(({ domain, share, weight }) => [domain, `${share} % (${weight} %)`]),
        ),
      ),
    ),
    table("Note sections", found.sections),
    `Errata named: ${gaps(found.errata)}\n`,
    `${found.parameterised} of ${found.total} questions have parameters; ${found.beyondNotes} go beyond the notes.\n`,
    list("warning", found.warnings),
    list("error", found.errors),
    `${found.total} questions, ${found.errors.length} errors, ${found.warnings.length} warnings\n`,
  ].join("\n");
}

function table(title: string, rows: Record<string, number | string>): string {
  const width = Math.max(...Object.keys(rows).map((key) => key.length), 0);
  const lines = Object.entries(rows).map(([key, value]) => `  ${key.padEnd(width)}  ${value}`);
  return [title, ...lines, ""].join("\n");
}

function list(word: string, problems: ContentReport["errors"]): string {
  return problems.map((problem) => `${word}: ${formatProblem(problem)}\n`).join("");
}
