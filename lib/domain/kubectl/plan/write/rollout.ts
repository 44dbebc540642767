/** kubectl rollout restart, undo, pause, resume (changes); status, history (reads). */
import { ok } from "../../../result";
import { chooseTargets } from "../choose-targets";
import { hasFiles } from "../file-objects";
import { note } from "../create/create-step";
import type { Planned } from "../plan-failure";
import { refuse } from "../plan-failure";
import type { PlanInput, Planner } from "../plan-input";
import type { JsonObject, Origin, Target } from "../plan-model";
import { getAt } from "../json-path";
import { podTemplatePath } from "../pod-spec-path";
import { durationSeconds } from "../read/observe";
import { typeName } from "../resource-types";
import { absence, NOT_FOUND, READ_NOT_FOUND } from "../server-refusal";
import { changeStep, merge, nested, symbolic } from "./change-step";
import { historyProblem, namedTargets, statusProblem, undoProblem } from "./revision-problem";

const RESTARTABLE = ["Deployment", "DaemonSet", "StatefulSet"];

/** The moment of a restart is not known beforehand; any restart is like any other. */
const RESTARTED_AT = "kubectl.kubernetes.io/restartedAt";

function rolloutTargets(
  input: PlanInput,
  kinds: readonly string[],
  verb: string,
): Planned<Target[]> {
  const { args, pathSpan } = input.invocation;
  if (args.length === 0 && !hasFiles(input)) {
    return refuse(
      "nothing-given",
      "error: required resource not specified",
      pathSpan,
      "Name it: deployment/<name>.",
    );
  }
  const targets = chooseTargets(input, args, { allowEmptySelector: true });
  if (!targets.ok) return targets;
  const code = verb.startsWith("rollout ") ? READ_NOT_FOUND : NOT_FOUND;
  const absent = targets.value
    .map((target) => absence(input, target, null, code))
    .find((one) => one !== null);
  if (absent) return absent;
  const wrong = targets.value.find(
    ({ type }) => type.resource !== "file" && !kinds.includes(type.kind),
  );
  if (!wrong) return targets;
  return refuse(
    "no-rollout",
    `error: ${unsupported(verb, wrong)}`,
    wrong.span ?? pathSpan,
    `This works on ${kinds.map((kind) => kind.toLowerCase()).join(", ")} only.`,
  );
}

function unsupported(verb: string, { type, name }: Target): string {
  const kind = type.group === "" ? type.kind : `${type.kind}.${type.group}`;
  if (verb === "rolling back") {
    return `no rollbacker has been implemented for ${JSON.stringify(kind)}`;
  }
  if (verb === "rollout history" && type.kind === "Service") {
    return 'error retrieving history for "Service", no visitor method exists for { Service}';
  }
  if (verb === "rollout history") {
    return `no history viewer has been implemented for ${JSON.stringify(kind)}`;
  }
  if (verb === "rollout status") return `no status viewer has been implemented for ${kind}`;
  return `${typeName(type)} ${JSON.stringify(name ?? "")} ${verb} is not supported`;
}

export const planRolloutRestart: Planner = (input) => {
  const targets = rolloutTargets(input, RESTARTABLE, "restarting");
  if (!targets.ok) return targets;
  return ok(
    targets.value.map((target) => {
      const path = [...(podTemplatePath(target.type.kind) ?? []), "metadata", "annotations"];
      return changeStep(target, merge(nested(path, { [RESTARTED_AT]: "now" })));
    }),
  );
};

const planPaused =
  (paused: boolean): Planner =>
  (input) => {
    const verb = paused ? "pausing" : "resuming";
    const targets = rolloutTargets(input, ["Deployment"], verb);
    if (!targets.ok) return targets;
    const held = targets.value
      .flatMap((target) => namedTargets(input, target))
      .find((target) => isPaused(input, target) === paused);
    if (held) {
      const state = paused ? "already paused" : "not paused";
      const message = `error: ${typeName(held.type)} ${JSON.stringify(held.name)} is ${state}`;
      return refuse("already-so", message, held.span ?? input.invocation.pathSpan);
    }
    const change = merge({ spec: { paused: paused ? true : null } });
    return ok(targets.value.map((target) => changeStep(target, change)));
  };

/** Null when the deployment is not known. */
function isPaused(input: PlanInput, target: Target): boolean | null {
  const found = target.name === null ? "unknown" : input.world.find(target);
  return typeof found === "string" ? null : getAt(found as JsonObject, ["spec", "paused"]) === true;
}

export const planRolloutPause = planPaused(true);
export const planRolloutResume = planPaused(false);

export const planRolloutUndo: Planner = (input) => {
  const targets = rolloutTargets(input, RESTARTABLE, "rolling back");
  if (!targets.ok) return targets;
  const revision = Number(input.flags.text("to-revision"));
  for (const target of targets.value.flatMap((one) => namedTargets(input, one))) {
    const problem = undoProblem(input, target, revision);
    if (problem) return problem;
  }
  const origins: Origin[] = [];
  note(origins, "revision", input.flags.use("to-revision")?.span);
  const change = symbolic("rollback", { revision });
  return ok(targets.value.map((target) => changeStep(target, change, origins)));
};

const observeRollout =
  (verb: string, flags: readonly (readonly [string, string])[]): Planner =>
  (input) => {
    const revision = input.flags.text("revision");
    if (revision.startsWith("-")) {
      return refuse(
        "bad-revision",
        `error: revision must be a positive integer: ${revision}`,
        input.flags.span("revision"),
      );
    }
    const targets = rolloutTargets(input, RESTARTABLE, verb);
    if (!targets.ok) return targets;
    const check = verb === "rollout history" ? historyProblem : statusProblem;
    for (const target of targets.value.flatMap((one) => namedTargets(input, one))) {
      const problem = check(input, target);
      if (problem) return problem;
    }
    const facts: JsonObject = {};
    const origins: Origin[] = [];
    for (const [flag, unset] of flags) {
      const value = input.flags.text(flag);
      if (value !== unset) facts[flag] = durationSeconds(value) ?? value;
      note(origins, flag, input.flags.use(flag)?.span);
    }
    return ok([{ kind: "observe", observation: { verb, targets: targets.value, facts, origins } }]);
  };

export const planRolloutStatus = observeRollout("rollout status", [
  ["revision", "0"],
  ["watch", "true"],
  ["timeout", "0s"],
]);
export const planRolloutHistory = observeRollout("rollout history", [["revision", "0"]]);
