/**
 * A CSV file that spreadsheet programs open without running anything (RFC 4180; ASVS 5.0,
 * 1.2.10). Text that a program could read as a formula gets an apostrophe in front, which
 * it takes as "this is text". Numbers stay numbers.
 */
import type { Cell } from "@/lib/domain/spreadsheets/cell";

const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

export const csvText = (rows: readonly (readonly Cell[])[]): string =>
  rows.map((row) => `${row.map(cellText).join(",")}\r\n`).join("");

function cellText(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  const harmless = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
