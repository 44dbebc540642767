/**
 * What the server says no to once kubectl itself is content with the line: objects that
 * are not there, and names that are taken. Both need a world that is known (`World.find`).
 */
import { nearest } from "../hints/edit-distance";
import type { KubeObject, Span } from "../model";
import { isOpaqueFile } from "./file-objects";
import { isObject } from "./json-path";
import { refuse } from "./plan-failure";
import type { PlanInput } from "./plan-input";
import type { Step, Target } from "./plan-model";
import { METRICS_GROUP, typeName } from "./resource-types";

type Refused = ReturnType<typeof refuse>;

/** A read that finds nothing changes nothing: beside other lines of an answer it is forgiven. */
export const READ_NOT_FOUND = "read-not-found";
export const NOT_FOUND = "not-found";

/** What these read is not what the words name, or need not be there. */
const READS_NO_OBJECT = new Set(["diff", "top", "events"]);

export function serverProblem(input: PlanInput, steps: readonly Step[]): Refused | null {
  if (input.flags.bool("local")) return null;
  let made = input;
  for (const step of steps) {
    const problem = stepProblem(made, step);
    if (problem) return problem;
    if (step.kind === "create") made = withObject(made, step);
  }
  return null;
}

/** `run --rm -it` creates a pod, attaches to it and deletes it. */
function withObject(
  input: PlanInput,
  { target, object }: Extract<Step, { kind: "create" }>,
): PlanInput {
  const { world } = input;
  const isIt = (other: Target) =>
    other.name === target.name &&
    other.namespace === target.namespace &&
    other.type.kind === target.type.kind;
  return {
    ...input,
    world: { ...world, find: (other) => (isIt(other) ? object : world.find(other)) },
  };
}

function stepProblem(input: PlanInput, step: Step): Refused | null {
  switch (step.kind) {
    case "observe":
      return readProblem(input, step);
    case "create":
      return createProblem(input, step.target);
    case "replace":
      return replaceProblem(input, step);
    case "delete":
      return deleteProblem(input, step);
    case "change":
      return absence(input, step.target) ?? sourceProblem(input, step);
    case "apply":
    case "config":
      return null;
  }
}

function readProblem(input: PlanInput, { observation }: Extract<Step, { kind: "observe" }>) {
  const { verb, targets, facts } = observation;
  if (READS_NO_OBJECT.has(verb) || facts["ignore-not-found"] === true) return null;
  if (verb === "wait" && /"(?:delete|create)"/.test(JSON.stringify(facts["for"]))) return null;
  for (const target of targets) {
    // exec takes the pod of a file as it stands there; describe takes the beginning of a name.
    if (verb === "exec" && target.source !== undefined) continue;
    if (verb === "describe" && isPrefix(input, target)) continue;
    const problem = absence(input, target, null, READ_NOT_FOUND);
    if (problem) return inWordsOf(verb, problem, input.namespace);
  }
  return null;
}

const isPrefix = ({ world }: PlanInput, target: Target) =>
  target.source === undefined &&
  listed(world.list({ ...target, name: null })).some((one) =>
    one.name.startsWith(target.name ?? ""),
  );

/** logs and create token wrap what the server says. */
function inWordsOf(verb: string, { ok, error }: Refused, namespace: string): Refused {
  if (error.kind !== "refused") return { ok, error };
  const { refusal } = error;
  const inner = refusal.message.replace(/^Error from server \(NotFound\): /, "");
  const message =
    verb === "logs"
      ? `error: error from server (NotFound): ${inner} in namespace ${JSON.stringify(namespace)}`
      : verb === "create token"
        ? `error: failed to create token: ${inner}`
        : refusal.message;
  return { ok, error: { kind: "refused", refusal: { ...refusal, message } } };
}

function deleteProblem(input: PlanInput, step: Extract<Step, { kind: "delete" }>) {
  if (step.options["ignoreNotFound"] === true || input.dryRun === "client") return null;
  return absence(input, step.target, "deleting");
}

function replaceProblem(input: PlanInput, step: Extract<Step, { kind: "replace" }>) {
  if (step.options["force"] === true || input.dryRun === "client") return null;
  return absence(input, step.target, "replacing");
}

/** `set env --from` reads the ConfigMap or Secret before it changes anything. */
function sourceProblem(input: PlanInput, { target, change }: Extract<Step, { kind: "change" }>) {
  const body = isObject(change.body) ? change.body : {};
  const source = body["source"];
  if (body["op"] !== "env-from" || typeof source !== "string") return null;
  const [kind = "", name = ""] = source.split("/");
  const type = input.types.findKind("v1", kind);
  if (!type) return null;
  const span = input.flags.span("from");
  return absence(input, { ...target, type, name, labelSelector: null, fieldSelector: null, span });
}

/** What a metrics server measures is no object of the cluster. */
const isMeasured = ({ type }: Target) => type.group === METRICS_GROUP;

