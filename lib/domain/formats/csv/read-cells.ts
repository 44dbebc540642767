/**
 * Comma-separated text by RFC 4180, with the place of each cell. The separator is the one
 * of comma, semicolon and tab that the first line holds most of.
 */
import { found, type Found } from "@/lib/domain/formats/file-problem";
import type { Placed } from "@/lib/domain/formats/plain/plain-question";
import { QUESTIONS_READ } from "@/lib/domain/formats/read-file";

const SEPARATORS = [",", ";", "\t"];

/** More than there are columns with a meaning. */
const MOST_CELLS = 300;

export type Cells = { rows: Placed[][]; found: Found[] };

/** The header and as many rows as may be, and one more. Rows whose cells are all blank are passed over. */
export function readCells(text: string): Cells {
  const separator = separatorOf(text);
  const cells: Cells = { rows: [], found: [] };
  let row: Placed[] = [];
  for (let at = 0; at <= text.length && cells.rows.length <= QUESTIONS_READ;) {
    const { cell, end } = readCell(text, at, separator, cells.found);
    row.push(cell);
    if (text[end] !== separator) {
      if (row.some((each) => each.text.trim() !== "")) cells.rows.push(row.slice(0, MOST_CELLS));
      row = [];
    }
    at = end + 1;
  }
  return cells;
}

function separatorOf(text: string): string {
  const end = text.indexOf("\n");
  const first = (end < 0 ? text : text.slice(0, end)).replaceAll(/"[^"]*"/gu, "");
  const counts = SEPARATORS.map((separator) => first.split(separator).length);
  return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ",";
}

/** `end` is where the separator or line break behind the cell stands. */
function readCell(
  text: string,
  at: number,
  separator: string,
  problems: Found[],
): { cell: Placed; end: number } {
  if (text[at] !== '"') {
    const end = endOfBare(text, at, separator);
    return { cell: { text: unguarded(text.slice(at, end)), at }, end };
  }
  let close = text.indexOf('"', at + 1);
  while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  if (close < 0) {
    problems.push(found("open-quote", at, "The quotation mark is never closed"));
    return { cell: { text: text.slice(at + 1), at }, end: text.length };
  }
  const end = endOfBare(text, close + 1, separator);
  const after = text.slice(close + 1, end);
  if (after.trim() !== "") {
    problems.push(
      found("open-quote", close + 1, "Text behind the quotation mark that ends a cell"),
    );
  }
  const inner = text.slice(at + 1, close).replaceAll('""', '"');
  return { cell: { text: unguarded(inner), at }, end };
}

function endOfBare(text: string, from: number, separator: string): number {
  let end = from;
  while (end < text.length && text[end] !== separator && text[end] !== "\n") end++;
  return end;
}

const FORMULA = /^'*[=+\-@\t＝＋－＠]/u;

/**
 * A text that a spreadsheet could run as a formula has an apostrophe before it in the
 * file, which is no part of it (ASVS 5.0, 1.2.10). One that starts with apostrophes and
 * such a sign has one more, so that none is lost.
 */
export const guarded = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

const unguarded = (cell: string): string =>
  cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
