/** Reads an answer line by line and plays it on the end state, as a shell would. */
import type { Invocation, ParsedLine } from "../invocation";
import type { KubeObject, Refusal, TaskContext, Unjudgeable } from "../model";
import { readAnswer } from "../parse/read-answer";
import { isObject } from "../plan/json-path";
import type { World } from "../plan/plan-input";
import type { Plan } from "../plan/plan-model";
import { planInvocation } from "../plan/plan-invocation";
import { normalPath } from "../plan/file-objects";
import { printYaml } from "../plan/print-yaml";
import { commandTable, DEFAULT_VERSION } from "../tables/tables";
import { applyPlan } from "./apply-plan";
import { knownObjects } from "./known-objects";
import type { Outcome } from "./outcome";
import { cellKey } from "./outcome";

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
    unjudgeable: null as Unjudgeable | null,
    empty: true,
  };
  for (const line of readAnswer(text, context, commandTable(version))) {
    runLine(run, line, context, version);
  }
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
    base: known.objects,
    closed: known.closed,
    namespace: context.namespace ?? "default",
    currentContext: context.currentContext ?? null,
  };
}

type Running = {
  outcome: Outcome;
  lines: ReadLine[];
  refusal: Refusal | null;
  unjudgeable: Unjudgeable | null;
  empty: boolean;
};

function runLine(run: Running, line: ParsedLine, context: TaskContext, version: string): void {
  if (line.kind === "setting") return;
  run.empty = false;
  if (line.kind === "refused") {
    run.refusal ??= line.refusal;
    return;
  }
  if (line.kind === "unjudgeable") {
    run.unjudgeable ??= line.unjudgeable;
    return;
  }
  const world = worldFor(run.outcome, context, version, line);
  const plan = planInvocation(line, world);
  if (!plan.ok) {
    if (plan.error.kind === "refused") run.refusal ??= plan.error.refusal;
    else run.unjudgeable ??= plan.error.unjudgeable;
    return;
  }
  run.lines.push({ invocation: line, plan: plan.value });
  const refused = applyPlan(run.outcome, plan.value, line);
  if (refused) run.refusal ??= { ...refused, hint: null };
  keepFile(run.outcome, plan.value);
}

/** What planners may ask: the end state so far, the task's files and those the answer wrote. */
function worldFor(
  outcome: Outcome,
  context: TaskContext,
  version: string,
  invocation: Invocation,
): World {
  const files = context.files ?? {};
  const read = (path: string): string | null => {
    const written = outcome.files.get(path);
    if (written !== undefined) return written;
    for (const name of Object.keys(files)) {
      if (normalPath(name) === path) return files[name] ?? null;
    }
    return null;
  };
  return {
    version,
    namespace: outcome.namespace,
    currentContext: outcome.currentContext,
    contexts: context.contexts,
    find: (target) => {
      const key = cellKey(target);
      const cell = outcome.cells.get(key);
      if (cell?.status === "absent") return "absent";
      if (cell?.known) return cell.object as KubeObject;
      return outcome.base.get(key) ?? "unknown";
    },
    readFile: read,
    listFiles: (folder) => {
      const prefix = folder === "." ? "" : `${folder}/`;
      return Object.keys(files)
        .map(normalPath)
        .filter(
          (path) =>
            path.startsWith(prefix) && !path.slice(prefix.length).includes("/") && path !== folder,
        );
    },
    readStdin: () => {
      const { stdin } = invocation;
      if (stdin?.kind === "text") return stdin.text;
      if (stdin?.kind === "file") return read(normalPath(stdin.path));
      return context.stdin ?? null;
    },
  };
}

/** `> pod.yaml` after a dry run that prints YAML or JSON: a later line may read the file. */
function keepFile(outcome: Outcome, plan: Plan): void {
  const { file, format } = plan.output;
  if (file === null) return;
  const print = outcome.prints.at(-1);
  const readable = (format === "yaml" || format === "json") && plan.dryRun !== "none";
  const path = normalPath(file.replace(/^>>/, ""));
  if (!print || !readable) {
    outcome.files.set(path, null);
    return;
  }
  const objects = [...print.cells.values()].filter((cell) => cell.known && isObject(cell.object));
  const text = objects.map((cell) => printYaml(cell.object)).join("---\n");
  const before = file.startsWith(">>") ? (outcome.files.get(path) ?? "") : "";
  outcome.files.set(path, before === "" ? text : `${before}---\n${text}`);
}
