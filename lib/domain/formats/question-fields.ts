/** A question's fields as its author writes them: the id without its bank, in the order of the guide. */
import type { QuestionContent } from "@/lib/domain/questions/content";

export type Fields = Record<string, unknown>;

/** Those of the kind come between the two. */
const FIRST = ["id", "kind", "concept", "prompt", "exhibits", "parameters"];
const LAST = [
  ...["hint", "explanation", "sources", "errata", "competencies", "tags", "difficulty"],
  "kubernetes",
];

/** What appeals added to the key is not the author's, and is not among them. */
export const questionFields = ({ bank, also: _, ...content }: QuestionContent): Fields =>
  inOrder({ ...content, id: content.id.slice(bank.length + 1) });

export function inOrder(fields: Readonly<Fields>): Fields {
  const own = Object.keys(fields).filter((key) => !FIRST.includes(key) && !LAST.includes(key));
  return Object.fromEntries(
    [...FIRST, ...own, ...LAST].flatMap((key) => (key in fields ? [[key, fields[key]]] : [])),
  );
}
