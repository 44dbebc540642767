/** A question's fields as its author writes them: the id without its bank, in the order of the guide. */
import type { QuestionContent } from "@/lib/domain/questions/content";

export type Fields = Record<string, unknown>;

const FIRST = ["id", "kind", "concept", "prompt", "exhibits", "parameters", "hint"];
const LAST = ["explanation", "sources", "errata", "competencies", "difficulty", "kubernetes"];

export function questionFields(content: QuestionContent): Fields {
  const { bank, ...rest } = content;
  const fields: Fields = { ...rest, id: content.id.slice(bank.length + 1) };
  const own = Object.keys(fields).filter((key) => !FIRST.includes(key) && !LAST.includes(key));
  return Object.fromEntries(
    [...FIRST, ...own, ...LAST].flatMap((key) => (key in fields ? [[key, fields[key]]] : [])),
  );
}
