/**
 * One sheet as SpreadsheetML (ECMA-376, part 1, 18.3). Text is written as inline strings,
 * which no program takes for a formula, whatever they begin with (ASVS 5.0, 1.2.10).
 */
import type { Cell } from "@/lib/domain/spreadsheets/cell";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/** The most characters that a cell may hold. */
const MOST_CHARACTERS = 32_767;

/** The first row is a heading, which stays in sight. */
export const sheetXml = (rows: readonly (readonly Cell[])[]): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>${rows
    .map((row, index) => `<row r="${index + 1}">${row.map(cellXml).join("")}</row>`)
    .join("")}</sheetData></worksheet>`;

function cellXml(cell: Cell): string {
  if (cell === null) return "<c/>";
  if (typeof cell === "number") return Number.isFinite(cell) ? `<c><v>${cell}</v></c>` : "<c/>";
  const text = escapeXml(cell.slice(0, MOST_CHARACTERS));
  return `<c t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
}

/** For text and attributes. */
export const escapeXml = (text: string): string =>
  Array.from(text, (character) => (isWritable(character) ? character : "\u{FFFD}"))
    .join("")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");

/** XML 1.0 has no way to write the others (section 2.2). */
function isWritable(character: string): boolean {
  const point = character.codePointAt(0) ?? 0;
  if (point < 0x20) return point === 0x9 || point === 0xa || point === 0xd;
  return point <= 0xd7ff || (point >= 0xe000 && point <= 0xfffd) || point >= 0x10000;
}
