/** Lines whose command kubectl cannot find. */
import { hintUnknownCommand } from "../hints/hint-command";
import type { ShellWord } from "../invocation";
import type { Refusal } from "../model";
import { HELP_COMMAND, type CommandTree } from "./command-tree";
import { findCommand, type Found } from "./find-command";
import { goQuote } from "./go-text";
import type { ParsedFlags } from "./parse-flags";

/** Shells ask kubectl through these what may follow; they are known to no table. */
export const COMPLETION_COMMANDS: ReadonlySet<string> = new Set(["__complete", "__completeNoDesc"]);

/**
 * A word that is no command may be a plugin, and plugins cannot have flags before
 * their name. So `kubectl -A get pods` fails: `-A` swallows "get", and "pods" is no command.
 */
export function refusePluginFlag(tree: CommandTree, words: readonly ShellWord[]): Refusal | null {
  const [first] = words;
  if (first?.text.startsWith("-") !== true) return null;
  const found = findCommand(tree.root, words, ({ spec }) => spec !== HELP_COMMAND);
  if (found.node !== tree.root || found.nextWord === null) return null;
  const name = words.find(({ text }) => !text.startsWith("-"));
  if (name?.text === HELP_COMMAND.path[0]) return null;
  return {
    code: "flags-before-command",
    message: `Error: flags cannot be placed before plugin name: ${first.text}`,
    span: { start: first.start, end: first.end },
    hint: hintFlagFirst(tree, words, found.nextWord),
  };
}

function hintFlagFirst(
  tree: CommandTree,
  words: readonly ShellWord[],
  nextWord: ShellWord,
): string | null {
  const swallowed = words[words.indexOf(nextWord) - 1];
  const isCommand = swallowed !== undefined && tree.root.children.has(swallowed.text);
  if (!isCommand) return hintUnknownCommand(tree, nextWord.text);
  const flag = words[words.indexOf(swallowed) - 1]?.text ?? "A flag";
  return `${flag} in front takes ${swallowed.text} for its value. Put the command first and the flag after it.`;
}

/** `unknown command "creat" for "kubectl"` */
export function refuseRootWord(tree: CommandTree, { nextWord }: Found): Refusal {
  const { text, start, end } = nextWord ?? { text: "", start: 0, end: 0 };
  return {
    code: "unknown-command",
    message: `error: unknown command ${goQuote(text)} for "kubectl"`,
    span: { start, end },
    hint: hintUnknownCommand(tree, text),
  };
}

/** `help` finds its command as a line does; what it cannot find it says so, and succeeds. */
export function warnOfHelpTopic(
  tree: CommandTree,
  { node }: Found,
  { args }: ParsedFlags,
): string | null {
  if (node.spec !== HELP_COMMAND) return null;
  const found = findCommand(tree.root, args, () => true);
  if (found.node !== tree.root || found.nextWord === null) return null;
  const topics = args.map(({ text }) => (text.includes("`") ? goQuote(text) : `\`${text}\``));
  return `Unknown help topic [${topics.join(" ")}]`;
}
