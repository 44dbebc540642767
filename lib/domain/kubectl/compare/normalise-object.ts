/**
 * Objects as the API server would store them, as far as it matters for comparing:
 * defaults are left out, quantities and sets have one spelling, status is gone.
 * Defaults: pkg/apis/*​/v1/defaults.go of Kubernetes 1.35.
 */
import { canonicalJson, isObject } from "../plan/json-path";
import type { Json, JsonObject } from "../plan/plan-model";
import { canonicalQuantity } from "../plan/quantity";
import { show } from "./difference";
import { dropDefaults, dropInside, objectsIn } from "./drop-defaults";
import { normalisePodSpec } from "./normalise-pod-spec";

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

const SPEC_DEFAULTS: Readonly<Record<string, JsonObject>> = {
  Deployment: {
    replicas: 1,
    progressDeadlineSeconds: 600,
    revisionHistoryLimit: 10,
    minReadySeconds: 0,
    paused: false,
  },
  ReplicaSet: { replicas: 1 },
  StatefulSet: { replicas: 1, podManagementPolicy: "OrderedReady", revisionHistoryLimit: 10 },
  DaemonSet: { revisionHistoryLimit: 10 },
  Service: { type: "ClusterIP", sessionAffinity: "None", internalTrafficPolicy: "Cluster" },
  Job: {
    completions: 1,
    parallelism: 1,
    backoffLimit: 6,
    completionMode: "NonIndexed",
    suspend: false,
  },
  CronJob: {
    concurrencyPolicy: "Allow",
    suspend: false,
    successfulJobsHistoryLimit: 3,
    failedJobsHistoryLimit: 1,
  },
  HorizontalPodAutoscaler: { minReplicas: 1 },
  PersistentVolumeClaim: { volumeMode: "Filesystem" },
  Node: { unschedulable: false },
};
const TOP_DEFAULTS: Readonly<Record<string, JsonObject>> = {
  Secret: { type: "Opaque" },
  PriorityClass: { preemptionPolicy: "PreemptLowerPriority", globalDefault: false },
};

