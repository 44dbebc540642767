/** Walks and edits plain JSON by dotted path. Segments with dots are kept apart by passing arrays. */
import type { Json, JsonObject } from "./plan-model";

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export function cloneJson<T>(value: T): T {
  if (Array.isArray(value)) return value.map((item: unknown) => cloneJson(item)) as T;
  if (!isObject(value)) return value;
  const copy: JsonObject = {};
  for (const key in value) copy[key] = cloneJson(value[key] ?? null);
  return copy as T;
}

export function getAt(value: Json | undefined, path: readonly string[]): Json | undefined {
  let at: Json | undefined = value;
  for (const key of path) {
    if (Array.isArray(at)) at = at[Number(key)];
    else if (isObject(at)) at = at[key];
    else return undefined;
  }
  return at;
}

/** The object at `path`, made when missing. */
export function objectAt(root: JsonObject, path: readonly string[]): JsonObject {
  let at = root;
  for (const key of path) {
    const next = at[key];
    if (isObject(next)) at = next;
    else {
      const made: JsonObject = {};
      at[key] = made;
      at = made;
    }
  }
  return at;
}

/** Text that is the same for equal JSON, whatever the order of keys. */
export function canonicalJson(value: Json | undefined): string {
  if (value === undefined) return "";
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const entries = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key])}`);
  return `{${entries.join(",")}}`;
}

/** Whether two values are the same JSON, whatever the order of keys. */
export function equalJson(left: Json | undefined, right: Json | undefined): boolean {
  if (left === right) return true;
  if (Array.isArray(left)) {
    if (!Array.isArray(right) || left.length !== right.length) return false;
    for (let index = 0; index < left.length; index++) {
      if (!equalJson(left[index], right[index])) return false;
    }
    return true;
  }
  if (!isObject(left) || !isObject(right)) return false;
  let keys = 0;
  for (const key in left) {
    if (!(key in right) || !equalJson(left[key], right[key])) return false;
    keys++;
  }
  return keys === Object.keys(right).length;
}
