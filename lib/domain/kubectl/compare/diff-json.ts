/** Where two JSON values differ, as dotted paths. Lists of named things are compared name by name. */
import { equalJson, isObject } from "../plan/json-path";
import type { Json, JsonObject } from "../plan/plan-model";

export type Difference = {
  path: readonly string[];
  expected: Json | undefined;
  got: Json | undefined;
};

export function diffJson(expected: Json | undefined, got: Json | undefined): Difference[] {
  const found: Difference[] = [];
  walk([], expected, got, found);
  return found;
}

function walk(
  path: readonly string[],
  expected: Json | undefined,
  got: Json | undefined,
  found: Difference[],
): void {
  if (equalJson(expected, got)) return;
  if (isObject(expected) && isObject(got)) {
    // Whatever it is copied from stands for the whole of it.
    if ("$copiedFrom" in expected !== "$copiedFrom" in got) {
      found.push({ path, expected, got });
      return;
    }
    for (const key of new Set([...Object.keys(expected), ...Object.keys(got)])) {
      walk([...path, key], expected[key], got[key], found);
    }
    return;
  }
  if (isMapLike(path, expected, got)) {
    const left: Json = isObject(expected) ? expected : {};
    const right: Json = isObject(got) ? got : {};
    walk(path, left, right, found);
    return;
  }
  if (Array.isArray(expected) && Array.isArray(got) && walkList(path, expected, got, found)) return;
  found.push({ path, expected, got });
}

/** A map of labels that one side lacks is reported label by label. */
const isMapLike = (path: readonly string[], expected: Json | undefined, got: Json | undefined) =>
  (path.at(-1) === "labels" || path.at(-1) === "annotations" || path.at(-1) === "metadata") &&
  ((expected === undefined && isObject(got)) || (got === undefined && isObject(expected))) &&
  Object.keys((expected ?? got) as object).length > 0;

function walkList(
  path: readonly string[],
  expected: readonly Json[],
  got: readonly Json[],
  found: Difference[],
): boolean {
  const named = [...expected, ...got].every(
    (item) => isObject(item) && typeof item["name"] === "string",
  );
  if (path.at(-1) === "env" && named) return walkNamed(path, expected, got, found);
  if (expected.length !== got.length || !expected.every(isObject) || !got.every(isObject)) {
    return false;
  }
  expected.forEach((item, index) => {
    walk([...path, String(index)], item, got[index], found);
  });
  return true;
}

const nameText = ({ name }: JsonObject) => (typeof name === "string" ? name : "");

function walkNamed(
  path: readonly string[],
  expected: readonly Json[],
  got: readonly Json[],
  found: Difference[],
): boolean {
  const byName = (list: readonly Json[]) =>
    new Map(list.filter(isObject).map((item) => [nameText(item), item]));
  const left = byName(expected);
  const right = byName(got);
  if (left.size !== expected.length || right.size !== got.length) return false;
  for (const name of new Set([...left.keys(), ...right.keys()])) {
    walk([...path, name], left.get(name), right.get(name), found);
  }
  return true;
}
