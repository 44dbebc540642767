/** `set env --overwrite=false` leaves variables alone that have another value. */
import { getAt, isObject } from "../json-path";
import { refuse } from "../plan-failure";
import type { PlanInput } from "../plan-input";
import type { Json, JsonObject, Target } from "../plan-model";
import { podSpecPath } from "../pod-spec-path";
import { namedTargets } from "./revision-problem";

export function heldProblem(input: PlanInput, targets: readonly Target[], env: readonly Json[]) {
  if (!input.flags.use("overwrite") || input.flags.bool("overwrite")) return null;
  for (const target of targets.flatMap((one) => namedTargets(input, one))) {
    const held = variablesOf(input, target);
    const wanted = variablesIn(env).find(([name, value]) => (held.get(name) ?? value) !== value);
    if (!wanted) continue;
    const [name] = wanted;
    const message = `error: ${target.type.resource}/${target.name ?? ""} '${name}' already has a value (${held.get(name) ?? ""}), and --overwrite is false`;
    const hint = "Leave --overwrite=false out to replace the value.";
    return refuse("needs-overwrite", message, input.flags.span("overwrite"), hint);
  }
  return null;
}

function variablesOf(input: PlanInput, target: Target): ReadonlyMap<string, string> {
  const found = input.world.find(target);
  const path = podSpecPath(target.type.kind);
  if (typeof found === "string" || !path) return new Map();
  const containers = getAt(found as JsonObject, [...path, "containers"]);
  const list = Array.isArray(containers) ? containers.filter(isObject) : [];
  return new Map(list.flatMap(({ env }) => variablesIn(Array.isArray(env) ? env : [])));
}

const variablesIn = (env: readonly Json[]) =>
  env
    .filter(isObject)
    .flatMap(({ name, value }) =>
      typeof name === "string" && typeof value === "string" ? [[name, value] as const] : [],
    );
