/**
 * What the server answers to a PATCH. Only kubectl's wording depends on it
 * ("patched" or "no change"), so that lists of strategic patches are merged by
 * `name`, `containerPort`, `key` or `ip` alone.
 */
import { isObject, type Json, type JsonObject } from "./json";

const MERGE_KEYS = ["name", "containerPort", "port", "key", "ip", "type"];

export function applyPatch(object: JsonObject, contentType: string, patch: Json): JsonObject {
  if (contentType.includes("json-patch")) return applyOperations(object, patch);
  const strategic = contentType.includes("strategic");
  const merged = merge(object, patch, strategic);
  return isObject(merged) ? merged : object;
}

function merge(target: Json | undefined, patch: Json, strategic: boolean): Json {
  if (Array.isArray(patch)) {
    return strategic && Array.isArray(target) ? mergeLists(target, patch) : patch;
  }
  if (!isObject(patch)) return patch;
  const result: JsonObject = isObject(target) ? { ...target } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (key.startsWith("$")) continue;
    if (value === null) Reflect.deleteProperty(result, key);
    else result[key] = merge(result[key], value, strategic);
  }
  return result;
}

function mergeLists(target: Json[], patch: Json[]): Json[] {
  const result = [...target];
  for (const item of patch) {
    const key = isObject(item) ? MERGE_KEYS.find((name) => name in item) : undefined;
    if (!isObject(item) || key === undefined) return patch;
    const at = result.findIndex((other) => isObject(other) && other[key] === item[key]);
    if (item["$patch"] === "delete") result.splice(at, at < 0 ? 0 : 1);
    else if (at < 0) result.push(item);
    else result[at] = merge(result[at], item, true);
  }
  return result;
}

function applyOperations(object: JsonObject, patch: Json): JsonObject {
  const copy = structuredClone(object);
  for (const operation of Array.isArray(patch) ? patch : []) {
    if (!isObject(operation) || typeof operation["path"] !== "string") continue;
    const keys = operation["path"]
      .split("/")
      .slice(1)
      .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
    applyOperation(copy, keys, operation["op"], operation["value"] ?? null);
  }
  return copy;
}

function applyOperation(root: JsonObject, keys: string[], op: Json | undefined, value: Json) {
  let at: Json | undefined = root;
  for (const key of keys.slice(0, -1)) {
    at = Array.isArray(at) ? at[Number(key)] : isObject(at) ? at[key] : undefined;
  }
  const last = keys.at(-1) ?? "";
  if (Array.isArray(at)) {
    const index = last === "-" ? at.length : Number(last);
    at.splice(index, op === "add" ? 0 : 1, ...(op === "remove" ? [] : [value]));
  } else if (isObject(at)) {
    if (op === "remove") Reflect.deleteProperty(at, last);
    else at[last] = value;
  }
}
