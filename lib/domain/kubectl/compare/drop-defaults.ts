/** Leaves out of an object what the server would fill in by itself. Each changes its argument. */
import { equalJson, isObject } from "../plan/json-path";
import type { Json, JsonObject } from "../plan/plan-model";

export function dropDefaults(object: JsonObject, defaults: JsonObject | undefined): void {
  for (const key in defaults) {
    if (equalJson(object[key], defaults[key])) Reflect.deleteProperty(object, key);
  }
}

/** Drops defaults inside `object[key]`, and the key itself when nothing is left. */
export function dropInside(object: JsonObject, key: string, defaults: JsonObject): void {
  const inner = object[key];
  if (!isObject(inner)) return;
  dropDefaults(inner, defaults);
  if (Object.keys(inner).length === 0) Reflect.deleteProperty(object, key);
}

/** The objects of a list; none when it is missing. */
export const objectsIn = (value: Json | undefined): JsonObject[] =>
  Array.isArray(value) ? value.filter(isObject) : [];
