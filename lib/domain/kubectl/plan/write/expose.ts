/**
 * kubectl expose: a Service made from another object. Selector, labels and ports
 * that are not given are taken from that object; when it is not known they are
 * marked as copied from it.
 */
import { ok } from "../../../result";
import { note, readInteger, SERVICE } from "../create/create-step";
import { parseLabelMap } from "../create/label-map";
import { chooseTargets, typeAndName } from "../choose-targets";
import { hasFiles, readFileObjects } from "../file-objects";
import { getAt, isObject } from "../json-path";
import type { FlagReader } from "../flag-reader";
import type { Planned } from "../plan-failure";
import { refuse } from "../plan-failure";
import type { PlanInput, Planner } from "../plan-input";
import type { Json, JsonObject, Origin, Step, Target } from "../plan-model";
import { typeName } from "../resource-types";
import { applyOverrides } from "./overrides";

const EXPOSABLE = new Set(["ReplicationController", "Service", "Pod", "Deployment", "ReplicaSet"]);
const MAX_NAME = 63;

/** What is exposed, and what is known of it. */
type Exposed = { target: Target; source: JsonObject | null };

export const planExpose: Planner = (input) => {
  const exposed = exposedObjects(input);
  if (!exposed.ok) return exposed;
  const steps: Step[] = [];
  let parts: Parts | null = null;
  for (const one of exposed.value) {
    const origins: Origin[] = [];
    // kubectl keeps what it took from the first object for all the others.
    const read: Planned<Parts> = parts ? ok(parts) : partsOf(input, one, origins);
    if (!read.ok) return read;
    parts = read.value;
    const step = serviceStep(input, one.target, parts, origins);
    if (!step.ok) return step;
    steps.push(step.value);
  }
  return ok(steps);
};

/** Objects in files are taken as they stand there. */
function exposedObjects(input: PlanInput): Planned<Exposed[]> {
  const { args } = input.invocation;
  const options = { allowEmptySelector: false, selectors: false };
  const targets = chooseTargets(input, args, options);
  if (!targets.ok) return targets;
  const files = hasFiles(input) ? readFileObjects(input) : ok([]);
  if (!files.ok) return files;
  const exposed: Exposed[] = [];
  for (const [index, target] of targets.value.entries()) {
    const problem = exposeProblem(input, target);
    if (problem) return problem;
    const inFile = files.value[index]?.object;
    const found = inFile ?? input.world.find(target);
    if (found === "absent") return missing(input, target);
    exposed.push({ target, source: found === "unknown" ? null : (found as JsonObject) });
  }
  return ok(exposed);
}

function exposeProblem(input: PlanInput, { type, span }: Target) {
  if (type.resource === "file" || EXPOSABLE.has(type.kind)) return null;
  const name = type.group === "" ? type.kind : `${type.kind}.${type.group}`;
  const message = `error: cannot expose a ${name}`;
  return refuse("not-exposable", message, span ?? input.invocation.pathSpan);
}

function missing(input: PlanInput, { type, name, span }: Target) {
  const message = `Error from server (NotFound): ${typeName(type)} ${JSON.stringify(name)} not found`;
  return refuse("not-found", message, span ?? input.invocation.pathSpan);
}

function partsOf(input: PlanInput, { target, source }: Exposed, origins: Origin[]): Planned<Parts> {
  const selector = readSelector(input, target, source, origins);
  if (!selector.ok) return selector;
  const ports = readPorts(input, target, source, origins);
  if (!ports.ok) return ports;
  const labels = readLabels(input, source, origins);
  if (!labels.ok) return labels;
  return ok({ selector: selector.value, ports: ports.value, labels: labels.value });
}

type Parts = { selector: Json; ports: Json; labels: Json };

