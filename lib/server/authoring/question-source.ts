import { stringify } from "yaml";

import type { QuestionContent } from "@/lib/domain/questions/content";

/** Fields in the order in which they are read; those of the kind come after the prompt. */
const FIRST = ["id", "kind", "concept", "prompt", "exhibits", "parameters"];
const LAST = [
  "hint",
  "explanation",
  "sources",
  "errata",
  "competencies",
  "tags",
  "difficulty",
  "kubernetes",
];

/** A question as YAML, as it would stand in a bank's file. What appeals added to its key is not in it. */
export function questionSource({ bank, also: _, id, ...fields }: QuestionContent): string {
  return toSource({ id: id.slice(bank.length + 1), ...fields });
}

export function toSource(fields: Readonly<Record<string, unknown>>): string {
  const names = Object.keys(fields);
  const own = names.filter((name) => !FIRST.includes(name) && !LAST.includes(name));
  const ordered = [...FIRST, ...own, ...LAST].filter((name) => fields[name] !== undefined);
  return stringify(Object.fromEntries(ordered.map((name) => [name, fields[name]])), {
    lineWidth: 100,
  });
}
