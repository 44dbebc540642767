/** What the cells of a row say of the fields of its kind. */
import {
  LIST_COLUMNS,
  MOST_OPTIONS,
  type Column,
  type ListColumn,
  type Row,
} from "@/lib/domain/formats/csv/columns";
import { found, type Found } from "@/lib/domain/formats/file-problem";
import type { Placed } from "@/lib/domain/formats/plain/plain-question";
import type { Fields } from "@/lib/domain/formats/question-fields";

export type Report = (cell: Placed, message: string) => void;

export const text = (row: Row, column: Column): string | undefined => row.get(column)?.text;

export const lines = (cell: string): string[] =>
  cell
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

type FieldNames = Partial<Record<ListColumn, string>>;

/** The entries of numbered columns: `names` says which field each column is. */
function numbered(row: Row, names: FieldNames): { number: number; entry: Fields }[] {
  const entries: { number: number; entry: Fields }[] = [];
  for (let number = 1; number <= MOST_OPTIONS; number++) {
    const cells = Object.entries(names).flatMap(([column, field]) => {
      const cell = text(row, `${column as ListColumn} ${number}`);
      return cell === undefined ? [] : [[field, cell]];
    });
    if (cells.length > 0) entries.push({ number, entry: Object.fromEntries(cells) as Fields });
  }
  return entries;
}

const listOf = (row: Row, names: FieldNames): Fields[] =>
  numbered(row, names).map(({ entry }) => entry);

type BodyReader = (row: Row, report: Report) => Fields;

const withAnswer =
  (read: (cell: Placed, report: Report) => Fields): BodyReader =>
  (row, report) => {
    const cell = row.get("answer");
    return cell ? read(cell, report) : {};
  };

const entries = (field: string, list: Fields[]): Fields =>
  list.length > 0 ? { [field]: list } : {};

const choices: BodyReader = (row, report) => entries("options", choicesOf(row, report));
const answer = withAnswer(({ text: cell }) => ({ modelAnswer: cell }));
const truth = withAnswer(truthOf);

/** What the columns say of each kind; of the others, `more` says all. */
const BODIES: Record<string, BodyReader> = {
  single: choices,
  multiple: choices,
  "true-false": (row, report) => ({
    ...truth(row, report),
    ...entries("reasons", choicesOf(row, report)),
  }),
  match: (row) => entries("pairs", listOf(row, { option: "left", match: "right", why: "why" })),
  order: (row) => entries("items", listOf(row, { option: "text", why: "why" })),
  short: withAnswer(({ text: cell }) => ({ accepted: lines(cell) })),
  number: withAnswer(numberOf),
  kubectl: withAnswer(({ text: cell }) => ({ accept: lines(cell) })),
  open: (row, report) => ({
    ...answer(row, report),
    ...entries("marks", listOf(row, { option: "text" })),
  }),
};

export const bodyOf = (kind: string, row: Row, report: Report): Fields =>
  Object.hasOwn(BODIES, kind) ? (BODIES[kind]?.(row, report) ?? {}) : {};

function choicesOf(row: Row, report: Report): Fields[] {
  const list = numbered(row, { option: "text", why: "why" });
  const choices = list.map(({ entry }) => entry);
  const cell = row.get("correct");
  if (!cell) return choices;
  for (const name of cell.text.split(/[\s,;]+/u, MOST_OPTIONS + 1).filter((part) => part !== "")) {
    const wanted = /^[a-t]$/iu.test(name) ? name.toLowerCase().charCodeAt(0) - 96 : Number(name);
    // A column that is left blank does not move the others up.
    const choice = list.find(({ number }) => number === wanted);
    if (choice) choice.entry["correct"] = true;
    else report(cell, `“${name.slice(0, 40)}” is not the number of an option`);
  }
  return choices;
}

const TRUTHS: Record<string, boolean> = {
  true: true,
  t: true,
  yes: true,
  "1": true,
  false: false,
  f: false,
  no: false,
  "0": false,
};

