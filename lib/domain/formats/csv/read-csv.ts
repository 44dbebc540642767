import { columnCalled, type Column, type Row } from "@/lib/domain/formats/csv/columns";
import { readCells } from "@/lib/domain/formats/csv/read-cells";
import { rowFields } from "@/lib/domain/formats/csv/row-fields";
import { found, type Found } from "@/lib/domain/formats/file-problem";
import type { Placed } from "@/lib/domain/formats/plain/plain-question";
import { QUESTIONS_READ, type Reader } from "@/lib/domain/formats/read-file";

/** More than all that mean something. */
const MOST_COLUMNS = 200;

export const readCsv: Reader = (text, defaults) => {
  const { rows, found: problems } = readCells(text);
  const [header, ...rest] = rows;
  if (!header) return { questions: [], found: [found("empty", 0, "The file is empty")] };
  if (header.length > MOST_COLUMNS) {
    const message = `The file has ${header.length} columns; at most ${MOST_COLUMNS} are possible`;
    return { questions: [], found: [found("too-large", 0, message)] };
  }
  const columns = header.map(({ text: name }) => columnCalled(name));
  problems.push(...checkHeader(header, columns), ...namelessColumns(header, rest));
  if (!columns.includes("prompt")) {
    const message = "No column is called prompt (or question, or text)";
    problems.push(found("missing-column", header[0]?.at ?? 0, message));
    return { questions: [], found: problems };
  }
  const questions = rest.slice(0, QUESTIONS_READ).map((cells, question) => {
    const read = rowFields(rowOf(columns, cells), { question, at: cells[0]?.at ?? 0, defaults });
    problems.push(...strayCells(columns.length, cells, question), ...read.found);
    return read.question;
  });
  return { questions, found: problems };
};

function rowOf(columns: readonly (Column | null)[], cells: readonly Placed[]): Row {
  const named = cells.flatMap((cell, index): [Column, Placed][] => {
    const column = columns[index];
    return column && cell.text.trim() !== "" ? [[column, { ...cell, text: cell.text.trim() }]] : [];
  });
  return new Map(named.toReversed());
}

/** After an unquoted comma, all that follows in the row stands one column too far right. */
function strayCells(columns: number, cells: readonly Placed[], question: number): Found[] {
  const stray = cells.slice(columns).find((cell) => cell.text.trim() !== "");
  if (!stray) return [];
  const message = `This row has ${cells.length} cells, but the header has ${columns}`;
  return [found("stray-cell", stray.at, message, { question })];
}

function namelessColumns(header: readonly Placed[], rows: readonly Placed[][]): Found[] {
  return header.flatMap(({ text: name }, index): Found[] => {
    const cell =
      name.trim() === "" ? rows.find((row) => (row[index]?.text ?? "").trim() !== "") : undefined;
    const at = cell?.[index]?.at;
    if (at === undefined) return [];
    const message = "The column above has no name and is passed over";
    return [found("stray-cell", at, message, { severity: "warning" })];
  });
}

function checkHeader(header: readonly Placed[], columns: readonly (Column | null)[]): Found[] {
  return header.flatMap(({ text: name, at }, index): Found[] => {
    const column = columns[index];
    if (!column) {
      if (name.trim() === "") return [];
      const message = `The column “${name.trim().slice(0, 60)}” is not known and is passed over`;
      return [found("unknown-column", at, message, { severity: "warning" })];
    }
    return columns.indexOf(column) === index
      ? []
      : [found("repeated-column", at, `Two columns mean ${column}`)];
  });
}
