/**
 * Lists that may be written in more than one way and mean the same: the rules of
 * a role, of an ingress, of a network policy. Two of them are alike when they come
 * apart into the same pieces.
 */
import { canonicalJson, isObject } from "../plan/json-path";
import type { Json, JsonObject } from "../plan/plan-model";
import { objectsIn } from "./drop-defaults";

type Pieces = (value: Json | undefined) => string[];

/** Where such lists stand, by kind. */
const LISTS: Readonly<Record<string, readonly (readonly [path: readonly string[], Pieces])[]>> = {
  Role: [[["rules"], permissionsOf]],
  ClusterRole: [[["rules"], permissionsOf]],
  Ingress: [[["spec", "rules"], routesOf]],
  NetworkPolicy: [
    [["spec", "ingress"], itemsOf],
    [["spec", "egress"], itemsOf],
  ],
};

/** Writes lists of `got` as `expected` writes them, where they mean the same. Changes `got`. */
export function alignLists(expected: JsonObject, got: JsonObject, kind: string): void {
  for (const [path, piecesOf] of LISTS[kind] ?? []) {
    const last = path.at(-1) ?? "";
    const [a, b] = [parentOf(expected, path), parentOf(got, path)];
    const wanted = a?.[last];
    if (!b || wanted === undefined || b[last] === undefined) continue;
    if (canonicalJson(piecesOf(wanted)) === canonicalJson(piecesOf(b[last]))) b[last] = wanted;
  }
}

function parentOf(object: JsonObject, path: readonly string[]): JsonObject | null {
  let at: Json | undefined = object;
  for (const key of path.slice(0, -1)) at = isObject(at) ? at[key] : undefined;
  return isObject(at) ? at : null;
}

const sortedSet = (pieces: readonly string[]) => [...new Set(pieces)].sort();

const texts = (value: Json | undefined): string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];

/** One line for each verb on each resource of each group, and each name where names are given. */
function permissionsOf(rules: Json | undefined): string[] {
  return sortedSet(objectsIn(rules).flatMap(permissionsOfRule));
}

function permissionsOfRule(rule: JsonObject): string[] {
  const names = texts(rule["resourceNames"]);
  const objects = texts(rule["apiGroups"]).flatMap((group) =>
    texts(rule["resources"]).flatMap((resource) =>
      (names.length > 0 ? names : ["(any)"]).map((name) => `${group}/${resource}/${name}`),
    ),
  );
  const targets = [...objects, ...texts(rule["nonResourceURLs"]).map((url) => `url ${url}`)];
  return targets.flatMap((target) => texts(rule["verbs"]).map((verb) => `${verb} ${target}`));
}

/** One line for each path of each host: their order means nothing to a controller. */
function routesOf(rules: Json | undefined): string[] {
  return sortedSet(
    objectsIn(rules).flatMap((rule) => {
      const http = rule["http"];
      const paths = isObject(http) ? objectsIn(http["paths"]) : [];
      const host = canonicalJson(rule["host"]);
      return paths.length === 0 ? [host] : paths.map((path) => `${host} ${canonicalJson(path)}`);
    }),
  );
}

/** Rules of a network policy: neither their order nor that of peers and ports matters. */
function itemsOf(rules: Json | undefined): string[] {
  return sortedSet(
    objectsIn(rules).map((rule) => {
      const parts = Object.keys(rule).sort();
      return parts.map((key) => `${key}: ${sortedJson(rule[key])}`).join("; ");
    }),
  );
}

const sortedJson = (value: Json | undefined) =>
  Array.isArray(value) ? sortedSet(value.map(canonicalJson)).join() : canonicalJson(value);
