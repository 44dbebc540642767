/** JSON merge patch: maps merge, null removes, everything else replaces. RFC 7386. */
import { cloneJson, isObject } from "../plan/json-path";
import type { Json, JsonObject } from "../plan/plan-model";

/** Changes `target` in place. */
export function applyMergePatch(target: JsonObject, patch: JsonObject): JsonObject {
  for (const key in patch) {
    const value: Json = patch[key] ?? null;
    const old = target[key];
    if (value === null) Reflect.deleteProperty(target, key);
    else if (!isObject(value)) target[key] = cloneJson(value);
    else target[key] = applyMergePatch(isObject(old) ? old : {}, value);
  }
  return target;
}
