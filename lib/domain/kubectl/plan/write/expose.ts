/**
 * kubectl expose: a Service made from another object. Selector, labels and ports
 * that are not given are taken from that object; when it is not known they are
 * marked as copied from it.
 */
import { ok } from "../../../result";
import { note, SERVICE } from "../create/create-step";
import { labelMapProblem, parseLabelMap } from "../create/label-map";
import { chooseTargets } from "../choose-targets";
import { hasFiles, readFileObjects } from "../file-objects";
import { getAt, isObject } from "../json-path";
import type { FlagReader } from "../flag-reader";
import type { Planned } from "../plan-failure";
import { refuse } from "../plan-failure";
import type { PlanInput, Planner } from "../plan-input";
import type { Json, JsonObject, Origin, Step, Target } from "../plan-model";
import { typeName } from "../resource-types";
import { copied, readPorts } from "./expose-ports";
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
    const inFile = files.value[index]?.object;
    const found = inFile ?? input.world.find(target);
    if (found === "absent") return missing(input, target);
    const problem = exposeProblem(input, target);
    if (problem) return problem;
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
  return refuse(
    "bad-labels",
    `error: ${labelMapProblem(text)}`,
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
