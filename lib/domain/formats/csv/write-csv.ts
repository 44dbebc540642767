/**
 * Questions as CSV. Each field stands in columns if these say all of it, or else as a
 * whole in `more`: nothing is written twice, so nothing can contradict itself.
 */
import {
  LIST_COLUMNS,
  MOST_OPTIONS,
  SINGLE_COLUMNS,
  type Column,
  type ListColumn,
  type SingleColumn,
} from "@/lib/domain/formats/csv/columns";
import { guarded } from "@/lib/domain/formats/csv/read-cells";
import { questionFields, type Fields } from "@/lib/domain/formats/question-fields";
import type { QuestionContent } from "@/lib/domain/questions/content";

type Row = Map<Column, string>;

/** The order in which columns stand: what asks before what teaches. */
const BEFORE_LISTS: readonly SingleColumn[] = SINGLE_COLUMNS.slice(
  0,
  SINGLE_COLUMNS.indexOf("correct") + 1,
);

export function writeCsv(questions: readonly QuestionContent[]): string {
  const rows = questions.map(rowOf);
  const numbers = rows.flatMap((row) => [...row.keys()].map((column) => numberOf(column)));
  const longest = Math.max(4, ...numbers);
  const used = (list: ListColumn): boolean =>
    list !== "match" || rows.some((row) => row.has("match 1"));
  const lists = Array.from({ length: longest }, (_, index) =>
    LIST_COLUMNS.filter(used).map((list): Column => `${list} ${index + 1}`),
  ).flat();
  const columns: Column[] = [
    ...BEFORE_LISTS,
    ...lists,
    ...SINGLE_COLUMNS.slice(BEFORE_LISTS.length),
  ];
  const lines = [columns, ...rows.map((row) => columns.map((column) => row.get(column) ?? ""))];
  return lines.map((cells) => `${cells.map(cellText).join(",")}\r\n`).join("");
}

const numberOf = (column: Column): number => Number(column.split(" ")[1] ?? 0);

function cellText(text: string): string {
  const harmless = guarded(text);
  return /[",;\t\n]/u.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

function rowOf(content: QuestionContent): Row {
  const row: Row = new Map();
  const fields = questionFields(content);
  const moved = new Set<string>();
  const move = (field: string, cells: [Column, string][] | null): void => {
    if (!cells) return;
    for (const [column, text] of cells) row.set(column, text);
    moved.add(field);
  };
  for (const field of ["id", "kind", "concept", "difficulty"] as const) {
    move(field, textCell(field, fields[field]));
  }
  for (const field of ["prompt", "hint", "explanation"] as const) {
    move(field, textCell(field, fields[field]));
  }
  move("competencies", linesCell("competencies", fields["competencies"]));
  move("tags", linesCell("tags", fields["tags"]));
  move("sources.docs", linesCell("docs", content.sources.docs));
  move("kubernetes", releaseCells(content));
  for (const [field, cells] of bodyCells(content)) move(field, cells);
  const left = Object.entries(fields).flatMap(([field, value]): [string, unknown][] => {
    if (moved.has(field)) return [];
    if (field !== "sources" || !moved.has("sources.docs")) return [[field, value]];
    const { docs: _, ...others } = content.sources;
    return Object.keys(others).length > 0 ? [[field, others]] : [];
  });
  if (left.length > 0) row.set("more", JSON.stringify(Object.fromEntries(left)));
  return row;
}

/** A cell is read back without blanks around it and with `\n` as its only line break. */
const isSafe = (text: unknown): text is string =>
  typeof text === "string" && text.trim() === text && text !== "" && !text.includes("\r");

const textCell = (column: Column, text: unknown): [Column, string][] | null =>
  isSafe(text) ? [[column, text]] : null;

const linesCell = (column: Column, list: unknown): [Column, string][] | null =>
  Array.isArray(list) &&
  list.length > 0 &&
  list.every((text: unknown) => isSafe(text) && !text.includes("\n"))
    ? [[column, list.join("\n")]]
    : null;

/** With a letter before it, a spreadsheet does not take 1.30 for 1.3. */
const releaseCells = ({ kubernetes = {} }: QuestionContent): [Column, string][] | null => {
  const { since, until } = kubernetes;
  const cells: [Column, string][] = [];
  if (since !== undefined) cells.push(["since", `v${since}`]);
  if (until !== undefined) cells.push(["until", `v${until}`]);
  return cells.length > 0 ? cells : null;
};

type FieldCells = [field: string, cells: [Column, string][] | null][];

function bodyCells(content: QuestionContent): FieldCells {
  switch (content.kind) {
    case "single":
    case "multiple":
      return [["options", choiceCells(content.options)]];
    case "true-false":
      return [
        ["answer", [["answer", String(content.answer)]]],
        ["reasons", choiceCells(content.reasons)],
      ];
    case "match":
      return [["pairs", listCells(content.pairs, ["left", "right", "why"])]];
    case "order":
      return [["items", listCells(content.items, ["text", "why"])]];
    case "short":
      return [["accepted", linesCell("answer", content.accepted)]];
    case "number":
      return [["answer", numberCell(content.answer)]];
    case "kubectl":
      return [["accept", linesCell("answer", content.accept)]];
    case "open":
      return [
        ["modelAnswer", textCell("answer", content.modelAnswer)],
        ["marks", listCells(content.marks, ["text"])],
      ];
    case "blanks":
      return [];
  }
}

const COLUMN_OF: Record<string, ListColumn> = {
  left: "option",
  text: "option",
  right: "match",
  why: "why",
};

/** Null unless there is a column for each and all have no other fields than these, as safe texts. */
function listCells(
  entries: readonly Fields[],
  fields: readonly string[],
): [Column, string][] | null {
  if (entries.length > MOST_OPTIONS) return null;
  const cells = entries.flatMap((entry, index) =>
    Object.entries(entry).map(([field, text]): [Column, string] | null => {
      const column = COLUMN_OF[field];
      return column && fields.includes(field) && isSafe(text)
        ? [`${column} ${index + 1}`, text]
        : null;
    }),
  );
  return cells.every((cell) => cell !== null) ? cells : null;
}

function choiceCells(
  choices: readonly { text: string; correct?: boolean; why: string }[],
): [Column, string][] | null {
  if (choices.some(({ correct }) => correct === false)) return null;
  const cells = listCells(
    choices.map(({ text, why }) => ({ text, why })),
    ["text", "why"],
  );
  const right = choices.flatMap(({ correct }, index) => (correct === true ? [index + 1] : []));
  return cells && [...cells, ["correct", right.join(", ")]];
}

function numberCell(
  answer: { value: unknown; tolerance?: number } | { from: unknown; to: unknown },
): [Column, string][] | null {
  if (!("value" in answer)) {
    const { from, to } = answer;
    return typeof from === "number" && typeof to === "number"
      ? [["answer", `${from}..${to}`]]
      : null;
  }
  const { value, tolerance } = answer;
  if (typeof value !== "number") return null;
  return [["answer", tolerance === undefined ? String(value) : `${value}:${tolerance}`]];
}