/** The refusal of a named object that is surely not there; null when it is, or may be. */
export function absence(
  input: PlanInput,
  target: Target,
  doing: string | null = null,
  code = NOT_FOUND,
): Refused | null {
  if (target.name === null || isOpaqueFile(target) || isMeasured(target)) return null;
  if (input.world.find(target) !== "absent") return null;
  const span = target.span ?? input.invocation.pathSpan;
  const namespace = doing === null ? missingNamespace(input, target) : null;
  if (namespace) return notFound(input, namespace, input.flags.span("namespace"), code);
  const source =
    doing === null || target.source === undefined ? "" : whileDoing(doing, target.source);
  return notFound(input, target, span, code, source);
}

const whileDoing = (doing: string, source: string) =>
  `error when ${doing} ${JSON.stringify(source)}: `;

function notFound(input: PlanInput, target: Target, span: Span, code: string, prefix = "") {
  const said = `${typeName(target.type)} ${JSON.stringify(target.name)} not found`;
  return refuse(
    code,
    `Error from server (NotFound): ${prefix}${said}`,
    span,
    hintAbsent(input, target),
  );
}

/** kubectl looks for the namespace when it does not find an object in one that was named. */
function missingNamespace({ world }: PlanInput, { namespace }: Target): Target | null {
  if (namespace === null || namespace === "*" || namespace === "default") return null;
  const target = { ...NAMESPACE, name: namespace };
  return world.find(target) === "absent" ? target : null;
}

const NAMESPACE: Target = {
  type: { group: "", version: "v1", resource: "namespaces", kind: "Namespace", namespaced: false },
  namespace: null,
  name: null,
  labelSelector: null,
  fieldSelector: null,
  span: null,
};

const FEW = 6;

/** Where the object is instead, which name was meant, or which there are. */
function hintAbsent({ world }: PlanInput, target: Target): string | null {
  const name = target.name ?? "";
  const everywhere = listed(
    world.list({ ...target, name: null, namespace: target.namespace === null ? null : "*" }),
  );
  const twin = everywhere.find((one) => one.name === name);
  if (twin?.namespace !== undefined) {
    return `There is one of this name in the namespace ${twin.namespace}: add -n ${twin.namespace}.`;
  }
  const here = everywhere
    .filter((one) => (one.namespace ?? world.namespace) === (target.namespace ?? world.namespace))
    .map((one) => one.name);
  const near = nearest(name, here);
  if (near !== null) return `Did you mean ${near}?`;
  if (here.length === 0) return `There are no ${target.type.resource} here.`;
  const few = here.length > FEW ? [...here.slice(0, FEW), "…"] : here;
  return `The ${target.type.resource} here are ${few.join(", ")}.`;
}

const listed = (objects: readonly KubeObject[] | null) =>
  (objects ?? []).map(({ metadata: { name = "", namespace } }) => ({ name, namespace }));

/** These say in their own words that a name is taken; the others leave it to the server. */
const SAYS_FAILED: Readonly<Record<string, string>> = {
  "create clusterrolebinding": "clusterrolebinding:",
  "create configmap": "configmap:",
  "create cronjob": "cronjob:",
  "create deployment": "deployment:",
  "create ingress": "ingress:",
  "create job": "job:",
  "create poddisruptionbudget": "poddisruptionbudgets:",
  "create priorityclass": "priorityclass:",
  "create quota": "quota:",
  "create rolebinding": "rolebinding:",
  "create secret docker-registry": "secret",
  "create secret generic": "secret",
  "create secret tls": "secret",
  "create service clusterip": "ClusterIP service:",
  "create service externalname": "ExternalName service:",
  "create service loadbalancer": "LoadBalancer service:",
  "create service nodeport": "NodePort service:",
  "create serviceaccount": "serviceaccount:",
};

function createProblem(input: PlanInput, target: Target): Refused | null {
  if (target.name === null || input.dryRun === "client") return null;
  if (typeof input.world.find(target) === "string") return null;
  const span = target.span ?? input.invocation.pathSpan;
  const hint = `Choose another name, or change the ${target.type.kind} that is there.`;
  return refuse("already-exists", takenMessage(input, target), span, hint);
}

function takenMessage({ invocation, flags }: PlanInput, target: Target): string {
  const said = `${typeName(target.type)} ${JSON.stringify(target.name)} already exists`;
  const command = invocation.path.join(" ");
  const failed = SAYS_FAILED[command];
  if (failed !== undefined) return `error: failed to create ${failed} ${said}`;
  if (command === "autoscale" && !flags.use("cpu") && !flags.use("cpu-percent")) {
    return "error: failed to create autoscaling/v2 HPA and the configuration is incompatible with autoscaling/v1: empty input";
  }
  const source = target.source === undefined ? "" : whileDoing("creating", target.source);
  return `Error from server (AlreadyExists): ${source}${said}`;
}
