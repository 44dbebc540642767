/**
 * The columns of a CSV file of questions, one row to a question. What no column can hold,
 * such as parameters or a kubectl task's world, stands in `more` as JSON or YAML.
 */
import type { Placed } from "@/lib/domain/formats/plain/plain-question";

export const SINGLE_COLUMNS = [
  ...["id", "kind", "concept", "difficulty", "prompt", "answer", "correct", "hint"],
  ...["explanation", "competencies", "tags", "docs", "since", "until", "more"],
] as const;
export type SingleColumn = (typeof SINGLE_COLUMNS)[number];

/** Numbered from 1: `option 1`, `why 1`, `match 1`. */
export const LIST_COLUMNS = ["option", "match", "why"] as const;
export type ListColumn = (typeof LIST_COLUMNS)[number];

export const MOST_OPTIONS = 20;

export type Column = SingleColumn | `${ListColumn} ${number}`;

/** The cells of a row that are not blank. */
export type Row = ReadonlyMap<Column, Placed>;

const ALIASES: Record<string, SingleColumn> = {
  type: "kind",
  question: "prompt",
  text: "prompt",
  answers: "answer",
  correctanswer: "correct",
  right: "correct",
  feedback: "explanation",
  competency: "competencies",
  doc: "docs",
  source: "docs",
};

const LIST_ALIASES: Record<string, ListColumn> = {
  option: "option",
  choice: "option",
  item: "option",
  match: "match",
  why: "why",
  reason: "why",
};

/** Null for a name that means nothing here. */
export function columnCalled(name: string): Column | null {
  const plain = name.toLowerCase().replaceAll(/[\s_-]/gu, "");
  const single = SINGLE_COLUMNS.find((column) => column === plain);
  if (single) return single;
  if (Object.hasOwn(ALIASES, plain)) return ALIASES[plain] ?? null;
  const [, list = "", digits = ""] = /^([a-z]+)(\d{1,2})$/u.exec(plain) ?? [];
  const number = Number(digits);
  if (!Object.hasOwn(LIST_ALIASES, list) || number < 1 || number > MOST_OPTIONS) return null;
  return `${LIST_ALIASES[list] ?? "option"} ${number}`;
}
