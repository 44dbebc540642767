/** Words a flag problem as kubectl does, and adds where it is and what to do about it. */
import { hintUnknownSubcommand } from "../hints/hint-command";
import { hintUnknownFlag, hintUnknownShorthand } from "../hints/hint-flag";
import { hintInvalidValue, hintMissingValue } from "../hints/hint-value";
import { spanWithin, type ShellWord } from "../invocation";
import type { Refusal, Span } from "../model";
import type { CommandNode, CommandTree } from "./command-tree";
import type { FlagProblem } from "./flag-problem";
import { findCommand } from "./find-command";
import { goQuoteRune } from "./go-text";

export function refuseFlag(
  problem: FlagProblem,
  tree: CommandTree,
  rest: readonly ShellWord[],
): Refusal {
  switch (problem.kind) {
    case "bad-syntax": {
      const hint = "A long flag is two dashes and a name: --name or --name=value.";
      const message = `error: bad flag syntax: ${problem.word.text}`;
      return { code: "bad-flag-syntax", message, span: spanOf(problem.word), hint };
    }
    case "unknown-flag": {
      const { word, name, node } = problem;
      const noun = missingNoun(tree, node, rest);
      const hint = noun?.hint ?? hintUnknownFlag(tree, node, name);
      const span = noun?.span ?? spanWithin(word, 0, name.length + 2);
      return { code: "unknown-flag", message: `error: unknown flag: --${name}`, span, hint };
    }
    case "unknown-shorthand":
      return refuseShorthand(problem.word, problem.at, problem.node, tree, rest);
    case "needs-argument": {
      const message = `error: flag needs an argument: ${problem.shown}`;
      const hint = hintMissingValue(problem.spec);
      return { code: "flag-needs-argument", message, span: spanOf(problem.word), hint };
    }
    case "invalid-argument": {
      const hint = hintInvalidValue(problem.spec, problem.value);
      const message = `error: ${problem.message}`;
      return { code: "invalid-argument", message, span: problem.span, hint };
    }
  }
}

function refuseShorthand(
  word: ShellWord,
  at: number,
  node: CommandNode,
  tree: CommandTree,
  rest: readonly ShellWord[],
): Refusal {
  const letter = word.text[at] ?? "";
  // kubectl reads bytes: the first one of any other alphabet comes out as Ã.
  const shown = letter.charCodeAt(0) < 0x80 ? letter : "Ã";
  const message = `error: unknown shorthand flag: ${goQuoteRune(shown)} in -${word.text.slice(at)}`;
  const noun = missingNoun(tree, node, rest);
  const hint = noun?.hint ?? hintUnknownShorthand(tree, node, word.text, letter);
  const span = noun?.span ?? (at === 1 ? spanOf(word) : spanWithin(word, at, at + 1));
  return { code: "unknown-shorthand", message, span, hint };
}

/**
 * With `create deploymet web --image=x` kubectl complains of the flag, because `create`
 * takes the line. The word that should have been a subcommand is what to mend.
 */
function missingNoun(
  tree: CommandTree,
  node: CommandNode,
  rest: readonly ShellWord[],
): { hint: string; span: Span } | null {
  const needsSubcommand = !node.spec.runnable || node.spec.path[0] === "create";
  if (node.children.size === 0 || !needsSubcommand) return null;
  if (node === tree.root) return flagBeforeCommand(tree, rest);
  const { nextWord } = findCommand(node, rest, () => true);
  if (nextWord === null) return null;
  const before = rest[rest.indexOf(nextWord) - 1]?.text ?? "";
  const flag = before.startsWith("--") ? node.flags.get(before.slice(2)) : undefined;
  const hint =
    flag === undefined || flag.type === "bool"
      ? hintUnknownSubcommand(tree, node, nextWord.text)
      : `--${flag.name} takes its value with =, or none: --${flag.name}=${nextWord.text}.`;
  return { hint, span: spanOf(nextWord) };
}

/** `kubectl -A get`: the flag stands where kubectl does not know it yet. */
function flagBeforeCommand(
  tree: CommandTree,
  rest: readonly ShellWord[],
): { hint: string; span: Span } | null {
  const command = rest.find(({ text }) => tree.root.children.has(text));
  const [flag] = rest;
  if (command === undefined || flag === undefined) return null;
  const hint = `Put the command first: kubectl ${command.text} ${flag.text}.`;
  return { hint, span: spanOf(flag) };
}

const spanOf = ({ start, end }: Span): Span => ({ start, end });
