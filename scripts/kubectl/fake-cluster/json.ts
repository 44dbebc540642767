/** JSON as it travels between kubectl and a cluster. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = Record<string, Json>;

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The object at a path of keys; empty when there is none. */
export function objectAt(value: Json | undefined, ...keys: readonly string[]): JsonObject {
  let at = value;
  for (const key of keys) at = isObject(at) ? at[key] : undefined;
  return isObject(at) ? at : {};
}

export function textAt(value: Json | undefined, ...keys: readonly string[]): string {
  const last = keys.at(-1) ?? "";
  const found = objectAt(value, ...keys.slice(0, -1))[last];
  return typeof found === "string" ? found : "";
}
