/**
 * Objects as the API server would store them, as far as it matters for comparing:
 * defaults are left out, quantities and sets have one spelling, status is gone.
 */
import { canonicalJson, isObject } from "../plan/json-path";
import type { Json, JsonObject } from "../plan/plan-model";
import { shortestQuantity } from "../plan/quantity";
import { dropDefaults, objectsIn } from "./drop-defaults";
import { normaliseSpec, sortedJson } from "./normalise-spec";

/** Empty maps that say nothing; others, such as emptyDir: {}, do. */
const EMPTY_SAYS_NOTHING = new Set([
  "resources",
  "strategy",
  "updateStrategy",
  "status",
  "metadata",
  "securityContext",
  "loadBalancer",
  "labels",
  "annotations",
  "limits",
  "requests",
  "data",
  "spec",
]);
const SERVER_FIELDS = new Set([
  "creationTimestamp",
  "uid",
  "resourceVersion",
  "generation",
  "managedFields",
  "selfLink",
]);
const LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

const TOP_DEFAULTS: Readonly<Record<string, JsonObject>> = {
  ConfigMap: { immutable: false },
  Secret: { type: "Opaque", immutable: false },
  PriorityClass: { preemptionPolicy: "PreemptLowerPriority", globalDefault: false },
  StorageClass: {
    reclaimPolicy: "Delete",
    volumeBindingMode: "Immediate",
    allowVolumeExpansion: false,
  },
  // Both versions that the server serves store one object.
  HorizontalPodAutoscaler: { apiVersion: "autoscaling/v1" },
};

const normalForms = new WeakMap<JsonObject, JsonObject>();

/**
 * The normal form of an object that nobody changes any more (what was there before, the
 * end of an accepted answer): worked out once, and not to be written to.
 */
export function normalForm(object: JsonObject, kind: string): JsonObject {
  const known = normalForms.get(object);
  if (known) return known;
  const made = normaliseObject(object, kind);
  normalForms.set(object, made);
  return made;
}

export function normaliseObject(object: JsonObject, kind: string): JsonObject {
  const copy = clean(object, "") as JsonObject;
  delete copy["status"];
  dropDefaults(copy, TOP_DEFAULTS[kind]);
  if (kind === "HorizontalPodAutoscaler") dropDefaults(copy, { apiVersion: "autoscaling/v2" });
  const spec = copy["spec"];
  if (isObject(spec)) {
    normaliseSpec(spec, kind);
    if (Object.keys(spec).length === 0) delete copy["spec"];
  }
  if (kind.endsWith("Role")) normaliseRules(copy);
  if (kind.endsWith("RoleBinding")) normaliseBinding(copy);
  if (kind === "Secret") decodeStringData(copy);
  return copy;
}

/** stringData is written over data by the server. */
function decodeStringData(object: JsonObject): void {
  const plain = object["stringData"];
  if (!isObject(plain)) return;
  const data = isObject(object["data"]) ? object["data"] : {};
  for (const key in plain) {
    const value = plain[key];
    if (typeof value === "string") data[key] = base64(value);
  }
  object["data"] = data;
  delete object["stringData"];
}

const base64 = (text: string) => {
  let bytes = "";
  for (const byte of new TextEncoder().encode(text)) bytes += String.fromCharCode(byte);
  return btoa(bytes);
};

/** The object without what the server writes, with quantities and selectors in one spelling. */
function clean(value: Json, key: string): Json {
  if (Array.isArray(value)) return value.map((item) => clean(item, ""));
  if (!isObject(value)) return value;
  const copy: JsonObject = {};
  for (const name in value) {
    const item = value[name] ?? null;
    if (item === null || isServers(key, name)) continue;
    const cleaned = QUANTITY_MAPS.has(key) ? quantity(item) : clean(item, name);
    if (!saysNothing(cleaned, name)) copy[name] = cleaned;
  }
  if (Array.isArray(copy["matchExpressions"])) joinSelector(copy, copy["matchExpressions"]);
  return copy;
}

/** Fields that the server writes, and the namespace, which is part of whom the object is. */
const isServers = (parent: string, name: string) =>
  name === LAST_APPLIED ||
  (parent === "metadata" && (name === "namespace" || SERVER_FIELDS.has(name)));

function saysNothing(value: Json, name: string): boolean {
  if (Array.isArray(value)) return value.length === 0;
  return isObject(value) && Object.keys(value).length === 0 && EMPTY_SAYS_NOTHING.has(name);
}

/** `{key: app, operator: In, values: [web]}` is the label app=web; the order of the others is nothing. */
function joinSelector(selector: JsonObject, expressions: readonly Json[]): void {
  const labels: JsonObject = { ...((selector["matchLabels"] ?? {}) as JsonObject) };
  const rest: Json[] = [];
  for (const expression of objectsIn([...expressions])) {
    const { key, operator, values } = expression;
    const list = Array.isArray(values) ? sortedJson(values) : [];
    if (operator === "In" && list.length === 1 && typeof key === "string" && !(key in labels)) {
      labels[key] = list[0] ?? null;
    } else rest.push(list.length === 0 ? expression : { ...expression, values: list });
  }
  delete selector["matchExpressions"];
  if (rest.length > 0) selector["matchExpressions"] = sortedJson(rest);
  if (Object.keys(labels).length > 0) selector["matchLabels"] = labels;
}

/** Maps of quantities: of containers, quotas, volumes, limit ranges. */
const QUANTITY_MAPS = new Set([
  "limits",
  "requests",
  "hard",
  "capacity",
  "default",
  "defaultRequest",
  "max",
  "min",
]);

const quantity = (value: Json): Json =>
  typeof value === "string" || typeof value === "number"
    ? (shortestQuantity(String(value)) ?? value)
    : value;

/** A change to an object that is not known: only its quantities have another spelling. */
export const normaliseChange = (change: JsonObject): JsonObject =>
  withQuantities(change, "") as JsonObject;

function withQuantities(value: Json, key: string): Json {
  if (Array.isArray(value)) return value.map((item) => withQuantities(item, ""));
  if (!isObject(value)) return value;
  const copy: JsonObject = {};
  for (const name in value) {
    const item = value[name] ?? null;
    copy[name] = QUANTITY_MAPS.has(key) ? quantity(item) : withQuantities(item, name);
  }
  return copy;
}

const RBAC = "rbac.authorization.k8s.io";

function normaliseBinding(object: JsonObject): void {
  const reference = object["roleRef"];
  if (isObject(reference)) dropDefaults(reference, { apiGroup: RBAC });
  const subjects = object["subjects"];
  if (!Array.isArray(subjects)) return;
  for (const subject of objectsIn(subjects)) {
    dropDefaults(subject, { apiGroup: subject["kind"] === "ServiceAccount" ? "" : RBAC });
  }
  const distinct = new Map(subjects.map((subject) => [canonicalJson(subject), subject]));
  object["subjects"] = sortedJson([...distinct.values()]);
}

/** Sorts rules and the lists inside them; their order means nothing. */
function normaliseRules(object: JsonObject): void {
  const rules = object["rules"];
  if (!Array.isArray(rules)) return;
  for (const rule of objectsIn(rules)) {
    for (const key in rule) {
      const list = rule[key];
      if (!Array.isArray(list)) continue;
      const distinct = new Map(list.map((item) => [canonicalJson(item), item]));
      rule[key] = sortedJson([...distinct.values()]);
    }
  }
  object["rules"] = sortedJson(rules);
}
