/** Decides what one pipeline is: a kubectl command, a change of the shell, or out of reach. */
import type { Notice, ShellCommand, ShellLine, ShellWord } from "../invocation";
import type { Span, Unjudgeable } from "../model";
import type { Result } from "../../result";
import { err, ok } from "../../result";
import { changeShell } from "./change-shell";
import { expandWord } from "./expand-word";
import { assignedName, splitAssignments } from "./split-assignments";
import { judgeProgram, unwrapProgram } from "./judge-program";
import { feedFromProgram } from "./feed-from-program";
import { redirect, type Streams } from "./redirect";
import type { Shell } from "./shell-state";
import type { Stop } from "./stop";
import { plainText } from "./plain-text";
import type { Pipeline, SimpleCommand, WordToken } from "./shell-syntax";

const DECLARATIONS = new Set(["export", "declare", "typeset", "readonly", "alias"]);

type Expanded = Omit<ShellCommand, "kind" | "separator" | "background">;

export function runPipeline(pipeline: Pipeline, shell: Shell): ShellLine {
  const span = { start: pipeline.start, end: pipeline.end };
  if (pipeline.joinedBy === "||") {
    const message = "Whether the part after || runs depends on the cluster";
    return { ...beyond("or-list", message, span), span, separator: "newline" };
  }
  const separator = pipeline.joinedBy;
  const line = readPipeline(pipeline, shell);
  if (!line.ok) return { ...line.error, span, separator };
  if (line.value === "setting") return { kind: "setting", span, separator };
  return { kind: "command", ...line.value, span, separator, background: pipeline.background };
}

function readPipeline(pipeline: Pipeline, shell: Shell): Result<Expanded | "setting", Stop> {
  const [first, second, ...more] = pipeline.commands;
  if (first === undefined || loadsCompletion(first)) return ok("setting");
  const feed = expandCommand(first, shell);
  if (second === undefined || !feed.ok) return feed.ok ? runCommand(feed.value, shell) : feed;
  const stdin = more.length === 0 ? feedFromProgram(feed.value) : null;
  if (stdin === null) return err(pipeStop(pipeline));
  const fed = expandCommand(second, shell);
  if (!fed.ok) return fed;
  return runCommand({ ...fed.value, stdin: fed.value.stdin ?? stdin }, shell);
}

/** `source <(kubectl completion bash)`, the usual first line of a session. */
function loadsCompletion({ words }: SimpleCommand): boolean {
  const program = plainText(words[0]);
  const [part] = words[1]?.parts ?? [];
  const loads = part?.kind === "beyond" && part.code === "process-substitution";
  return loads && (program === "source" || program === ".");
}

const pipeStop = (pipeline: Pipeline): Stop =>
  beyond("pipe", "What passes through a pipe is known only when it runs", {
    start: pipeline.start,
    end: pipeline.end,
  });

function expandCommand(command: SimpleCommand, shell: Shell): Result<Expanded, Stop> {
  const notices: Notice[] = [];
  const { assignments, rest, problem } = splitAssignments(command.words, shell, notices);
  if (problem !== null) return err({ kind: "unjudgeable", unjudgeable: problem });
  const words = expandWords(rest, shell, notices);
  if (!words.ok) return err({ kind: "unjudgeable", unjudgeable: words.error });
  const streams: Result<Streams, Stop> = redirect(command.redirections, shell, notices);
  if (!streams.ok) return streams;
  const span = { start: command.start, end: command.end };
  return ok({ span, words: words.value, assignments, notices, ...streams.value });
}

/** The operands of `export` and its like are not split, as if they were assignments. */
function expandWords(
  words: readonly WordToken[],
  shell: Shell,
  notices: Notice[],
): Result<ShellWord[], Unjudgeable> {
  const expanded: ShellWord[] = [];
  const declares = DECLARATIONS.has(plainText(words[0]) ?? "");
  for (const word of words) {
    const quoted = declares && assignedName(word) !== null;
    const one = expandWord(quoted ? quotedWhole(word) : word, shell, notices);
    if (!one.ok) return one;
    for (const each of one.value) expanded.push(each);
  }
  return ok(expanded);
}

const quotedWhole = (word: WordToken) => ({
  ...word,
  parts: word.parts.map((part) => (part.kind === "beyond" ? part : { ...part, quoted: true })),
});

function runCommand(command: Expanded, shell: Shell): Result<Expanded | "setting", Stop> {
  const [program] = command.words;
  if (program === undefined) {
    for (const { name, value } of command.assignments) shell.values.set(name, value);
    return ok("setting");
  }
  const change = changeShell(command.words, shell);
  if (change === "done") return ok("setting");
  if (change !== null) return err({ kind: "refused", refusal: change });
  const words = unwrapProgram(command.words);
  const stop = judgeProgram(words, command);
  if (stop === "harmless") return ok("setting");
  return stop === null ? ok({ ...command, words }) : err(stop);
}

const beyond = (code: string, message: string, span: Span): Stop => ({
  kind: "unjudgeable",
  unjudgeable: { code, message, span },
});
