/** Takes the `NAME=value` words off the front of a command. Their values are not split into words. */
import type { Assignment, Notice } from "../invocation";
import type { Unjudgeable } from "../model";
import { expandText, type Variables } from "./expand-word";
import type { WordPart, WordToken } from "./shell-syntax";

const ASSIGNMENT = /^([A-Za-z_]\w*)=/;

type Split = {
  assignments: Assignment[];
  rest: readonly WordToken[];
  problem: Unjudgeable | null;
};

export function splitAssignments(
  words: readonly WordToken[],
  variables: Variables,
  notices: Notice[],
): Split {
  const assignments: Assignment[] = [];
  for (const [index, word] of words.entries()) {
    const name = assignedName(word);
    if (name === null) return { assignments, rest: words.slice(index), problem: null };
    const value = expandText(partsAfter(word, name.length + 1), variables, notices);
    if (!value.ok) return { assignments, rest: [], problem: value.error };
    const span = { start: word.start, end: word.end };
    assignments.push({ name, value: value.value, span });
  }
  return { assignments, rest: [], problem: null };
}

export function assignedName(word: WordToken): string | null {
  const [first] = word.parts;
  if (first?.kind !== "text" || first.quoted) return null;
  return ASSIGNMENT.exec(first.text)?.[1] ?? null;
}

function partsAfter(word: WordToken, length: number): WordPart[] {
  return word.parts.map((part, index) =>
    index === 0 && part.kind === "text" ? { ...part, text: part.text.slice(length) } : part,
  );
}
