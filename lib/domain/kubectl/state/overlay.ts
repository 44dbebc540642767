/**
 * Changes to an object whose content is not known, kept as one patch.
 * Removals stay as null, elements of named lists stay apart, "*" stands for all.
 */
import { canonicalJson, cloneJson, equalJson, isObject } from "../plan/json-path";
import type { Json, JsonObject } from "../plan/plan-model";
import type { Operation } from "./json-patch";
import { pointerParts } from "./json-patch";
import { mergeKeysOf } from "./strategic-patch";

/** Lays `patch` over `overlay`, which changes. Maps merge, named lists merge, the rest replaces. */
export function layOver(overlay: JsonObject, patch: JsonObject, mergeLists: boolean): JsonObject {
  for (const key in patch) {
    if (key.startsWith("$setElementOrder/")) continue;
    const value: Json = patch[key] ?? null;
    const old = overlay[key];
    if (isObject(value)) overlay[key] = layOver(isObject(old) ? old : {}, value, mergeLists);
    else if (Array.isArray(value)) overlay[key] = layList(key, old, value, mergeLists);
    else overlay[key] = value;
  }
  return overlay;
}

function layList(
  name: string,
  old: Json | undefined,
  value: readonly Json[],
  mergeLists: boolean,
): Json {
  const keys = mergeLists ? mergeKeysOf(name, value[0]) : [];
  if (keys.length === 0) return { $replacedBy: cloneJson([...value]) };
  const list = Array.isArray(old) ? old : [];
  for (const item of value) {
    if (!isObject(item)) continue;
    const everything = item["name"] === "*";
    const same = list.filter(
      (element): element is JsonObject =>
        isObject(element) &&
        (everything || keys.every((key) => equalJson(element[key], item[key]))),
    );
    const { name, ...fields } = item;
    for (const element of same) layOver(element, everything ? fields : item, true);
    if (!same.some((element) => equalJson(element["name"], name))) {
      list.push(layOver({}, item, true));
    }
  }
  // Where the object is not known, neither is the order of what it lists.
  return list.sort((a, b) => (keyText(a, keys) < keyText(b, keys) ? -1 : 1));
}

const keyText = (item: Json, keys: readonly string[]) =>
  isObject(item) ? keys.map((key) => canonicalJson(item[key])).join() : "";

/** A JSON patch on an unknown object: values at paths; null when it cannot be said so. */
export function layOperations(overlay: JsonObject, operations: readonly JsonObject[]): boolean {
  for (const item of operations) {
    const { op, path, value } = item as Operation;
    const parts = pointerParts(path);
    const listed = parts.some((part) => /^(\d+|-)$/.test(part));
    if (listed || parts.length === 0 || !["add", "replace", "remove"].includes(op)) return false;
    let patch: Json = op === "remove" ? null : (value ?? null);
    for (const part of [...parts].reverse()) patch = { [part]: patch };
    layOver(overlay, patch as JsonObject, false);
  }
  return true;
}
