/**
 * Which command a line runs, by the rules of cobra's `Command.Find`.
 *
 * The first word that is neither a flag nor the value of one names the subcommand,
 * again and again. Flags are not parsed yet: `--flag` and `-f` without `=` take the
 * next word as their value unless the command reached so far knows them as flags
 * that need none. That is why `kubectl -A get pods` looks for a command "pods".
 */
import type { ShellWord } from "../invocation";
import { normalizeFlagName, type CommandNode } from "./command-tree";

export type Found = {
  node: CommandNode;
  /** The words that named the command. */
  pathWords: readonly ShellWord[];
  /** The line without them, in order. */
  rest: readonly ShellWord[];
  /** The first word of `rest` that is neither flag nor flag value, as the search sees it. */
  nextWord: ShellWord | null;
};

/** Subcommands that only the command line library adds are not known to the first search. */
export function findCommand(
  root: CommandNode,
  words: readonly ShellWord[],
  accepts: (node: CommandNode) => boolean,
): Found {
  let node = root;
  let rest = words;
  const pathWords: ShellWord[] = [];
  for (;;) {
    const index = nextCommandIndex(rest, node);
    const word = rest[index];
    if (word === undefined) return { node, pathWords, rest, nextWord: null };
    const child = node.children.get(word.text);
    if (child === undefined || !accepts(child)) return { node, pathWords, rest, nextWord: word };
    node = child;
    pathWords.push(word);
    rest = rest.toSpliced(index, 1);
  }
}

/** Index of the first word that could name a command, or the length. */
function nextCommandIndex(words: readonly ShellWord[], node: CommandNode): number {
  for (let index = 0; index < words.length; index++) {
    const text = words[index]?.text ?? "";
    if (text === "--") return words.length;
    if (takesNextWord(text, node)) {
      // cobra stops looking when the flag's value is the last word.
      if (words.length - index - 1 <= 1) return words.length;
      index++;
    } else if (text !== "" && !text.startsWith("-")) {
      return index;
    }
  }
  return words.length;
}

function takesNextWord(text: string, node: CommandNode): boolean {
  if (!text.startsWith("-") || text.includes("=")) return false;
  if (text.startsWith("--")) {
    const flag = node.flags.get(normalizeFlagName(text.slice(2)));
    return flag === undefined || flag.noOptDefault === null;
  }
  if (text.length !== 2) return false;
  const flag = node.shorthands.get(text.slice(1));
  return flag === undefined || flag.noOptDefault === null;
}
