/** From the cells of a row to the fields of a question. */
import {
  MOST_OPTIONS,
  type Column,
  type ListColumn,
  type Row,
  type SingleColumn,
} from "@/lib/domain/formats/csv/columns";
import { found, type Found } from "@/lib/domain/formats/file-problem";
import { isNestedTooDeep } from "@/lib/domain/formats/nesting";
import { placesOf } from "@/lib/domain/formats/plain/from-plain";
import type { Placed } from "@/lib/domain/formats/plain/plain-question";
import type { Fields } from "@/lib/domain/formats/question-fields";
import type { Defaults, ReadQuestion } from "@/lib/domain/formats/read-file";
import { slugOf } from "@/lib/domain/authoring/slug-of";
import { readYaml } from "@/lib/domain/formats/yaml/read-yaml";

type Context = { question: number; at: number; defaults: Defaults };

export function rowFields(row: Row, context: Context): { question: ReadQuestion; found: Found[] } {
  const problems: Found[] = [];
  const report = (cell: Placed, message: string, code: Found["code"] = "bad-cell"): void => {
    problems.push(found(code, cell.at, message, { question: context.question }));
  };
  const more = moreOf(row, report);
  const kind = text(row, "kind") ?? textOf(more["kind"]) ?? guessKind(row);
  const fields: Fields = {
    ...more,
    ...commonOf(row, more, context.defaults),
    kind,
    ...bodyOf(kind, row, report),
  };
  fillIn(fields, row, context, problems);
  return {
    question: {
      fields,
      name: String(fields["id"]),
      placeOf: placesOf(context.at, placesIn(row, kind)),
    },
    found: problems,
  };
}

type Report = (cell: Placed, message: string) => void;

const text = (row: Row, column: Column): string | undefined => row.get(column)?.text;

const textOf = (value: unknown): string | undefined =>
  typeof value === "string" ? value : undefined;

const lines = (cell: string): string[] =>
  cell
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

function moreOf(row: Row, report: Report): Fields {
  const cell = row.get("more");
  if (!cell) return {};
  const data = parsed(cell.text);
  if (typeof data === "object" && data !== null && !Array.isArray(data)) return data as Fields;
  report(cell, '`more` holds further fields as JSON or YAML, such as {"unit": "seconds"}');
  return {};
}

/** As it was written, JSON; as people write it, YAML. */
function parsed(cell: string): unknown {
  try {
    const data: unknown = JSON.parse(cell);
    return isNestedTooDeep(data) ? null : data;
  } catch {
    return readYaml(cell).data;
  }
}

const guessKind = (row: Row): string =>
  row.has("option 1") ? (row.has("match 1") ? "match" : "single") : "short";

function commonOf(row: Row, more: Fields, defaults: Defaults): Fields {
  const given = (column: SingleColumn): Fields => {
    const cell = text(row, column);
    return cell === undefined ? {} : { [column]: cell };
  };
  const listed = (column: SingleColumn, otherwise: string): string[] =>
    lines(text(row, column) ?? otherwise);
  const id = text(row, "id") ?? more["id"] ?? slugOf(text(row, "prompt") ?? "");
  return {
    id,
    concept: text(row, "concept") ?? more["concept"] ?? id,
    difficulty: text(row, "difficulty")?.toLowerCase() ?? more["difficulty"] ?? defaults.difficulty,
    ...given("prompt"),
    ...given("hint"),
    ...given("explanation"),
    ...sourcesOf(more, listed("docs", defaults.docs)),
    competencies: more["competencies"] ?? listed("competencies", defaults.competency),
    ...(row.has("tags") ? { tags: listed("tags", "") } : {}),
    ...releasesOf(row),
  };
}

function sourcesOf(more: Fields, docs: readonly string[]): Fields {
  const sources = more["sources"] as Fields | undefined;
  return { sources: { ...sources, docs: sources?.["docs"] ?? docs } };
}

function releasesOf(row: Row): Fields {
  const release = (column: "since" | "until"): Fields => {
    const cell = text(row, column);
    return cell === undefined ? {} : { [column]: cell.replace(/^v/iu, "") };
  };
  const releases = { ...release("since"), ...release("until") };
  return Object.keys(releases).length > 0 ? { kubernetes: releases } : {};
}

/** The entries of numbered columns: `names` says which field each column is. */
function listOf(row: Row, names: Partial<Record<ListColumn, string>>): Fields[] {
  const entries: Fields[] = [];
  for (let number = 1; number <= MOST_OPTIONS; number++) {
    const entry = Object.entries(names).flatMap(([column, field]) => {
      const cell = text(row, `${column as ListColumn} ${number}`);
      return cell === undefined ? [] : [[field, cell]];
    });
    if (entry.length > 0) entries.push(Object.fromEntries(entry) as Fields);
  }
  return entries;
}

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

const bodyOf = (kind: string, row: Row, report: Report): Fields =>
  Object.hasOwn(BODIES, kind) ? (BODIES[kind]?.(row, report) ?? {}) : {};

function choicesOf(row: Row, report: Report): Fields[] {
  const choices = listOf(row, { option: "text", why: "why" });
  const cell = row.get("correct");
  if (!cell) return choices;
  for (const name of cell.text.split(/[\s,;]+/u, MOST_OPTIONS + 1).filter((part) => part !== "")) {
    const place = /^[a-t]$/iu.test(name) ? name.toLowerCase().charCodeAt(0) - 97 : Number(name) - 1;
    const choice = choices[place];
    if (choice) choice["correct"] = true;
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

/** What a plain table does not say, filled in and told. */
function fillIn(fields: Fields, row: Row, { question, at }: Context, problems: Found[]): void {
  const choices = (fields["options"] ?? fields["reasons"]) as Fields[] | undefined;
  const silent =
    Array.isArray(choices) && row.has("option 1")
      ? choices.filter((choice) => !("why" in choice))
      : [];
  for (const choice of silent) {
    choice["why"] = choice["correct"] === true ? "This is right." : "This is not right.";
  }
  const severity = "warning" as const;
  if (silent.length > 0) {
    const message = `${silent.length} of ${choices?.length ?? 0} options do not say why they are right or wrong`;
    const advice =
      "Fill in the columns why 1, why 2 and so on; learners read them after answering.";
    problems.push(found("no-feedback", at, message, { question, severity, advice }));
  }
  if (Array.isArray(fields["competencies"]) && fields["competencies"].length === 0) {
    problems.push(found("no-competency", at, "No competency is chosen", { question }));
  }
}

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

/** Fields of `more` stand where that cell does. */
function placesIn(row: Row, kind: string): [string, number][] {
  const more = row.get("more");
  const places: [string, number][] = [...row]
    .filter(([column]) => !column.includes(" "))
    .map(([column, { at }]) => [column, at]);
  const docs = row.get("docs");
  if (docs) places.push(["sources", docs.at]);
  const body = Object.hasOwn(BODY_PLACES, kind) ? (BODY_PLACES[kind] ?? {}) : {};
  for (const [field, column] of Object.entries(body)) {
    const cell = row.get(column === "option" ? "option 1" : "answer");
    if (cell) places.push([field, cell.at]);
    for (let number = 1; column === "option" && number <= MOST_OPTIONS; number++) {
      const own = row.get(`option ${number}`);
      if (own) places.push([`${field}/${number - 1}`, own.at]);
    }
  }
  for (const field of ["exhibits", "parameters", "near", "blanks", "context", "nearMisses"]) {
    if (more) places.push([field, more.at]);
  }
  return places;
}
