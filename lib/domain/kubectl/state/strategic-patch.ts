/**
 * Strategic merge patch: like a merge patch, but lists of things with a name are
 * merged thing by thing.
 * https://github.com/kubernetes/community/blob/master/contributors/devel/sig-api-machinery/strategic-merge-patch.md
 *
 * One addition of ours: a list element named "*" changes every element, which is
 * what `kubectl set` does when no container is named.
 */
import { cloneJson, equalJson, isObject } from "../plan/json-path";
import type { Json, JsonObject } from "../plan/plan-model";

/** Keys that tell elements apart, by the name of the list; from the API types' patchMergeKey. */
const MERGE_KEYS: Readonly<Record<string, readonly string[]>> = {
  containers: ["name"],
  initContainers: ["name"],
  ephemeralContainers: ["name"],
  env: ["name"],
  volumes: ["name"],
  volumeMounts: ["mountPath"],
  volumeDevices: ["devicePath"],
  imagePullSecrets: ["name"],
  hostAliases: ["ip"],
  topologySpreadConstraints: ["topologyKey", "whenUnsatisfiable"],
  ports: ["containerPort", "port"],
  conditions: ["type"],
  ownerReferences: ["uid"],
  secrets: ["name"],
  taints: [],
  tolerations: [],
};
/** Lists of plain values that are merged as sets. */
const SETS = new Set(["finalizers"]);

/** Changes `target` in place. */
export function applyStrategicPatch(target: JsonObject, patch: JsonObject): JsonObject {
  if (patch["$patch"] === "replace") return withoutDirectives(patch);
  for (const key in patch) {
    if (key.startsWith("$")) {
      applyDirective(target, key, patch[key] ?? null);
      continue;
    }
    const value: Json = patch[key] ?? null;
    const old = target[key];
    if (value === null) Reflect.deleteProperty(target, key);
    else if (Array.isArray(value)) {
      target[key] = mergeList(key, Array.isArray(old) ? old : [], value);
    } else if (!isObject(value)) target[key] = value;
    else if (value["$patch"] === "delete") Reflect.deleteProperty(target, key);
    else target[key] = applyStrategicPatch(isObject(old) ? old : {}, value);
  }
  return target;
}

function applyDirective(target: JsonObject, key: string, value: Json): void {
  const list = key.startsWith("$deleteFromPrimitiveList/") ? key.split("/")[1] : undefined;
  const old = list === undefined ? undefined : target[list];
  if (list === undefined || !Array.isArray(old) || !Array.isArray(value)) return;
  target[list] = old.filter((item) => !value.some((gone) => equalJson(gone, item)));
}

function withoutDirectives(patch: JsonObject): JsonObject {
  const kept = Object.entries(patch).filter(([key, value]) => key !== "$patch" && value !== null);
  return cloneJson(Object.fromEntries(kept));
}

/** The merge keys of a list's elements; empty when the list is replaced as a whole. */
export function mergeKeysOf(list: string, sample: Json | undefined): readonly string[] {
  const keys = MERGE_KEYS[list] ?? [];
  if (list !== "ports") return keys;
  if (!isObject(sample)) return [];
  return keys.filter((key) => key in sample).slice(0, 1);
}

function mergeList(name: string, old: readonly Json[], patch: readonly Json[]): Json[] {
  const keys = mergeKeysOf(name, patch[0]);
  if (patch.some((item) => isObject(item) && item["$patch"] === "replace")) {
    return cloneJson(patch.filter((item) => !isObject(item) || item["$patch"] !== "replace"));
  }
  if (keys.length === 0) {
    return SETS.has(name) ? union(old, patch) : cloneJson([...patch]);
  }
  let merged = cloneJson([...old]);
  for (const item of patch) {
    if (isObject(item)) merged = mergeElement(merged, item, keys);
  }
  return merged;
}

const union = (old: readonly Json[], added: readonly Json[]) => [
  ...old,
  ...added.filter((item) => !old.some((have) => equalJson(have, item))),
];

function mergeElement(list: Json[], item: JsonObject, keys: readonly string[]): Json[] {
  const same = (element: Json) =>
    isObject(element) && keys.every((key) => equalJson(element[key], item[key]));
  if (item["$patch"] === "delete") return list.filter((element) => !same(element));
  if (item["name"] === "*") return mergeEvery(list, item);
  const found = list.find(same);
  if (isObject(found)) applyStrategicPatch(found, item);
  else list.push(withoutDirectives(item));
  return list;
}

function mergeEvery(list: Json[], item: JsonObject): Json[] {
  const { name: _every, ...fields } = item;
  for (const element of list) {
    if (isObject(element)) applyStrategicPatch(element, fields);
  }
  return list;
}
