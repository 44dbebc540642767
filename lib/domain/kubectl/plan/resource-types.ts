/**
 * Finds resource types by the words kubectl takes for them: plural, singular and
 * kind in any case, short names as they are, each optionally with a group
 * (`deploy.apps`) or version and group (`deployments.v1.apps`).
 */
import { nearest } from "../hints/edit-distance";
import type { ResourceSpec } from "../tables/tables";
import { resourceTable } from "../tables/tables";
import type { ResourceRef } from "./plan-model";

export const METRICS_GROUP = "metrics.k8s.io";

export type TypeTable = {
  find(word: string): ResourceRef | null;
  findKind(apiVersion: string, kind: string): ResourceRef | null;
  /** Types of a category such as "all"; null when there is no such category. */
  category(name: string): readonly ResourceRef[] | null;
  /** "Did you mean pods?", or null when no type is spelt like it. */
  nearest(word: string): string | null;
};

const tables = new Map<string, TypeTable>();

/** The types behind `kubectl top`, served by the metrics server that clusters come with. */
const METRICS: readonly ResourceSpec[] = (["Node", "Pod"] as const).map((kind) => ({
  group: METRICS_GROUP,
  version: "v1beta1",
  kind: `${kind}Metrics`,
  plural: `${kind.toLowerCase()}s`,
  singular: `${kind.toLowerCase()}metrics`,
  shortNames: [],
  namespaced: kind === "Pod",
  categories: [],
  verbs: ["get", "list"],
}));

export function typeTable(version: string): TypeTable {
  const known = tables.get(version);
  if (known) return known;
  const made = indexTypes([...resourceTable(version), ...METRICS]);
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
    nearest: (word) => {
      const found = nearest(word.toLowerCase(), [...names.keys(), ...shorts.keys()]);
      return found === null ? null : `Did you mean ${found}?`;
    },
  };
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

  const found = candidates(word.slice(0, dot)) ?? [];
  return findInGroup(found, word.slice(dot + 1).toLowerCase());
}

/** `group` may stand with a version before it, or be cut short. */
function findInGroup(found: readonly Entry[], group: string): ResourceRef | null {
  const byGroup = found.find(({ ref }) => ref.group === group);
  if (byGroup) return byGroup.ref;
  const byVersion = found.find(({ ref }) => `${ref.version}.${ref.group}` === group);
  // Whichever version is named, kubectl asks for the one that the server prefers.
  if (byVersion) return found.find(({ ref }) => ref.group === byVersion.ref.group)?.ref ?? null;
  // The group may be shortened to its first part, as in "ingress.networking".
  return found.find(({ ref }) => ref.group.startsWith(`${group}.`))?.ref ?? null;
}
