/**
 * Reads a text as kubectl would and says what each part of it means: for the page
 * where anyone can try a line.
 */
import { trapsOf } from "../compare/find-traps";
import type { Invocation, Notice, ParsedLine, ShellWord } from "../invocation";
import type { Refusal, Span, TaskContext, Unjudgeable } from "../model";
import { meaningOfCommand, meaningOfFlag } from "../meanings/meanings";
import { readAnswer } from "../parse/read-answer";
import { planInvocation } from "../plan/plan-invocation";
import type { World } from "../plan/plan-input";
import type { Plan } from "../plan/plan-model";
import { commandTable, DEFAULT_VERSION } from "../tables/tables";
import { describeStep, type ExplainedStep } from "./describe-step";

export type WordRole = "program" | "command" | "argument" | "flag" | "value" | "separator";

export type ExplainedWord = Span & { text: string; role: WordRole };

export type ExplainedFlag = {
  name: string;
  value: string;
  /** What it does, in a few words. */
  meaning: string;
  /** Whether every command takes it. */
  global: boolean;
  span: Span;
};

export type ExplainedCommand = { path: readonly string[]; summary: string; usage: string };

export type ExplainedLine = {
  span: Span;
  words: readonly ExplainedWord[];
  command: ExplainedCommand | null;
  flags: readonly ExplainedFlag[];
  steps: readonly ExplainedStep[];
  /** What is printed when it is not kubectl's own table or message. */
  output: string | null;
  refusal: Refusal | null;
  unjudgeable: Unjudgeable | null;
  /** What kubectl says on standard error before it runs. */
  warnings: readonly string[];
  /** What the learner surely did not mean: an en-dash, a smart quote. */
  notices: readonly Notice[];
};

export function explainLine(text: string, context: TaskContext = {}): readonly ExplainedLine[] {
  const version = context.version ?? DEFAULT_VERSION;
  const world = worldOf(context, version);
  return readAnswer(text, context, commandTable(version)).map((line) => explain(line, world));
}

/** What the lines would do, one after the other, without the words they are made of. */
export function explainSteps(text: string, context: TaskContext = {}): readonly ExplainedStep[] {
  const version = context.version ?? DEFAULT_VERSION;
  const world = worldOf(context, version);
  return readAnswer(text, context, commandTable(version)).flatMap((line) =>
    line.kind === "invocation" ? (explainPlan(line, world).steps ?? []) : [],
  );
}

/** Nothing is known of the cluster: whatever the line names may exist. */
function worldOf(context: TaskContext, version: string): World {
  const files = context.files ?? {};
  return {
    version,
    namespace: context.namespace ?? "default",
    currentContext: context.currentContext ?? null,
    find: () => "unknown",
    namespaceOf: (name) => context.contextNamespaces?.[name] ?? "default",
    list: () => null,
    knowsFiles: false,
    lacksFile: () => false,
    readFile: (path) => files[path] ?? null,
    listFiles: (folder) =>
      Object.keys(files).filter((path) => path.slice(0, path.lastIndexOf("/")) === folder),
    listTree: (folder) => Object.keys(files).filter((path) => path.startsWith(`${folder}/`)),
    readStdin: () => context.stdin ?? null,
    builtFrom: () => null,
  };
}

const EMPTY = {
  words: [],
  command: null,
  flags: [],
  steps: [],
  output: null,
  refusal: null,
  unjudgeable: null,
  warnings: [],
  notices: [],
} satisfies Omit<ExplainedLine, "span">;

function explain(line: ParsedLine, world: World): ExplainedLine {
  switch (line.kind) {
    case "setting":
      return { ...EMPTY, span: line.span };
    case "refused":
      return { ...EMPTY, span: line.span, refusal: line.refusal };
    case "unjudgeable":
      return { ...EMPTY, span: line.span, unjudgeable: line.unjudgeable };
    case "invocation":
      return { ...explainInvocation(line), ...explainPlan(line, world) };
  }
}

function explainInvocation(line: Invocation): ExplainedLine {
  const { path, usage } = line.command;
  return {
    ...EMPTY,
    span: line.line,
    words: line.words.map((word, index) => ({
      start: word.start,
      end: word.end,
      text: word.text,
      role: index === 0 ? "program" : roleOf(word, line),
    })),
    command: path.length === 0 ? null : { path, summary: meaningOfCommand(path), usage },
    flags: line.flags.map(({ name, value, global, span }) => ({
      name,
      value,
      meaning: meaningOfFlag(line.command.path, name),
      global,
      span,
    })),
    warnings: line.warnings,
    notices: line.help ? line.notices : trapsOf(line),
  };
}

function roleOf(word: ShellWord, { flags, args }: Invocation): WordRole {
  const covers = (span: Span | null) =>
    span !== null && span.start <= word.start && word.end <= span.end;
  if (flags.some((use) => use.valueWord === word || isWhole(use.valueSpan, word))) return "value";
  if (flags.some((use) => covers(use.span))) return "flag";
  if (args.includes(word) || args.some((arg) => isWhole(arg, word))) return "argument";
  return word.text === "--" ? "separator" : "command";
}

const isWhole = (span: Span | null, word: Span): boolean =>
  span !== null && span.start === word.start && span.end === word.end;

function explainPlan(
  line: Invocation,
  world: World,
): Partial<Pick<ExplainedLine, "steps" | "output" | "refusal" | "unjudgeable">> {
  if (line.help) return {};
  const planned = planInvocation(line, world);
  if (!planned.ok) {
    return planned.error.kind === "refused"
      ? { refusal: planned.error.refusal }
      : { unjudgeable: planned.error.unjudgeable };
  }
  const { steps, dryRun } = planned.value;
  return {
    steps: steps.map((step) => describeStep(step, dryRun)),
    output: describeOutput(planned.value),
  };
}

function describeOutput({ output }: Plan): string | null {
  const { format, template, file } = output;
  const shape = format === null ? null : `as ${format}${template === null ? "" : ` ${template}`}`;
  if (shape === null && file === null) return null;
  const where = file === null ? "" : ` into ${file.replace(/^>>/, "the end of ")}`;
  return `Prints ${shape ?? "what kubectl says"}${where}.`;
}
