/** Decides what one pipeline is: a kubectl command, a change of the shell, or out of reach. */
import type {
  Notice,
  OutputFile,
  ShellCommand,
  ShellLine,
  ShellWord,
  WrittenFile,
} from "../invocation";
import { PIPE } from "../invocation";
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
type Setting = { writes: WrittenFile | null };
type Read = { commands: readonly Expanded[] } | Setting;

const SETTING: Setting = { writes: null };

export function runPipeline(pipeline: Pipeline, shell: Shell): ShellLine[] {
  const span = { start: pipeline.start, end: pipeline.end };
  if (pipeline.joinedBy === "||") {
    const message = "Whether the part after || runs depends on the cluster";
    return [{ ...beyond("or-list", message, span), span, separator: "newline" }];
  }
  const { joinedBy: separator, background } = pipeline;
  const read = readPipeline(pipeline, shell);
  if (!read.ok) return [{ ...read.error, span, separator }];
  if ("writes" in read.value) return [{ kind: "setting", ...read.value, span, separator }];
  return read.value.commands.map((command) => ({
    kind: "command",
    ...command,
    span,
    separator,
    background,
  }));
}

function readPipeline(pipeline: Pipeline, shell: Shell): Result<Read, Stop> {
  const [first, second, ...more] = pipeline.commands;
  if (first === undefined || loadsCompletion(first)) return ok(SETTING);
  const feed = expandCommand(first, shell);
  if (second === undefined || !feed.ok) return feed.ok ? runCommand(feed.value, shell) : feed;
  if (more.length > 0) return err(pipeStop(pipeline));
  const fed = expandCommand(second, shell);
  const stdin = feedFromProgram(feed.value);
  if (stdin === null) return readKubectlPipe(pipeline, feed.value, fed, shell);
  if (!fed.ok) return fed;
  return runCommand({ ...fed.value, stdin: fed.value.stdin ?? stdin }, shell);
}

/** `kubectl … | tee file` and `kubectl … | kubectl …`: the pipe is a file with no other name. */
function readKubectlPipe(
  pipeline: Pipeline,
  feed: Expanded,
  fed: Result<Expanded, Stop>,
  shell: Shell,
): Result<Read, Stop> {
  if (!fed.ok || feed.outputFile !== null) return err(pipeStop(pipeline));
  const left = runCommand(feed, shell);
  if (!left.ok || "writes" in left.value) return err(pipeStop(pipeline));
  const file = teeFile(fed.value.words);
  if (file) {
    return ok({ commands: left.value.commands.map((one) => ({ ...one, outputFile: file })) });
  }
  const right = runCommand(fed.value, shell);
  if (!right.ok || "writes" in right.value || fed.value.stdin !== null) {
    return err(pipeStop(pipeline));
  }
  const span = { start: pipeline.start, end: pipeline.end };
  const path = `${PIPE}${String(pipeline.start)}`;
  return ok({
    commands: [
      ...left.value.commands.map((one) => ({ ...one, outputFile: { path, append: false, span } })),
      ...right.value.commands.map((one) => ({
        ...one,
        stdin: { kind: "file" as const, path, span },
      })),
    ],
  });
}

function teeFile([program, ...args]: readonly ShellWord[]): OutputFile | null {
  if (program?.text !== "tee") return null;
  const append = args[0]?.text === "-a";
  const [file, more] = append ? args.slice(1) : args;
  if (file === undefined || more !== undefined || file.text.startsWith("-")) return null;
  return { path: file.text, append, span: { start: file.start, end: file.end } };
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

function runCommand(command: Expanded, shell: Shell): Result<Read, Stop> {
  const [program] = command.words;
  if (program === undefined) {
    for (const { name, value } of command.assignments) shell.values.set(name, value);
    return ok(SETTING);
  }
  const change = changeShell(command.words, shell);
  if (change === "done") return ok(SETTING);
  if (change !== null) return err({ kind: "refused", refusal: change });
  const words = unwrapProgram(command.words);
  const stop = judgeProgram(words, command);
  if (stop === "harmless") return ok({ writes: writtenFile(command) });
  return stop === null ? ok({ commands: [{ ...command, words }] }) : err(stop);
}

/** What `cat <<E > file` and `echo text >> file` leave behind. */
function writtenFile(command: Expanded): WrittenFile | null {
  const file = command.outputFile;
  if (file === null) return null;
  const printed = feedFromProgram({ ...command, outputFile: null });
  return {
    path: file.path,
    append: file.append,
    text: printed?.kind === "text" ? printed.text : null,
  };
}

const beyond = (code: string, message: string, span: Span): Stop => ({
  kind: "unjudgeable",
  unjudgeable: { code, message, span },
});