export function normaliseObject(object: JsonObject, kind: string): JsonObject {
  const copy = clean(object, "") as JsonObject;
  delete copy["status"];
  dropDefaults(copy, TOP_DEFAULTS[kind]);
  const spec = copy["spec"];
  if (isObject(spec)) {
    normaliseSpec(spec, kind);
    if (Object.keys(spec).length === 0) delete copy["spec"];
  }
  if (kind.endsWith("Role")) copy["rules"] = sorted(sortedRules(copy["rules"]), canonicalJson);
  if (kind.endsWith("Binding")) copy["subjects"] = sorted(copy["subjects"], canonicalJson);
  for (const key of ["rules", "subjects"]) {
    if (copy[key] === null) Reflect.deleteProperty(copy, key);
  }
  if (kind === "ServiceAccount" || kind === "Secret") decodeStringData(copy);
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

function clean(value: Json, key: string): Json {
  if (Array.isArray(value)) return value.map((item) => clean(item, key));
  if (!isObject(value)) return value;
  const copy: JsonObject = {};
  for (const name in value) {
    const item = value[name] ?? null;
    if (item === null || isServers(key, name)) continue;
    const cleaned = QUANTITY_MAPS.has(key) ? quantity(item) : clean(item, name);
    if (!saysNothing(cleaned, name)) copy[name] = cleaned;
  }
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

const QUANTITY_MAPS = new Set(["limits", "requests", "hard", "capacity"]);

const quantity = (value: Json): Json =>
  typeof value === "string" || typeof value === "number"
    ? (canonicalQuantity(String(value)) ?? value)
    : value;

function dropDefaults(object: JsonObject, defaults: JsonObject | undefined): void {
  for (const key in defaults) {
    if (object[key] === defaults[key]) Reflect.deleteProperty(object, key);
  }
}

function normaliseSpec(spec: JsonObject, kind: string): void {
  dropDefaults(spec, SPEC_DEFAULTS[kind]);
  if (kind === "Pod") normalisePodSpec(spec);
  if (kind === "Service") normaliseService(spec);
  if (kind === "ResourceQuota" && spec["scopes"]) {
    spec["scopes"] = sorted(spec["scopes"], canonicalJson);
  }
  if (kind === "HorizontalPodAutoscaler") normaliseMetrics(spec);
  const job = spec["jobTemplate"];
  if (isObject(job)) normaliseJobTemplate(job);
  normaliseTemplate(spec["template"]);
}

/** The name that `create cronjob` gives its template is not used by anything. */
function normaliseJobTemplate(job: JsonObject): void {
  delete job["metadata"];
  const spec = job["spec"];
  if (!isObject(spec)) return;
  dropDefaults(spec, SPEC_DEFAULTS["Job"]);
  normaliseTemplate(spec["template"]);
}

function normaliseTemplate(template: Json | undefined): void {
  const spec = isObject(template) ? template["spec"] : undefined;
  if (isObject(spec)) normalisePodSpec(spec);
}

function normalisePodSpec(spec: JsonObject): void {
  dropDefaults(spec, POD_DEFAULTS);
  // The old name of the field is kept by the server beside the new one.
  if (spec["serviceAccountName"] !== undefined) delete spec["serviceAccount"];
  for (const list of ["containers", "initContainers"]) {
    const containers = spec[list];
    if (Array.isArray(containers)) containers.filter(isObject).forEach(normaliseContainer);
  }
}

function normaliseContainer(container: JsonObject): void {
  dropDefaults(container, CONTAINER_DEFAULTS);
  const image = container["image"];
  if (typeof image === "string" && container["imagePullPolicy"] === defaultPullPolicy(image)) {
    delete container["imagePullPolicy"];
  }
  for (const port of listOf(container["ports"])) dropDefaults(port, { protocol: "TCP" });
  if (Array.isArray(container["env"])) container["env"] = sorted(container["env"], nameOf);
  if (container["stdin"] === false) delete container["stdin"];
  if (container["tty"] === false) delete container["tty"];
}

/** Images without a tag, or with :latest, are always pulled. */
function defaultPullPolicy(image: string): string {
  if (image.includes("@")) return "IfNotPresent";
  const tag = /:([\w.-]+)$/.exec(image.split("/").at(-1) ?? "")?.[1];
  return tag === undefined || tag === "latest" ? "Always" : "IfNotPresent";
}

function normaliseService(spec: JsonObject): void {
  const ports = listOf(spec["ports"]);
  for (const port of ports) {
    dropDefaults(port, { protocol: "TCP" });
    if (port["targetPort"] === port["port"] || port["targetPort"] === show(port["port"])) {
      delete port["targetPort"];
    }
  }
  if (ports.length > 1) spec["ports"] = sorted(ports, canonicalJson);
}

/**
 * The server aims at 80 % of the requested CPU when no metric is given. That default
 * is not taken as meant: a task that asks for 80 % wants it written.
 */
function normaliseMetrics(spec: JsonObject): void {
  if (Array.isArray(spec["metrics"])) spec["metrics"] = sorted(spec["metrics"], canonicalJson);
}

const listOf = (value: Json | undefined): JsonObject[] =>
  Array.isArray(value) ? value.filter(isObject) : [];

const nameOf = (value: Json): string =>
  isObject(value) && typeof value["name"] === "string" ? value["name"] : canonicalJson(value);

function sorted(list: Json | undefined, by: (value: Json) => string): Json {
  if (!Array.isArray(list)) return list ?? null;
  return [...list].sort((a, b) => (by(a) < by(b) ? -1 : by(a) > by(b) ? 1 : 0));
}

/** Sorts the lists inside rules; their order means nothing. */
function sortedRules(rules: Json | undefined): Json {
  for (const rule of listOf(rules)) {
    for (const key in rule) {
      const list = rule[key];
      if (!Array.isArray(list)) continue;
      const distinct = new Map(list.map((item) => [canonicalJson(item), item]));
      rule[key] = sorted([...distinct.values()], canonicalJson);
    }
  }
  return rules ?? null;
}