function serviceStep(
  input: PlanInput,
  target: Target,
  parts: Parts,
  origins: Origin[],
): Planned<Step> {
  const { flags } = input;
  const affinity = flags.text("session-affinity");
  if (affinity !== "" && affinity !== "None" && affinity !== "ClientIP") {
    return refuse(
      "bad-affinity",
      `error: unknown session affinity: ${affinity}`,
      flags.span("session-affinity"),
    );
  }
  const name = flags.text("name") || (target.name ?? "").slice(0, MAX_NAME);
  note(origins, "metadata.name", flags.use("name")?.span ?? target.span);
  note(origins, "metadata.namespace", flags.use("namespace")?.span);
  const spec = serviceSpec(flags, parts, origins);
  const step: Step = {
    kind: "create",
    origins,
    target: { ...target, type: SERVICE, namespace: input.namespace, name, labelSelector: null },
    object: {
      apiVersion: "v1",
      kind: "Service",
      metadata: {
        ...(parts.labels === null ? {} : { labels: parts.labels }),
        name,
        ...(input.namespaceGiven ? { namespace: input.namespace } : {}),
      },
      spec,
      status: { loadBalancer: {} },
    },
  };
  return applyOverrides(input, step);
}

function serviceSpec(flags: FlagReader, parts: Parts, origins: Origin[]): JsonObject {
  const type = flags.text("type");
  const spec: JsonObject = { ports: parts.ports, selector: parts.selector };
  const fields = [
    ["externalIPs", "external-ip"],
    ["type", "type"],
    ["sessionAffinity", "session-affinity"],
    ["clusterIP", "cluster-ip"],
  ] as const;
  for (const [field, flag] of fields) {
    const value = flags.text(flag);
    if (value !== "") spec[field] = field === "externalIPs" ? [value] : value;
    note(origins, `spec.${field}`, flags.use(flag)?.span);
  }
  const balancer = flags.text("load-balancer-ip");
  if (type === "LoadBalancer" && balancer !== "") spec["loadBalancerIP"] = balancer;
  note(origins, "spec.loadBalancerIP", flags.use("load-balancer-ip")?.span);
  return spec;
}

const copied = (target: Target, what: string): JsonObject => ({
  $copiedFrom: `${what} of ${typeAndName(target)}`,
});

function readSelector(
  input: PlanInput,
  target: Target,
  source: JsonObject | null,
  origins: Origin[],
): Planned<Json> {
  const text = input.flags.text("selector");
  const span = input.flags.use("selector")?.span ?? target.span;
  note(origins, "spec.selector", span);
  if (text !== "") return readMap(text, input.flags.span("selector"));
  if (!source) return ok(copied(target, "selector"));
  const found = selectorOf(source, target.type.kind);
  if (found) return ok(found);
  return refuse(
    "no-selector",
    "error: couldn't retrieve selectors via --selector flag or introspection: the object has no labels to select",
    span ?? input.invocation.pathSpan,
  );
}

/** The labels that select the pods of an object; null when it has none. */
function selectorOf(source: JsonObject, kind: string): JsonObject | null {
  const path = kind === "Pod" ? ["metadata", "labels"] : ["spec", "selector"];
  const selector = getAt(source, path);
  if (!isObject(selector)) return null;
  const labels =
    kind === "Deployment" || kind === "ReplicaSet" ? selector["matchLabels"] : selector;
  return isObject(labels) && Object.keys(labels).length > 0 ? { ...labels } : null;
}

function readMap(text: string, span: { start: number; end: number }): Planned<JsonObject> {
  const labels = parseLabelMap(text);
  if (labels) return ok(labels);
  const part = text.split(",").find((entry) => entry.split("=").length !== 2) ?? text;
  return refuse(
    "bad-labels",
    `error: unexpected label spec: ${part}`,
    span,
    "Write key=value,key=value.",
  );
}

