/**
 * Reads a learner's text as an interactive bash would, up to the point where a
 * program starts: lines, words, redirections, variables, aliases. Each simple
 * command becomes one `ShellLine`: a kubectl command with its words, a change of the
 * shell itself, a refusal, or something whose effect is out of reach.
 *
 * The time is linear in the length of the text.
 */
import type { ShellLine, Tokenized } from "../invocation";
import type { ShellContext } from "../model";
import { newAllowance } from "./allowance";
import { readLogicalLine } from "./read-logical-line";
import { runPipeline } from "./run-pipeline";
import { newShell, startLine } from "./shell-state";
import { openStream, type TokenStream } from "./token-stream";
import type { LogicalLine, Pipeline } from "./shell-syntax";

/** More than any answer has; what follows is not read. */
const MOST_COMMANDS = 200;

export function tokenize(text: string, context: ShellContext = {}): Tokenized {
  const shell = newShell(context, newAllowance());
  const stream = openStream(text, shell.allowance);
  const lines: ShellLine[] = [];
  for (;;) {
    startLine(shell);
    const line = readLogicalLine(stream, shell.aliases);
    if (line === null) break;
    // The shell runs nothing of a line that it cannot read to its end.
    const runs = line.problem?.refusal ? [] : line.pipelines;
    for (const pipeline of runs) {
      if (lines.length >= MOST_COMMANDS) return { lines: [...lines, tooMany(pipeline)] };
      lines.push(...runPipeline(pipeline, shell));
    }
    if (line.problem === null) continue;
    lines.push(lineOf(line.problem));
    return { lines };
  }
  return { lines: lines.length === 0 ? onlyComment(stream) : lines };
}

function lineOf(problem: NonNullable<LogicalLine["problem"]>): ShellLine {
  const { start, end, refusal, unjudgeable } = problem;
  const where = { span: { start, end }, separator: "newline" as const };
  return refusal === null
    ? { kind: "unjudgeable", ...where, unjudgeable }
    : { kind: "refused", ...where, refusal };
}

function tooMany({ start, end }: Pipeline): ShellLine {
  const span = { start, end };
  const unjudgeable = { code: "too-long", message: "There are too many commands to follow", span };
  return { kind: "unjudgeable", span, separator: "newline", unjudgeable };
}

/** A text that is nothing but a comment is mostly a prompt that was pasted along. */
function onlyComment(stream: TokenStream): ShellLine[] {
  const [comment] = stream.comments;
  if (comment === undefined) return [];
  const hint = "Everything after # is a comment to the shell: nothing was run. Leave the # out.";
  const refusal = { code: "only-a-comment", message: "", span: comment, hint };
  return [{ kind: "refused", span: comment, separator: "newline", refusal }];
}
