import Papa from "papaparse";

import type { FileRow, RosterProblem } from "@/lib/domain/classes/roster-file";

export type CsvFile = { rows: FileRow[]; problems: RosterProblem[] };

/** Reads comma, semicolon and tab separated text. Blank lines are passed over. */
export function readCsv(text: string): CsvFile {
  const plain = text.replace(/^\u{FEFF}/u, "").replaceAll(/\r\n?/g, "\n");
  const parsed = Papa.parse<string[]>(plain, {
    newline: "\n",
    delimitersToGuess: [",", ";", "\t"],
    skipEmptyLines: false,
  });
  const lines = firstLines(parsed.data);
  const rows = parsed.data.flatMap((cells, index) =>
    cells.every((cell) => cell.trim() === "") ? [] : [{ line: lines[index] ?? 1, cells }],
  );
  const problems = parsed.errors
    .filter(({ type }) => type === "Quotes")
    .map(({ row }) => ({
      line: lines[row ?? 0] ?? 1,
      message: "A quotation mark is open or out of place.",
    }));
  return { rows, problems };
}

/** A cell in quotes may go over several lines. */
function firstLines(rows: readonly (readonly string[])[]): number[] {
  let line = 1;
  return rows.map((cells) => {
    const start = line;
    line += 1 + cells.reduce((breaks, cell) => breaks + cell.split("\n").length - 1, 0);
    return start;
  });
}
