/** The word at the cursor and the words before it, read as the shell would. */
import type { ShellContext } from "../model";
import { tokenize } from "../shell/tokenize";
import { endsWord } from "../shell/source";

export type CurrentWord = {
  /** Words between the program and the cursor; null while the program itself is being typed. */
  before: readonly string[] | null;
  /** What is typed of the word. */
  typed: string;
  from: number;
  to: number;
};

/** Stands for the cursor while the line is read; nobody types it. */
const CURSOR = "\u0001";

/** Null where nothing can be completed: in quotes, behind pipes, in other programs. */
export function currentWord(
  text: string,
  cursor: number,
  context: ShellContext,
): CurrentWord | null {
  const head = text.slice(0, cursor);
  const line = tokenize(head + CURSOR, context).lines.at(-1);
  const to = endOfWord(text, cursor);
  if (line?.kind !== "command") return programBeingTyped(head, to);
  const words = line.words.slice(1);
  const current = words.pop();
  if (current?.pieces !== null || !current.text.endsWith(CURSOR)) return null;
  const typed = current.text.slice(0, -1);
  return { before: words.map((word) => word.text), typed, from: current.start, to };
}

function endOfWord(text: string, from: number): number {
  let end = from;
  while (!endsWord(text, end)) end++;
  return end;
}

/** The first word of the text or of a new command. */
function programBeingTyped(head: string, to: number): CurrentWord | null {
  const [typed] = /(?<=(?:^|[\n;&])[ \t]*)[\w-]*$/.exec(head) ?? [];
  if (typed === undefined) return null;
  return { before: null, typed, from: head.length - typed.length, to };
}
