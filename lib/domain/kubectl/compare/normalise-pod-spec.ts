/**
 * Leaves out of a pod's spec what the server fills in by itself.
 * Source of the defaults: pkg/apis/core/v1/defaults.go of Kubernetes 1.35, and the
 * admission plugin ServiceAccount for the service account.
 */
import { canonicalJson, equalJson, isObject } from "../plan/json-path";
import type { Json, JsonObject } from "../plan/plan-model";
import { dropDefaults, dropInside, objectsIn } from "./drop-defaults";

const POD: JsonObject = {
  restartPolicy: "Always",
  dnsPolicy: "ClusterFirst",
  schedulerName: "default-scheduler",
  serviceAccountName: "default",
  terminationGracePeriodSeconds: 30,
  enableServiceLinks: true,
  hostNetwork: false,
  hostPID: false,
  hostIPC: false,
  shareProcessNamespace: false,
};
const CONTAINER: JsonObject = {
  terminationMessagePath: "/dev/termination-log",
  terminationMessagePolicy: "File",
  stdin: false,
  stdinOnce: false,
  tty: false,
};
const PROBE: JsonObject = {
  initialDelaySeconds: 0,
  timeoutSeconds: 1,
  periodSeconds: 10,
  successThreshold: 1,
  failureThreshold: 3,
};
const HTTP_GET: JsonObject = { scheme: "HTTP", path: "/" };
const DEFAULT_MODE: JsonObject = { defaultMode: 420 };

export function normalisePodSpec(spec: JsonObject): void {
  // The old name of the field is kept by the server beside the new one.
  if (spec["serviceAccountName"] === undefined && spec["serviceAccount"] !== undefined) {
    spec["serviceAccountName"] = spec["serviceAccount"];
  }
  delete spec["serviceAccount"];
  dropDefaults(spec, POD);
  for (const list of ["containers", "initContainers"]) {
    objectsIn(spec[list]).forEach(normaliseContainer);
  }
  objectsIn(spec["volumes"]).forEach(normaliseVolume);
}

function normaliseContainer(container: JsonObject): void {
  dropDefaults(container, CONTAINER);
  const image = container["image"];
  if (typeof image === "string" && container["imagePullPolicy"] === defaultPullPolicy(image)) {
    delete container["imagePullPolicy"];
  }
  for (const port of objectsIn(container["ports"])) dropDefaults(port, { protocol: "TCP" });
  for (const mount of objectsIn(container["volumeMounts"])) {
    dropDefaults(mount, { readOnly: false });
  }
  for (const probe of ["livenessProbe", "readinessProbe", "startupProbe"]) {
    normaliseProbe(container[probe]);
  }
  if (Array.isArray(container["env"])) container["env"] = normaliseEnv(container["env"]);
  normaliseResources(container);
}

/** Images without a tag, or with :latest, are always pulled. */
function defaultPullPolicy(image: string): string {
  if (image.includes("@")) return "IfNotPresent";
  const tag = /:([\w.-]+)$/.exec(image.split("/").at(-1) ?? "")?.[1];
  return tag === undefined || tag === "latest" ? "Always" : "IfNotPresent";
}

function normaliseProbe(probe: Json | undefined): void {
  if (!isObject(probe)) return;
  dropDefaults(probe, PROBE);
  const get = probe["httpGet"];
  if (isObject(get)) dropDefaults(get, HTTP_GET);
  const grpc = probe["grpc"];
  if (isObject(grpc)) dropDefaults(grpc, { service: "" });
}

/** The order of variables matters only where one is made from another; it is not compared. */
function normaliseEnv(env: readonly Json[]): Json[] {
  for (const entry of objectsIn([...env])) {
    const from = entry["valueFrom"];
    const field = isObject(from) ? from["fieldRef"] : undefined;
    if (isObject(field)) dropDefaults(field, { apiVersion: "v1" });
  }
  return [...env].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : nameOf(a) > nameOf(b) ? 1 : 0));
}

const nameOf = (value: Json): string =>
  isObject(value) && typeof value["name"] === "string" ? value["name"] : canonicalJson(value);

/** What is limited but not requested is requested as much as it is limited. */
function normaliseResources(container: JsonObject): void {
  const resources = container["resources"];
  if (!isObject(resources)) return;
  const { limits, requests } = resources;
  if (!isObject(limits) || !isObject(requests)) return;
  for (const name in limits) {
    if (equalJson(requests[name], limits[name])) Reflect.deleteProperty(requests, name);
  }
  if (Object.keys(requests).length === 0) delete resources["requests"];
}

function normaliseVolume(volume: JsonObject): void {
  for (const source of ["configMap", "secret", "downwardAPI", "projected"]) {
    const inner = volume[source];
    if (isObject(inner)) dropDefaults(inner, DEFAULT_MODE);
  }
  dropInside(volume, "hostPath", { type: "" });
  const claim = volume["persistentVolumeClaim"];
  if (isObject(claim)) dropDefaults(claim, { readOnly: false });
  // A volume that names no source is an emptyDir.
  if (Object.keys(volume).every((key) => key === "name")) volume["emptyDir"] = {};
}
