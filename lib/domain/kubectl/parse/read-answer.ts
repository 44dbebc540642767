/** Everything up to planning: a text becomes invocations, refusals and what cannot be judged. */
import type { ParsedLine } from "../invocation";
import type { ShellContext } from "../model";
import { tokenize } from "../shell/tokenize";
import type { CommandTable } from "../tables/tables";
import { parseLine } from "./parse-line";

export function readAnswer(
  text: string,
  context: ShellContext,
  table: CommandTable,
): readonly ParsedLine[] {
  return tokenize(text, context).lines.map((line) => parseLine(line, table));
}
