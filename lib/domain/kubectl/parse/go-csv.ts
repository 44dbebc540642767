/**
 * Splits the value of a list flag as pflag does: one record of Go's encoding/csv,
 * with its errors. `"a,b",c` is two entries; a quote inside an unquoted one is an error.
 */
import type { Result } from "../../result";
import { err, ok } from "../../result";
import { byteLength } from "./go-text";

const BARE_QUOTE = 'bare " in non-quoted-field';
const WRONG_QUOTE = 'extraneous or missing " in quoted-field';

type Record = {
  lines: readonly string[];
  /** Index of the line being read, and where in it. */
  line: number;
  at: number;
  fields: string[];
};

export function splitCsv(text: string): Result<string[], string> {
  if (text === "") return ok([]);
  if (!text.includes('"') && !text.includes("\n") && !text.includes("\r")) {
    return ok(text.split(","));
  }
  const lines = linesOf(text);
  const first = lines.findIndex((line) => line !== "\n");
  if (first < 0) return err("EOF");
  const record: Record = { lines, line: first, at: 0, fields: [] };
  for (;;) {
    const field = readField(record, first);
    if (field.kind === "broken") return err(field.problem);
    if (field.kind === "last") return ok(record.fields);
  }
}

/** Lines with their ends; CR LF counts as LF, and a CR at the very end is dropped. */
function linesOf(text: string): string[] {
  const lines = text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  return lines
    .map((line) => line.replace(/\r\n$/, "\n"))
    .map((line, index) => (index === lines.length - 1 ? line.replace(/\r$/, "") : line))
    .filter((line) => line !== "");
}

const current = (record: Record) => record.lines[record.line] ?? "";

type Field = { kind: "before comma" } | { kind: "last" } | { kind: "broken"; problem: string };

const BEFORE_COMMA: Field = { kind: "before comma" };
const LAST: Field = { kind: "last" };

function readField(record: Record, firstLine: number): Field {
  if (current(record)[record.at] === '"') return readQuoted(record, firstLine);
  const line = current(record);
  const comma = line.indexOf(",", record.at);
  const end = comma >= 0 ? comma : line.endsWith("\n") ? line.length - 1 : line.length;
  const quote = line.indexOf('"', record.at);
  if (quote >= 0 && quote < end) return errorAt(record, firstLine, quote, BARE_QUOTE);
  record.fields.push(line.slice(record.at, end));
  record.at = comma + 1;
  return comma >= 0 ? BEFORE_COMMA : LAST;
}

function readQuoted(record: Record, firstLine: number): Field {
  record.at++;
  let field = "";
  for (;;) {
    const line = current(record);
    const quote = line.indexOf('"', record.at);
    if (quote < 0) {
      field += line.slice(record.at);
      if (record.line + 1 >= record.lines.length) {
        return errorAt(record, firstLine, line.length, WRONG_QUOTE);
      }
      record.line++;
      record.at = 0;
      continue;
    }
    field += line.slice(record.at, quote);
    record.at = quote + 1;
    const next = line[record.at];
    if (next === '"') {
      field += '"';
      record.at++;
    } else if (next === ",") {
      record.fields.push(field);
      record.at++;
      return BEFORE_COMMA;
    } else if (next === undefined || next === "\n") {
      record.fields.push(field);
      return LAST;
    } else {
      return errorAt(record, firstLine, quote, WRONG_QUOTE);
    }
  }
}

/** Columns are bytes, counted from 1. */
function errorAt(record: Record, firstLine: number, at: number, text: string): Field {
  const column = byteLength(current(record).slice(0, at)) + 1;
  const where = `parse error on line ${String(record.line + 1)}, column ${String(column)}: ${text}`;
  const spans = record.line !== firstLine;
  const problem = spans ? `record on line ${String(firstLine + 1)}; ${where}` : where;
  return { kind: "broken", problem };
}
