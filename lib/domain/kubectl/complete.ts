/**
 * What may follow at the cursor: commands, resource types, flags, values and names,
 * from the same tables that judge the line.
 */
import { completeArgument } from "./complete/complete-argument";
import { completeCommand } from "./complete/complete-command";
import { completeFlag } from "./complete/complete-flag";
import { completeValue } from "./complete/complete-value";
import { matching, type Completion, type Offer } from "./complete/completion";
import { readSoFar } from "./complete/read-so-far";
import { currentWord } from "./complete/current-word";
import type { TaskContext } from "./model";
import { commandTree } from "./parse/command-tree";
import { commandTable } from "./tables/tables";

export type { Completion, CompletionOption } from "./complete/completion";

/** `cursor` is an offset into `text`; the option's text replaces the range from `from` to `to`. */
export function completeLine(text: string, cursor: number, context: TaskContext = {}): Completion {
  const current = currentWord(text, cursor, context);
  if (current === null) return { from: cursor, to: cursor, options: [] };
  const offer = offerFor(current.before, current.typed, context);
  const from = Math.min(current.from + offer.skip, cursor);
  return { from, to: current.to, options: matching(offer, current.typed.slice(offer.skip)) };
}

function offerFor(before: readonly string[] | null, typed: string, context: TaskContext): Offer {
  if (before === null) return completeCommand(null, context);
  const tree = commandTree(commandTable(context.version));
  const line = readSoFar(tree, before);
  if (line.pending !== null) return completeValue(line, line.pending, typed, 0, context);
  if (line.dashed) return { skip: 0, options: [] };
  if (typed.startsWith("-")) return completeFlag(line, typed, context);
  const wantsCommand = line.node.children.size > 0 && line.args.length === 0;
  if (wantsCommand) return completeCommand(line.node, context);
  return completeArgument(line, typed, context);
}