function truthOf(cell: Placed, report: Report): Fields {
  const word = cell.text.toLowerCase();
  if (Object.hasOwn(TRUTHS, word)) return { answer: TRUTHS[word] };
  report(cell, `“${cell.text.slice(0, 40)}” is neither true nor false`);
  return {};
}

/** `5`, `5:0.1` or `30000..32767`. */
function numberOf(cell: Placed, report: Report): Fields {
  const [from, to] = cell.text.split("..").map(finite);
  const [value, tolerance] = cell.text.split(":").map(finite);
  if (cell.text.includes("..")) {
    if (typeof from === "number" && typeof to === "number") return { answer: { from, to } };
  } else if (typeof value === "number") {
    if (!cell.text.includes(":")) return { answer: { value } };
    if (typeof tolerance === "number") return { answer: { value, tolerance } };
  }
  report(cell, `“${cell.text.slice(0, 40)}” is no number: write 5, 5:0.1 or 30000..32767`);
  return {};
}

function finite(part: string): number | null {
  const number = part.trim() === "" ? Number.NaN : Number(part);
  return Number.isFinite(number) ? number : null;
}

/** Columns of the kinds' own; of a kind that is not known, the kind itself is what is wrong. */
const USED: Record<string, readonly string[]> = {
  single: ["option", "why", "correct"],
  multiple: ["option", "why", "correct"],
  "true-false": ["answer", "option", "why", "correct"],
  match: ["option", "match", "why"],
  order: ["option", "why"],
  short: ["answer"],
  number: ["answer"],
  kubectl: ["answer"],
  open: ["answer", "option"],
  blanks: [],
};
const OF_KINDS = new Set(["answer", "correct", ...LIST_COLUMNS]);

export function unusedCells(kind: string, row: Row, question: number): Found[] {
  const used = Object.hasOwn(USED, kind) ? USED[kind] : undefined;
  const [first] = [...row].filter(([column]) => {
    const [name = ""] = column.split(" ");
    return OF_KINDS.has(name) && used?.includes(name) === false;
  });
  if (!first) return [];
  const message = `The column ${first[0]} means nothing for a question of kind ${kind}`;
  return [found("unused-cell", first[1].at, message, { question, severity: "warning" })];
}

const EVERY_LIST: FieldNames = { option: "option", match: "match", why: "why" };

const BODY_PLACES: Record<string, Record<string, string>> = {
  single: { options: "option" },
  multiple: { options: "option" },
  "true-false": { answer: "answer", reasons: "option" },
  match: { pairs: "option" },
  order: { items: "option" },
  short: { accepted: "answer" },
  number: { answer: "answer" },
  kubectl: { accept: "answer" },
  open: { modelAnswer: "answer", marks: "option" },
};

/** Where the fields stand. Those of `more` stand where that cell does. */
export function placesIn(row: Row, kind: string): [string, number][] {
  const more = row.get("more");
  const places: [string, number][] = [...row]
    .filter(([column]) => !column.includes(" "))
    .map(([column, { at }]) => [column, at]);
  const docs = row.get("docs");
  if (docs) places.push(["sources", docs.at]);
  for (const [field, column] of Object.entries(bodyPlaces(kind))) {
    if (column === "option") places.push(...listPlaces(field, row));
    else {
      const cell = row.get("answer");
      if (cell) places.push([field, cell.at]);
    }
  }
  for (const field of ["exhibits", "parameters", "near", "blanks", "context", "nearMisses"]) {
    if (more) places.push([field, more.at]);
  }
  return places;
}

const bodyPlaces = (kind: string): Record<string, string> =>
  Object.hasOwn(BODY_PLACES, kind) ? (BODY_PLACES[kind] ?? {}) : {};

/** A list stands where its first entry does. */
function listPlaces(field: string, row: Row): [string, number][] {
  const places = numbered(row, EVERY_LIST).flatMap(({ number }, index): [string, number][] => {
    const cell = row.get(`option ${number}`) ?? row.get(`why ${number}`);
    return cell ? [[`${field}/${index}`, cell.at]] : [];
  });
  return [...places.slice(0, 1).map(([, at]): [string, number] => [field, at]), ...places];
}
