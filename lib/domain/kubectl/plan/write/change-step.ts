/** Steps that patch existing objects. */
import type { Change, Json, JsonObject, Origin, Step, Target } from "../plan-model";

export const changeStep = (
  target: Target,
  change: Change,
  origins: readonly Origin[] = [],
  options: JsonObject = {},
): Step => ({ kind: "change", target, change, origins, options });

export const strategic = (body: Json): Change => ({ type: "strategic", body, subresource: null });
export const merge = (body: Json, subresource: string | null = null): Change => ({
  type: "merge",
  body,
  subresource,
});
export const symbolic = (op: string, facts: JsonObject): Change => ({
  type: "symbolic",
  body: { op, ...facts },
  subresource: null,
});

/** `value` at the end of `path`: {"spec":{"replicas":3}}. */
export function nested(path: readonly string[], value: Json): JsonObject {
  let body: Json = value;
  for (const key of [...path].reverse()) body = { [key]: body };
  return body as JsonObject;
}
