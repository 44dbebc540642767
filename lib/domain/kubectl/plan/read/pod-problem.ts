/** What a known pod, service or workload rules out: containers and ports that it does not have. */
import type { KubeObject, Span } from "../../model";
import { POD } from "../create/create-step";
import { getAt, isObject } from "../json-path";
import { refuse } from "../plan-failure";
import type { PlanInput } from "../plan-input";
import type { Json, JsonObject, Target } from "../plan-model";
import { durationSeconds } from "./observe";

type Refused = ReturnType<typeof refuse>;

const HAVE_PODS = new Set([
  "DaemonSet",
  "Deployment",
  "Job",
  "Pod",
  "ReplicaSet",
  "ReplicationController",
  "Service",
  "StatefulSet",
]);

/** `logs cm/app`: only a pod, or what selects pods, leads to a container. */
export function podlessProblem(input: PlanInput, target: Target, doing: string): Refused | null {
  const { type, span } = target;
  if (HAVE_PODS.has(type.kind) || type.version === "" || input.world.find(target) === "absent") {
    return null;
  }
  const said = `*${type.version}.${type.kind}`;
  return refuse(
    "no-pods",
    `error: ${doing} ${said}: selector for ${said} not implemented`,
    span ?? input.invocation.pathSpan,
    "Name a pod, or something that runs pods, such as deploy/<name>.",
  );
}

/** How long to wait for the pod to run: not at all is no answer. */
export function timeoutProblem({ flags }: PlanInput): Refused | null {
  const use = flags.use("pod-running-timeout");
  const seconds = use ? durationSeconds(use.value) : null;
  if (!use || seconds === null || seconds > 0) return null;
  const message = "error: --pod-running-timeout must be higher than zero";
  return refuse("bad-timeout", message, use.valueSpan ?? use.span);
}

/**
 * The pod that a line leads to: the named one, or the only one of a workload or service.
 * Null when it is not known, or when kubectl could pick any of several.
 */
function knownPod({ world }: PlanInput, target: Target): KubeObject | null {
  if (target.name === null) return onlyOne(world.list(target));
  const found = world.find(target);
  if (typeof found === "string") return null;
  if (target.type.kind === "Pod") return found;
  const labels = podLabels(target.type.kind, found);
  return labels === null
    ? null
    : onlyOne(world.list({ ...target, type: POD, name: null, labelSelector: labels }));
}

const onlyOne = (objects: readonly KubeObject[] | null) =>
  objects?.length === 1 ? (objects[0] ?? null) : null;

/** The labels that a workload or service selects its pods by, as a selector. */
function podLabels(kind: string, object: KubeObject): string | null {
  const whole = kind === "Service" || kind === "ReplicationController";
  const path = whole ? ["spec", "selector"] : ["spec", "selector", "matchLabels"];
  const labels = getAt(object as JsonObject, path);
  if (!isObject(labels) || Object.keys(labels).length === 0) return null;
  return Object.entries(labels)
    .map(([key, value]) => `${key}=${textOf(value)}`)
    .sort()
    .join(",");
}

const textOf = (value: Json | undefined) =>
  typeof value === "string" ? value : JSON.stringify(value ?? "");

const namesIn = (list: Json | undefined): string[] =>
  Array.isArray(list)
    ? list.filter(isObject).flatMap(({ name }) => (typeof name === "string" ? [name] : []))
    : [];

/** Containers of all sorts; empty when the pod's content is not known. */
export function containersOf(pod: KubeObject): string[] {
  const spec = getAt(pod as JsonObject, ["spec"]);
  if (!isObject(spec)) return [];
  const fields = ["containers", "initContainers", "ephemeralContainers"];
  return fields.flatMap((field) => namesIn(spec[field]));
}

/** `-c none`: `say` words it, given the pod's name. */
export function containerProblem(
  input: PlanInput,
  target: Target,
  container: string,
  span: Span,
  say: (pod: string) => string,
): Refused | null {
  const pod = container === "" ? null : knownPod(input, target);
  if (!pod) return null;
  const names = containersOf(pod);
  if (names.length === 0 || names.includes(container)) return null;
  const hint = `The containers of ${pod.metadata.name ?? ""} are ${names.join(", ")}.`;
  return refuse("no-such-container", say(pod.metadata.name ?? ""), span, hint);
}

/** `port-forward svc/web 8080:443`: the remote port by number or name. */
export function remotePortProblem(
  input: PlanInput,
  target: Target,
  remote: string,
  span: Span,
): Refused | null {
  const isNumber = /^\d+$/.test(remote);
  if (target.type.kind === "Service") return servicePortProblem(input, target, remote, span);
  const pod = isNumber ? null : knownPod(input, target);
  if (!pod || containersOf(pod).length === 0) return null;
  const ports = portsOf(pod);
  if (namesIn(ports).includes(remote)) return null;
  const message = `error: Pod '${pod.metadata.name ?? ""}' does not have a named port '${remote}'`;
  return refuse("no-such-port", message, span, hintPorts(ports, "containerPort"));
}

function servicePortProblem(
  { world }: PlanInput,
  target: Target,
  remote: string,
  span: Span,
): Refused | null {
  const service = world.find(target);
  if (typeof service === "string") return null;
  const ports = getAt(service as JsonObject, ["spec", "ports"]);
  const list = Array.isArray(ports) ? ports.filter(isObject) : [];
  const isNumber = /^\d+$/.test(remote);
  const has = list.some((one) =>
    isNumber ? one["port"] === Number(remote) : one["name"] === remote,
  );
  if (list.length === 0 || has) return null;
  const name = target.name ?? "";
  const message = isNumber
    ? `error: Service ${name} does not have a service port ${remote}`
    : `error: Service '${name}' does not have a named port '${remote}'`;
  return refuse("no-such-port", message, span, hintPorts(list, "port"));
}

function portsOf(pod: KubeObject): JsonObject[] {
  const containers = getAt(pod as JsonObject, ["spec", "containers"]);
  const list = Array.isArray(containers) ? containers.filter(isObject) : [];
  return list.flatMap((one) => (Array.isArray(one["ports"]) ? one["ports"].filter(isObject) : []));
}

function hintPorts(ports: readonly JsonObject[], field: "port" | "containerPort"): string | null {
  const said = ports.map((one) => {
    const number = textOf(one[field]);
    return typeof one["name"] === "string" ? `${number} (${one["name"]})` : number;
  });
  return said.length === 0 ? null : `Its ports are ${said.join(", ")}.`;
}
