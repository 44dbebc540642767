/**
 * Leaves out of a spec what the server fills in by itself, and gives lists without
 * order one order. Defaults: defaults.go below pkg/apis of Kubernetes 1.35.
 */
import { canonicalJson, isObject } from "../plan/json-path";
import type { Json, JsonObject } from "../plan/plan-model";
import { show } from "./difference";
import { dropDefaults, dropInside, objectsIn } from "./drop-defaults";
import { normalisePodSpec } from "./normalise-pod-spec";

const DEFAULTS: Readonly<Record<string, JsonObject>> = {
  Deployment: {
    replicas: 1,
    progressDeadlineSeconds: 600,
    revisionHistoryLimit: 10,
    minReadySeconds: 0,
    paused: false,
  },
  ReplicaSet: { replicas: 1, minReadySeconds: 0 },
  ReplicationController: { replicas: 1, minReadySeconds: 0 },
  StatefulSet: {
    replicas: 1,
    podManagementPolicy: "OrderedReady",
    revisionHistoryLimit: 10,
    minReadySeconds: 0,
  },
  DaemonSet: { revisionHistoryLimit: 10, minReadySeconds: 0 },
  Service: {
    type: "ClusterIP",
    sessionAffinity: "None",
    internalTrafficPolicy: "Cluster",
    externalTrafficPolicy: "Cluster",
    allocateLoadBalancerNodePorts: true,
    publishNotReadyAddresses: false,
    ipFamilyPolicy: "SingleStack",
    ipFamilies: ["IPv4"],
  },
  Job: {
    parallelism: 1,
    backoffLimit: 6,
    completionMode: "NonIndexed",
    suspend: false,
    manualSelector: false,
    podReplacementPolicy: "TerminatingOrFailed",
  },
  CronJob: {
    concurrencyPolicy: "Allow",
    suspend: false,
    successfulJobsHistoryLimit: 3,
    failedJobsHistoryLimit: 1,
  },
  HorizontalPodAutoscaler: { minReplicas: 1 },
  PersistentVolumeClaim: { volumeMode: "Filesystem" },
  PersistentVolume: { volumeMode: "Filesystem", persistentVolumeReclaimPolicy: "Retain" },
  Node: { unschedulable: false },
};

const QUARTER = { maxSurge: "25%", maxUnavailable: "25%" };
/** How pods are replaced when nothing else is said: field and the server's values. */
const ROLLING: Readonly<Record<string, readonly [field: string, values: JsonObject]>> = {
  Deployment: ["strategy", QUARTER],
  DaemonSet: ["updateStrategy", { maxSurge: 0, maxUnavailable: 1 }],
  StatefulSet: ["updateStrategy", { partition: 0 }],
};

export function normaliseSpec(spec: JsonObject, kind: string): void {
  dropDefaults(spec, DEFAULTS[kind]);
  const rolling = ROLLING[kind];
  if (rolling) normaliseStrategy(spec, ...rolling);
  BY_KIND[kind]?.(spec);
  normaliseTemplate(spec["template"]);
}

const BY_KIND: Readonly<Record<string, (spec: JsonObject) => void>> = {
  Pod: normalisePodSpec,
  Service: normaliseService,
  Job: normaliseJob,
  CronJob: normaliseCronJob,
  NetworkPolicy: normaliseNetworkPolicy,
  HorizontalPodAutoscaler: normaliseAutoscaler,
  ResourceQuota: (spec) => {
    sortField(spec, "scopes");
  },
  PersistentVolume: (spec) => {
    sortField(spec, "accessModes");
  },
  PersistentVolumeClaim: (spec) => {
    sortField(spec, "accessModes");
  },
};

function normaliseStrategy(spec: JsonObject, field: string, values: JsonObject): void {
  const strategy = spec[field];
  if (!isObject(strategy)) return;
  dropInside(strategy, "rollingUpdate", values);
  dropInside(spec, field, { type: "RollingUpdate" });
}

/** One completion is the default only where nothing is said of how many run at once. */
function normaliseJob(spec: JsonObject): void {
  if (spec["parallelism"] === undefined) dropDefaults(spec, { completions: 1 });
}

/** The name that `create cronjob` gives its template is not used by anything. */
function normaliseCronJob(spec: JsonObject): void {
  const job = spec["jobTemplate"];
  if (!isObject(job)) return;
  delete job["metadata"];
  if (isObject(job["spec"])) normaliseSpec(job["spec"], "Job");
}

function normaliseTemplate(template: Json | undefined): void {
  const spec = isObject(template) ? template["spec"] : undefined;
  if (isObject(spec)) normalisePodSpec(spec);
}

function normaliseService(spec: JsonObject): void {
  const ports = objectsIn(spec["ports"]);
  for (const port of ports) {
    dropDefaults(port, { protocol: "TCP" });
    if (port["targetPort"] === port["port"] || port["targetPort"] === show(port["port"])) {
      delete port["targetPort"];
    }
  }
  if (ports.length > 1) sortField(spec, "ports");
}

/** Ingress is meant always, egress where rules for it are given. */
function normaliseNetworkPolicy(spec: JsonObject): void {
  for (const way of ["ingress", "egress"]) {
    for (const rule of objectsIn(spec[way])) {
      for (const port of objectsIn(rule["ports"])) dropDefaults(port, { protocol: "TCP" });
    }
  }
  sortField(spec, "policyTypes");
  const types = spec["egress"] === undefined ? ["Ingress"] : ["Egress", "Ingress"];
  dropDefaults(spec, { policyTypes: types });
}

/**
 * The server aims at 80 % of the requested CPU when no metric is given. That default
 * is not taken as meant: a task that asks for 80 % wants it written. The field of
 * autoscaling/v1 is kept by the server as the metric it stands for.
 */
function normaliseAutoscaler(spec: JsonObject): void {
  const share = spec["targetCPUUtilizationPercentage"];
  if (typeof share === "number") {
    const target = { type: "Utilization", averageUtilization: share };
    spec["metrics"] = [{ type: "Resource", resource: { name: "cpu", target } }];
    delete spec["targetCPUUtilizationPercentage"];
  }
  sortField(spec, "metrics");
}

function sortField(object: JsonObject, field: string): void {
  const list = object[field];
  if (Array.isArray(list)) object[field] = sortedJson(list);
}

/** A copy in one order, whatever order the list had. */
export function sortedJson(list: readonly Json[]): Json[] {
  const byText = list.map((item): [string, Json] => [canonicalJson(item), item]);
  return byText.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, item]) => item);
}
