/**
 * Finds resource types by the words kubectl takes for them: plural, singular and
 * kind in any case, short names as they are, each optionally with a group
 * (`deploy.apps`) or version and group (`deployments.v1.apps`).
 */
import type { ResourceSpec } from "../tables/tables";
import { resourceTable } from "../tables/tables";
import type { ResourceRef } from "./plan-model";

export type TypeTable = {
  find(word: string): ResourceRef | null;
  findKind(apiVersion: string, kind: string): ResourceRef | null;
  /** Types of a category such as "all"; null when there is no such category. */
  category(name: string): readonly ResourceRef[] | null;
  /** "Did you mean pods?", or null when no type is spelt like it. */
  nearest(word: string): string | null;
};

const tables = new Map<string, TypeTable>();

export function typeTable(version: string): TypeTable {
  const known = tables.get(version);
  if (known) return known;
  const made = indexTypes(resourceTable(version));
  tables.set(version, made);
  return made;
}

type Entry = { spec: ResourceSpec; ref: ResourceRef };

function indexTypes(specs: readonly ResourceSpec[]): TypeTable {
  const names = new Map<string, Entry[]>();
  const shorts = new Map<string, Entry[]>();
  const kinds = new Map<string, ResourceRef>();
  const categories = new Map<string, ResourceRef[]>();
  for (const spec of specs) {
    const entry = { spec, ref: refOf(spec) };
    for (const name of new Set([spec.plural, spec.singular, spec.kind.toLowerCase()])) {
      push(names, name, entry);
    }
    for (const short of spec.shortNames) push(shorts, short, entry);
    for (const category of spec.categories) {
      const twin = categories.get(category)?.some((ref) => isSameResource(ref, entry.ref));
      if (twin !== true) push(categories, category, entry.ref); // the preferred version comes first
    }
    kinds.set(`${apiVersionOf(entry.ref)}/${spec.kind}`, entry.ref);
  }
  return {
    find: (word) => findType(word, names, shorts),
    findKind: (apiVersion, kind) => kinds.get(`${apiVersion}/${kind}`) ?? null,
    category: (name) => categories.get(name) ?? null,
    nearest: (word) => nearestType(word, [...names.keys(), ...shorts.keys()]),
  };
}

function nearestType(word: string, known: readonly string[]): string | null {
  const typed = word.toLowerCase();
  const limit = Math.max(1, Math.floor(typed.length / 3));
  let best: string | null = null;
  let bestDistance = limit + 1;
  for (const name of known) {
    if (Math.abs(name.length - typed.length) > limit) continue;
    const distance = editDistance(typed, name);
    if (distance < bestDistance) [best, bestDistance] = [name, distance];
  }
  return best === null ? null : `Did you mean ${best}?`;
}

/** Levenshtein distance in which swapping two neighbours counts once. */
function editDistance(left: string, right: string): number {
  let before: number[] = [];
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i++) {
    const next = [i];
    for (let j = 1; j <= right.length; j++) {
      const same = left[i - 1] === right[j - 1] ? 0 : 1;
      let cost = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same);
      const swapped =
        i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1];
      if (swapped) cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      next.push(cost);
    }
    [before, row] = [row, next];
  }
  return row[right.length] ?? left.length;
}

const isSameResource = (one: ResourceRef, other: ResourceRef) =>
  one.group === other.group && one.resource === other.resource;

const refOf = (spec: ResourceSpec): ResourceRef => ({
  group: spec.group,
  version: spec.version,
  resource: spec.plural,
  kind: spec.kind,
  namespaced: spec.namespaced,
});

export const apiVersionOf = (type: Pick<ResourceRef, "group" | "version">): string =>
  type.group === "" ? type.version : `${type.group}/${type.version}`;

/** "deployments.apps", "pods": how kubectl names a type in messages. */
export const typeName = (type: ResourceRef): string =>
  type.group === "" ? type.resource : `${type.resource}.${type.group}`;

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

type Index = ReadonlyMap<string, readonly Entry[]>;

function findType(word: string, names: Index, shorts: Index): ResourceRef | null {
  const candidates = (name: string) => names.get(name.toLowerCase()) ?? shorts.get(name);
  const dot = word.indexOf(".");
  if (dot < 0) return candidates(word)?.[0]?.ref ?? null;

  const found = candidates(word.slice(0, dot));
  const rest = word.slice(dot + 1).toLowerCase();
  const byGroup = found?.find(({ ref }) => ref.group === rest);
  if (byGroup) return byGroup.ref;
  const byVersion = found?.find(({ ref }) => `${ref.version}.${ref.group}` === rest);
  if (byVersion) return byVersion.ref;
  // The group may be shortened to its first part, as in "ingress.networking".
  return found?.find(({ ref }) => ref.group.startsWith(`${rest}.`))?.ref ?? null;
}
