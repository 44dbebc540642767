/**
 * What a cluster's own parts would have made of a task's objects, as far as kubectl waits
 * for it: ready Pods, complete rollouts, the ReplicaSets of earlier revisions.
 */
import { isObject, objectAt, textAt, type Json, type JsonObject } from "./fake-cluster/json";

/** Revisions of every Deployment; the last is the one that runs. */
const REVISIONS = 4;

export const settledObjects = (objects: readonly JsonObject[]): JsonObject[] =>
  objects.flatMap((object) => {
    switch (textAt(object, "kind")) {
      case "Pod":
        return [runningPod(object)];
      case "Deployment":
        return [rolledOut(object), ...replicaSetsOf(object), podOf(object)];
      case "StatefulSet":
      case "DaemonSet":
        return [rolledOut(object), podOf(object)];
      default:
        return [object];
    }
  });

const STARTED = "2026-01-01T00:00:00Z";

/** A status that the task gives has the last word. */
function runningPod(pod: JsonObject): JsonObject {
  const statuses = (field: string, state: JsonObject): Json[] => {
    const containers = objectAt(pod, "spec")[field];
    return (Array.isArray(containers) ? containers : []).map((container) => {
      const [name, image] = [textAt(container, "name"), textAt(container, "image")];
      return { name, image, ready: true, restartCount: 0, state };
    });
  };
  const ended: JsonObject = { terminated: { exitCode: 0, reason: "Completed" } };
  const status: JsonObject = {
    phase: "Running",
    conditions: [{ type: "Ready", status: "True" }],
    containerStatuses: statuses("containers", { running: { startedAt: STARTED } }),
    initContainerStatuses: statuses("initContainers", ended),
  };
  const spec = { securityContext: {}, ...objectAt(pod, "spec") }; // a server's default
  return { ...pod, spec, status: { ...status, ...objectAt(pod, "status") } };
}

function rolledOut(workload: JsonObject): JsonObject {
  const { replicas = 1 } = objectAt(workload, "spec");
  const counts = [
    "replicas",
    "readyReplicas",
    "updatedReplicas",
    "availableReplicas",
    "currentReplicas",
    "desiredNumberScheduled",
    "currentNumberScheduled",
    "updatedNumberScheduled",
    "numberAvailable",
    "numberReady",
  ];
  const status = {
    observedGeneration: 1,
    ...Object.fromEntries(counts.map((name) => [name, replicas])),
  };
  const annotations = {
    "deployment.kubernetes.io/revision": String(REVISIONS),
    ...objectAt(workload, "metadata", "annotations"),
  };
  const metadata = { generation: 1, ...objectAt(workload, "metadata"), annotations };
  const spec = { updateStrategy: { type: "RollingUpdate" }, ...objectAt(workload, "spec") };
  return { ...workload, metadata, spec, status: { ...status, ...objectAt(workload, "status") } };
}

const placeOf = (object: JsonObject): [name: string, namespace: string] => [
  textAt(object, "metadata", "name"),
  textAt(object, "metadata", "namespace") || "default",
];

const ownerOf = (object: JsonObject): Json => {
  const [kind, name] = [textAt(object, "kind"), textAt(object, "metadata", "name")];
  const uid = `uid-${kind.toLowerCase()}-${name}`; // as the cluster itself gives it
  return [{ apiVersion: object["apiVersion"] ?? "", kind, name, uid, controller: true }];
};

/** One for each revision, told apart by an annotation of the template. */
function replicaSetsOf(deployment: JsonObject): JsonObject[] {
  const [name, namespace] = placeOf(deployment);
  const { selector = {}, template = {} } = objectAt(deployment, "spec");
  return Array.from({ length: REVISIONS }, (_, index) => {
    const revision = String(index + 1);
    const isCurrent = index === REVISIONS - 1;
    const marked = isCurrent ? template : withAnnotation(template, "revision", revision);
    return {
      apiVersion: "apps/v1",
      kind: "ReplicaSet",
      metadata: {
        name: `${name}-${revision}`,
        namespace,
        labels: objectAt(deployment, "spec", "selector", "matchLabels"),
        annotations: { "deployment.kubernetes.io/revision": revision },
        ownerReferences: ownerOf(deployment),
      },
      spec: { replicas: isCurrent ? 1 : 0, selector, template: marked },
    };
  });
}

function withAnnotation(template: Json, key: string, value: string): Json {
  if (!isObject(template)) return template;
  const metadata = objectAt(template, "metadata");
  const annotations = { ...objectAt(metadata, "annotations"), [key]: value };
  return { ...template, metadata: { ...metadata, annotations } };
}

function podOf(workload: JsonObject): JsonObject {
  const [name, namespace] = placeOf(workload);
  return runningPod({
    apiVersion: "v1",
    kind: "Pod",
    metadata: {
      name: `${name}-pod`,
      namespace,
      labels: objectAt(workload, "spec", "template", "metadata", "labels"),
      ownerReferences: ownerOf(workload),
    },
    spec: objectAt(workload, "spec", "template", "spec"),
  });
}
