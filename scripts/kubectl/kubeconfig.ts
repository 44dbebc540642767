/** The kubeconfig that recorded lines start from, and what they change in it. */
import { parse, stringify } from "yaml";

import { isObject, type Json, type JsonObject } from "./fake-cluster/json";
import type { World } from "./read-corpus";

export function kubeconfigText(
  server: string,
  { contexts, currentContext }: Pick<World, "contexts" | "currentContext">,
): string {
  return stringify({
    apiVersion: "v1",
    kind: "Config",
    "current-context": currentContext,
    clusters: Object.keys(contexts).map((name) => ({ name, cluster: { server } })),
    users: [
      { name: "admin", user: { token: "secret" } },
      { name: "guest", user: {} },
    ],
    contexts: Object.entries(contexts).map(([name, namespace]) => ({
      name,
      context: { cluster: name, user: "admin", ...(namespace === null ? {} : { namespace }) },
    })),
  });
}

/** Entries that differ, by path ("contexts.dev.namespace"); null for those that are gone. */
export function kubeconfigChanges(before: string, after: string): JsonObject {
  const [old, now] = [flatten(parse(before) as Json), flatten(parse(after) as Json)];
  const changes: JsonObject = {};
  for (const [path, value] of Object.entries(now)) if (old[path] !== value) changes[path] = value;
  for (const path of Object.keys(old)) if (!(path in now)) changes[path] = null;
  return changes;
}

function flatten(value: Json, path = ""): JsonObject {
  if (Array.isArray(value)) return joined(value.map((item) => flattenEntry(item, path)));
  if (!isObject(value)) return { [path]: value };
  const parts = Object.entries(value).map(([key, inner]) =>
    flatten(inner, path === "" ? key : `${path}.${key}`),
  );
  return parts.length === 0 ? { [path]: "{}" } : joined(parts);
}

const joined = (parts: readonly JsonObject[]): JsonObject =>
  Object.fromEntries(parts.flatMap((part) => Object.entries(part)));

/** `contexts: [{name: dev, context: {…}}]` becomes `contexts.dev.…`. */
function flattenEntry(item: Json, path: string): JsonObject {
  if (!isObject(item) || typeof item["name"] !== "string") {
    return { [path]: JSON.stringify(item) };
  }
  const kind = path.replace(/s$/, "");
  return flatten(item[kind] ?? {}, `${path}.${item["name"]}`);
}
