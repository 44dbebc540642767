/** kubectl apply view-last-applied, set-last-applied, edit-last-applied: the note that apply keeps. */
import { ok } from "../../../result";
import { chooseTargets } from "../choose-targets";
import type { FileObject } from "../file-objects";
import { hasFiles, readFileObjects } from "../file-objects";
import type { Planned } from "../plan-failure";
import { cannotJudge, refuse } from "../plan-failure";
import type { PlanInput, Planner } from "../plan-input";
import type { JsonObject, Target } from "../plan-model";
import { observe } from "../read/observe";
import { absence } from "../server-refusal";
import { changeStep, symbolic } from "./change-step";

export const LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

export const planViewLastApplied: Planner = (input) => {
  const targets = chosenTargets(input);
  return targets.ok ? ok([observe(input, "view-last-applied", targets.value, [])]) : targets;
};

function chosenTargets(input: PlanInput): Planned<Target[]> {
  const { args, pathSpan } = input.invocation;
  if (args.length === 0 && !hasFiles(input)) return nothingGiven(pathSpan);
  return chooseTargets(input, args, { allowEmptySelector: false, all: input.flags.bool("all") });
}

const nothingGiven = (span: PlanInput["invocation"]["pathSpan"]) =>
  refuse(
    "nothing-given",
    "error: You must provide one or more resources by argument or filename.",
    span,
    "Name the object, or its file with -f.",
  );

/** Whether an object is known to lack the note. */
function lacksNote({ world }: PlanInput, target: Target): boolean {
  const found = target.name === null ? "unknown" : world.find(target);
  if (typeof found === "string") return false;
  const annotations = found.metadata["annotations"] as JsonObject | undefined;
  return annotations?.[LAST_APPLIED] === undefined;
}

export const planEditLastApplied: Planner = (input) => {
  const targets = chosenTargets(input);
  if (!targets.ok) return targets;
  const { pathSpan } = input.invocation;
  for (const target of targets.value) {
    const absent = absence(input, target);
    if (absent) return absent;
    if (!lacksNote(input, target)) continue;
    return refuse(
      "no-last-applied",
      "error: no last-applied-configuration annotation found on resources, to create the annotation, use command `kubectl apply set-last-applied --create-annotation`",
      target.span ?? pathSpan,
      "Only objects made by kubectl apply keep this note.",
    );
  }
  return cannotJudge(
    "editor",
    "What you change in the editor is not seen here, so judge it yourself.",
    pathSpan,
  );
};

export const planSetLastApplied: Planner = (input) => {
  if (!hasFiles(input)) return nothingGiven(input.invocation.pathSpan);
  const files = readFileObjects(input);
  if (!files.ok) return files;
  const options: JsonObject = input.flags.bool("create-annotation") ? { create: true } : {};
  const problem = setProblem(input, files.value);
  if (problem) return problem;
  return ok(
    files.value.map(({ target, object, span }) => {
      const facts: JsonObject = object ? { object: object as JsonObject } : {};
      return changeStep(target, symbolic("set-last-applied", facts), [{ path: "", span }], options);
    }),
  );
};

function setProblem(input: PlanInput, files: readonly FileObject[]) {
  for (const { target, span } of files) {
    const absent = absence(input, target);
    if (absent) return absent;
    if (input.flags.bool("create-annotation") || !lacksNote(input, target)) continue;
    return refuse(
      "no-last-applied",
      `error: no last-applied-configuration annotation found on resource: ${target.name ?? ""}, to create the annotation, run the command with --create-annotation`,
      span,
      "Add --create-annotation.",
    );
  }
  return null;
}
