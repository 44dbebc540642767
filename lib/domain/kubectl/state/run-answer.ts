/** Reads an answer line by line and plays it on the end state, as a shell would. */
import type { Invocation, ParsedLine, WrittenFile } from "../invocation";
import { PIPE } from "../invocation";
import type { Refusal, TaskContext, Unjudgeable } from "../model";
import { readAnswer } from "../parse/read-answer";
import { isBuilt } from "../plan/file-objects";
import { isObject } from "../plan/json-path";
import type { PlanFailure } from "../plan/plan-failure";
import type { Plan, Step, Target } from "../plan/plan-model";
import { planInvocation } from "../plan/plan-invocation";
import { normalPath } from "../plan/normal-path";
import { printYaml } from "../plan/print-yaml";
import { READ_NOT_FOUND } from "../plan/server-refusal";
import { commandTable, DEFAULT_VERSION } from "../tables/tables";
import { answerWorld } from "./answer-world";
import { applyPlan } from "./apply-plan";
import { knownObjects } from "./known-objects";
import type { Outcome } from "./outcome";

export type ReadLine = { invocation: Invocation; plan: Plan };

export type AnswerRun = {
  outcome: Outcome;
  lines: readonly ReadLine[];
  /** The first line that the shell, kubectl or the server refuses. */
  refusal: Refusal | null;
  unjudgeable: Unjudgeable | null;
  /** Whether anything was typed besides shell settings. */
  empty: boolean;
};

export function runAnswer(text: string, context: TaskContext): AnswerRun {
  const version = context.version ?? DEFAULT_VERSION;
  const outcome = newOutcome(context);
  const run = {
    outcome,
    lines: [] as ReadLine[],
    refusal: null as Refusal | null,
    vainRead: null as Refusal | null,
    unjudgeable: null as Unjudgeable | null,
    empty: true,
  };
  for (const line of readAnswer(text, context, commandTable(version))) {
    runLine(run, line, context);
  }
  if (run.lines.length === 0) run.refusal ??= run.vainRead;
  return run;
}

function newOutcome(context: TaskContext): Outcome {
  const known = knownObjects(context);
  return {
    cells: new Map(),
    sweeps: [],
    shown: [],
    prints: [],
    config: [],
    displays: [],
    files: new Map(),
    built: new Map(),
    base: known.objects,
    closed: known.closed,
    namespace: context.namespace ?? "default",
    currentContext: context.currentContext ?? null,
    firstContext: context.currentContext ?? null,
    namespaceOf: (name) => context.contextNamespaces?.[name] ?? "default",
  };
}

type Running = {
  outcome: Outcome;
  lines: ReadLine[];
  refusal: Refusal | null;
  /** A line that looked for what is not there. Alone it fails; beside lines that act it was a check. */
  vainRead: Refusal | null;
  unjudgeable: Unjudgeable | null;
  empty: boolean;
};

function runLine(run: Running, line: ParsedLine, context: TaskContext): void {
  if (line.kind === "setting") {
    if (line.writes) writeFile(run.outcome, line.writes);
    return;
  }
  run.empty = false;
  if (line.separator === "&&") run.refusal ??= run.vainRead;
  if (line.kind === "refused") {
    run.refusal ??= line.refusal;
    return;
  }
  if (line.kind === "unjudgeable") {
    run.unjudgeable ??= line.unjudgeable;
    return;
  }
  const world = answerWorld(run.outcome, context, line);
  const plan = planInvocation(line, world);
  if (!plan.ok) {
    noteFailure(run, plan.error);
    return;
  }
  run.lines.push({ invocation: line, plan: plan.value });
  forgetBuilding(run.outcome, plan.value);
  const refused = applyPlan(run.outcome, plan.value, line);
  if (refused) run.refusal ??= { ...refused, hint: null };
  keepFile(run, plan.value, line);
}

function noteFailure(run: Running, failure: PlanFailure): void {
  if (failure.kind === "unjudgeable") run.unjudgeable ??= failure.unjudgeable;
  else if (failure.refusal.code === READ_NOT_FOUND) run.vainRead ??= failure.refusal;
  else run.refusal ??= failure.refusal;
}

function writeFile({ files, built }: Outcome, { path, append, text }: WrittenFile): void {
  const name = normalPath(path);
  built.delete(name);
  const before = append ? files.get(name) : "";
  files.set(name, before === undefined || before === null || text === null ? null : before + text);
}

/** What a line printed into a file: a later line may read it. */
function keepFile(run: Running, plan: Plan, line: Invocation): void {
  const { file } = plan.output;
  if (file === null) return;
  const appends = file.startsWith(">>");
  const path = normalPath(file.replace(/^>>/, ""));
  const folder = appends ? null : builtFolder(plan);
  if (folder === null) {
    run.outcome.built.delete(path);
    run.unjudgeable ??= keepPrint(run.outcome, plan, line, { file, path, appends });
    return;
  }
  run.outcome.built.set(path, folder);
  run.outcome.files.set(path, null);
}

/** `> pod.yaml` after a dry run that prints YAML or JSON. */
function keepPrint(
  outcome: Outcome,
  plan: Plan,
  line: Invocation,
  { file, path, appends }: { file: string; path: string; appends: boolean },
): Unjudgeable | null {
  const { format } = plan.output;
  const piped = file.startsWith(PIPE);
  const readable = (format === "yaml" || format === "json") && plan.dryRun !== "none";
  const print = readable ? outcome.prints.at(-1) : undefined;
  if (!print) {
    outcome.files.set(path, null);
    return piped ? pipeProblem(line) : null;
  }
  if (piped) outcome.prints.pop(); // it goes on to the next command, not to the screen
  const objects = [...print.cells.values()].filter((cell) => cell.known && isObject(cell.object));
  const text = objects.map((cell) => printYaml(cell.object)).join("---\n");
  const before = appends ? (outcome.files.get(path) ?? "") : "";
  outcome.files.set(path, before === "" ? text : `${before}---\n${text}`);
  return null;
}

/** `kubectl kustomize dir`: what it prints is what -k dir reads. */
function builtFolder({ path, steps: [step] }: Plan): string | null {
  if (path[0] !== "kustomize" || step?.kind !== "observe") return null;
  const { folder, to: _to, ...options } = step.observation.facts;
  const asUsual = Object.keys(options).length === 0;
  return typeof folder === "string" && asUsual ? folder : null;
}

/** A kustomization that was built into a file only to be read from it was not shown to anyone. */
function forgetBuilding(outcome: Outcome, { steps }: Plan): void {
  const read = steps.flatMap((step) => targetsOf(step)).filter(isBuilt);
  if (read.length === 0) return;
  outcome.shown = outcome.shown.filter(({ observation: { verb, facts }, output }) => {
    const away = verb === "kustomize" && output.file !== null;
    return !away || !read.some(({ name }) => name === facts["folder"]);
  });
}

const targetsOf = (step: Step): readonly Target[] => {
  if (step.kind === "observe") return step.observation.targets;
  return step.kind === "config" ? [] : [step.target];
};

const pipeProblem = ({ line }: Invocation): Unjudgeable => ({
  code: "pipe",
  message: "What passes through a pipe is known only when it runs",
  span: line,
});
