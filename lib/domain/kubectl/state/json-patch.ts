/** JSON patch: a list of operations on JSON pointers. RFC 6902, pointers RFC 6901. */
import { cloneJson, equalJson, isObject } from "../plan/json-path";
import type { Json, JsonObject } from "../plan/plan-model";

export type Operation = { op: string; path: string; from?: string; value?: Json };

export const isJsonPatch = (value: Json): value is JsonObject[] =>
  Array.isArray(value) &&
  value.every(
    (item) => isObject(item) && typeof item["op"] === "string" && typeof item["path"] === "string",
  );

/** Null when an operation does not apply: the server refuses the whole patch. */
export function applyJsonPatch(
  target: JsonObject,
  patch: readonly JsonObject[],
): JsonObject | null {
  let root: Json = target;
  for (const item of patch) {
    const next = applyOperation(root, item as Operation);
    if (next === undefined) return null;
    root = next;
  }
  return isObject(root) ? root : null;
}

export const pointerParts = (pointer: string): string[] =>
  pointer
    .split("/")
    .slice(1)
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));

function applyOperation(root: Json, operation: Operation): Json | undefined {
  const { op, path, value } = operation;
  const parts = pointerParts(path);
  switch (op) {
    case "add":
      return value === undefined ? undefined : place(root, parts, value, true);
    case "replace": {
      const there = value !== undefined && read(root, parts) !== undefined;
      return there ? place(root, parts, value, false) : undefined;
    }
    case "remove":
      return remove(root, parts);
    case "test":
      return equalJson(read(root, parts), value) ? root : undefined;
    case "copy":
    case "move":
      return transfer(root, operation);
    default:
      return undefined;
  }
}

function transfer(root: Json, { op, path, from }: Operation): Json | undefined {
  const source = pointerParts(from ?? "");
  const found = read(root, source);
  if (found === undefined) return undefined;
  const copy = cloneJson(found);
  const rest = op === "move" ? remove(root, source) : root;
  return rest === undefined ? undefined : place(rest, pointerParts(path), copy, true);
}

function read(root: Json | undefined, parts: readonly string[]): Json | undefined {
  let at = root;
  for (const part of parts) {
    if (Array.isArray(at)) at = at[Number(part)];
    else if (isObject(at)) at = at[part];
    else return undefined;
  }
  return at;
}

function place(
  root: Json,
  parts: readonly string[],
  value: Json,
  insert: boolean,
): Json | undefined {
  const last = parts.at(-1);
  if (last === undefined) return cloneJson(value);
  const parent = read(root, parts.slice(0, -1));
  if (Array.isArray(parent)) {
    const index = last === "-" ? parent.length : Number(last);
    if (!Number.isInteger(index) || index < 0 || index > parent.length) return undefined;
    parent.splice(index, insert ? 0 : 1, cloneJson(value));
    return root;
  }
  if (!isObject(parent)) return undefined;
  parent[last] = cloneJson(value);
  return root;
}

function remove(root: Json, parts: readonly string[]): Json | undefined {
  const last = parts.at(-1);
  const parent = read(root, parts.slice(0, -1));
  if (last === undefined) return undefined;
  if (Array.isArray(parent)) {
    if (parent[Number(last)] === undefined) return undefined;
    parent.splice(Number(last), 1);
    return root;
  }
  if (!isObject(parent) || !(last in parent)) return undefined;
  Reflect.deleteProperty(parent, last);
  return root;
}