function readLabels(input: PlanInput, source: JsonObject | null, origins: Origin[]): Planned<Json> {
  const text = input.flags.text("labels");
  if (text !== "") {
    const labels = readMap(text, input.flags.span("labels"));
    if (labels.ok) {
      for (const key of Object.keys(labels.value)) {
        note(origins, `metadata.labels.${key}`, input.flags.span("labels"));
      }
    }
    return labels;
  }
  const labels = source ? getAt(source, ["metadata", "labels"]) : undefined;
  return ok(isObject(labels) ? { ...labels } : null);
}

type PortFact = { port: number; protocol: string };

function readPorts(
  input: PlanInput,
  target: Target,
  source: JsonObject | null,
  origins: Origin[],
): Planned<Json> {
  const { flags } = input;
  const given = flags.text("port");
  const known = source ? portsOf(source, target.type.kind) : null;
  const targetPort = flags.text("target-port");
  notePorts(flags, origins);
  if (given === "" && !known) {
    const goal = targetPort === "" ? {} : { targetPort: readInteger(targetPort) ?? targetPort };
    return ok([{ ...copied(target, "ports"), ...goal }]);
  }
  const texts =
    given !== "" ? given.split(",") : [...new Set((known ?? []).map(({ port }) => String(port)))];
  if (texts.length === 0 && flags.text("cluster-ip") !== "None") {
    return refuse(
      "port-needed",
      "error: couldn't find port via --port flag or introspection",
      target.span ?? input.invocation.pathSpan,
      "Add --port=<port>.",
    );
  }
  return portsOfService(flags, texts, known ?? []);
}

function notePorts(flags: FlagReader, origins: Origin[]) {
  for (const [path, flag] of [
    ["spec.ports", "port"],
    ["spec.ports.0.targetPort", "target-port"],
    ["spec.ports.0.protocol", "protocol"],
  ] as const) {
    note(origins, path, flags.use(flag)?.span);
  }
}

function portsOfService(
  flags: FlagReader,
  texts: readonly string[],
  known: readonly PortFact[],
): Planned<Json> {
  const targetPort = flags.text("target-port");
  const ports: JsonObject[] = [];
  for (const text of texts) {
    const port = readInteger(text);
    if (port === null) {
      return refuse(
        "bad-port",
        `error: strconv.Atoi: parsing ${JSON.stringify(text)}: invalid syntax`,
        flags.span("port"),
      );
    }
    ports.push(...servicePorts(port, ports.length, texts.length, flags.text("protocol"), known));
  }
  for (const port of ports) {
    port["targetPort"] =
      targetPort === "" ? (port["port"] ?? null) : (readInteger(targetPort) ?? targetPort);
  }
  return ok(ports);
}

function servicePorts(
  port: number,
  index: number,
  count: number,
  protocol: string,
  known: readonly PortFact[],
): JsonObject[] {
  const name = count > 1 ? `port-${String(index + 1)}` : null;
  const protocols = known.filter((fact) => fact.port === port).map((fact) => fact.protocol);
  if (protocol === "" && protocols.length > 1) {
    return protocols.map((one) => ({
      name: `port-${String(index + 1)}-${one.toLowerCase()}`,
      port,
      protocol: one,
    }));
  }
  return [{ ...(name ? { name } : {}), port, protocol: protocol || (protocols[0] ?? "TCP") }];
}

function portsOf(source: JsonObject, kind: string): PortFact[] {
  if (kind === "Service") return portFacts(getAt(source, ["spec", "ports"]), "port");
  const spec = kind === "Pod" ? ["spec"] : ["spec", "template", "spec"];
  const containers = getAt(source, [...spec, "containers"]);
  if (!Array.isArray(containers)) return [];
  return containers.flatMap((container) => portFacts(getAt(container, ["ports"]), "containerPort"));
}

function portFacts(ports: Json | undefined, key: string): PortFact[] {
  if (!Array.isArray(ports)) return [];
  return ports.filter(isObject).map((port) => ({
    port: Number(port[key]),
    protocol: typeof port["protocol"] === "string" ? port["protocol"] : "TCP",
  }));
}
