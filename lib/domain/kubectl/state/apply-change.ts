/** Applies one patch to one object of the end state. */
import { canonicalJson, cloneJson, equalJson, getAt, isObject } from "../plan/json-path";
import type { Change, Json, JsonObject } from "../plan/plan-model";
import { applyJsonPatch, isJsonPatch } from "./json-patch";
import { applyMergePatch } from "./merge-patch";
import type { Cell } from "./outcome";
import { layOperations, layOver } from "./overlay";
import { applyStrategicPatch } from "./strategic-patch";

/** What the server or kubectl says when the change does not apply; null when it does. */
export function applyChange(cell: Cell, change: Change, options: JsonObject): string | null {
  const refusal = preconditionProblem(cell, change, options);
  if (refusal) return refusal;
  if (options["replaces"] === "spec.selector") clearField(cell, ["spec", "selector"]);
  if (change.subresource !== null && change.subresource !== "scale") {
    cell.effects.push({ op: "patch", subresource: change.subresource, body: change.body });
    return null;
  }
  switch (change.type) {
    case "strategic":
    case "merge":
      applyMap(cell, change.body as JsonObject, change.type);
      return null;
    case "json":
      return applyOperations(cell, change.body);
    case "symbolic":
      applySymbolic(cell, change.body as JsonObject, options);
      return null;
  }
}

function applyMap(cell: Cell, body: JsonObject, type: "strategic" | "merge"): void {
  if ("$file" in body) {
    cell.effects.push({ op: "patch", type, body });
    return;
  }
  if (!cell.known) {
    cell.object = layOver(cell.object, cloneJson(body), type === "strategic");
    unsetFalse(cell.object["spec"]);
    return;
  }
  cell.object =
    type === "strategic"
      ? applyStrategicPatch(cell.object, body)
      : applyMergePatch(cell.object, body);
}

/** For these the server knows no difference between false and unset. */
function unsetFalse(spec: Json | undefined): void {
  if (!isObject(spec)) return;
  if (spec["unschedulable"] === false) spec["unschedulable"] = null;
  if (spec["paused"] === false) spec["paused"] = null;
}

function clearField(cell: Cell, path: readonly string[]): void {
  const last = path.at(-1) ?? "";
  const parent = getAt(cell.object, path.slice(0, -1));
  if (isObject(parent)) Reflect.deleteProperty(parent, last);
}

function applyOperations(cell: Cell, body: Json): string | null {
  if (!isJsonPatch(body)) {
    cell.effects.push({ op: "patch", type: "json", body });
    return null;
  }
  if (cell.known) {
    const patched = applyJsonPatch(cloneJson(cell.object), body);
    if (!patched) {
      return "The request is invalid: the server rejected our request due to an error in our request";
    }
    cell.object = patched;
    return null;
  }
  if (!layOperations(cell.object, body)) cell.effects.push({ op: "patch", type: "json", body });
  return null;
}

/** `--current-replicas`, `--resource-version`, and label and annotate without `--overwrite`. */
function preconditionProblem(cell: Cell, change: Change, options: JsonObject): string | null {
  const wanted = options["currentReplicas"];
  if (wanted !== undefined) {
    const current = cell.known ? getAt(cell.object, ["spec", "replicas"]) : undefined;
    if (current === undefined) cell.effects.push({ op: "only-if", currentReplicas: wanted });
    else if (!equalJson(current, wanted)) {
      return `error: Expected replicas to be ${canonicalJson(wanted)}, was ${canonicalJson(current)}`;
    } else cell.guards.push({ currentReplicas: wanted });
  }
  const version = options["resourceVersion"];
  if (version !== undefined) cell.effects.push({ op: "only-if", resourceVersion: version });
  return overwriteProblem(cell, change, options);
}

/** The reason of a rollout may always be replaced. */
const CHANGE_CAUSE = "kubernetes.io/change-cause";

/** Fields that kubectl sets only where they are unset, and the values it sets. */
function valuesToSet(change: Change, options: JsonObject): JsonObject {
  const field = options["field"];
  if (options["overwrite"] !== false || typeof field !== "string") return {};
  const wanted = change.type === "merge" ? getAt(change.body, ["metadata", field]) : undefined;
  const entries = isObject(wanted) ? Object.entries(wanted) : [];
  return Object.fromEntries(
    entries.filter(([key, value]) => value !== null && key !== CHANGE_CAUSE),
  );
}

/** Paths of those fields: "metadata.labels.tier". */
export const fieldsToBeUnset = (change: Change, options: JsonObject): string[] =>
  Object.keys(valuesToSet(change, options)).map(
    (key) => `metadata.${textOf(options["field"])}.${key}`,
  );

function overwriteProblem(cell: Cell, change: Change, options: JsonObject): string | null {
  const field = textOf(options["field"]);
  const wanted = valuesToSet(change, options);
  for (const key in wanted) {
    const old = getAt(cell.object, ["metadata", field, key]);
    if (equalJson(old, wanted[key])) continue;
    if (typeof old === "string") {
      return `error: '${key}' already has a value (${old}), and --overwrite is false`;
    }
    if (!cell.known && old === undefined) cell.mustBeUnset.push(`metadata.${field}.${key}`);
  }
  return null;
}

function applySymbolic(cell: Cell, body: JsonObject, options: JsonObject): void {
  const op = body["op"];
  if (op === "taint") applyTaints(cell, body["taints"], options["overwrite"] === true);
  else if (op === "add-subjects" && cell.known) addSubjects(cell, body["subjects"]);
  else cell.effects.push(Object.keys(options).length > 0 ? { ...body, options } : body);
}

function addSubjects(cell: Cell, added: Json | undefined): void {
  const old = cell.object["subjects"];
  const subjects = Array.isArray(old) ? [...old] : [];
  for (const subject of Array.isArray(added) ? added : []) {
    if (!subjects.some((have) => equalJson(have, subject))) subjects.push(subject);
  }
  cell.object["subjects"] = subjects;
}

const textOf = (value: Json | undefined) => (typeof value === "string" ? value : "");

function applyTaints(cell: Cell, changes: Json | undefined, overwrite: boolean): void {
  for (const change of Array.isArray(changes) ? changes : []) {
    if (!isObject(change)) continue;
    const { key, effect, remove, ...rest } = change;
    if (!cell.known) {
      cell.effects.push({ op: "taint", ...change });
      if (!overwrite && remove !== true) cell.mustBeUnset.push(`taints.${textOf(key)}`);
      continue;
    }
    const spec = isObject(cell.object["spec"]) ? cell.object["spec"] : {};
    const same = (taint: Json) =>
      isObject(taint) && taint["key"] === key && (effect === null || taint["effect"] === effect);
    const old = Array.isArray(spec["taints"]) ? spec["taints"].filter((taint) => !same(taint)) : [];
    const taints =
      remove === true ? old : [...old, { key: key ?? "", ...rest, effect: effect ?? null }];
    cell.object["spec"] = { ...spec, taints };
  }
}
