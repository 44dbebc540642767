/** A plan in words, and as the requests that the API server would see. */
import { isObject } from "../plan/json-path";
import type { Change, DryRun, Json, Step, Target } from "../plan/plan-model";
import { printYaml } from "../plan/print-yaml";
import { apiVersionOf } from "../plan/resource-types";

export type ExplainedStep = {
  /** What happens, in one sentence. */
  sentence: string;
  /** Requests in the order sent, e.g. `POST /apis/apps/v1/namespaces/shop/deployments`. */
  requests: readonly string[];
  /** The object or the change that goes along, as YAML; null when there is none. */
  yaml: string | null;
};

export function describeStep(step: Step, dryRun: DryRun): ExplainedStep {
  switch (step.kind) {
    case "create":
      return {
        sentence: `${willDo(dryRun, "Creates")} ${nameOf(step.target)}.`,
        requests: sent(dryRun, [`POST ${collectionPath(step.target)}`]),
        yaml: yamlOf(step.object),
      };
    case "apply":
      return {
        sentence: `${willDo(dryRun, "Creates or updates")} ${nameOf(step.target)} to match the file.`,
        requests: sent(dryRun, [
          `GET ${objectPath(step.target)}`,
          `PATCH ${objectPath(step.target)} (POST when it does not exist)`,
        ]),
        yaml: yamlOf(step.object),
      };
    case "replace":
      return {
        sentence: `${willDo(dryRun, "Replaces")} ${nameOf(step.target)} by the file's object.`,
        requests: sent(dryRun, [`PUT ${objectPath(step.target)}`]),
        yaml: yamlOf(step.object),
      };
    case "change":
      return describeChange(step, dryRun);
    case "delete":
      return {
        sentence: `${willDo(dryRun, "Deletes")} ${nameOf(step.target)}.`,
        requests: sent(dryRun, [`DELETE ${pathOf(step.target, null)}`]),
        yaml: null,
      };
    case "observe":
      return describeObservation(step.observation);
    case "config":
      return describeConfig(step.change);
  }
}

function describeConfig({ path, value }: Extract<Step, { kind: "config" }>["change"]) {
  const place = path.replace("contexts.(current)", "the current context's ").replace("s .", "s ");
  const sentence =
    value === null
      ? `Removes ${place} from the kubeconfig file.`
      : `Sets ${place} to ${valueOf(value)} in the kubeconfig file.`;
  return { sentence, requests: [], yaml: null };
}

const willDo = (dryRun: DryRun, verb: string): string => {
  if (dryRun === "client") {
    return `Only prints, without asking the server to do it: ${verb.toLowerCase()}`;
  }
  return dryRun === "server"
    ? `Lets the server check, without keeping it: ${verb.toLowerCase()}`
    : verb;
};

/** With --dry-run=client nothing is changed on the server, so no write is sent. */
const sent = (dryRun: DryRun, requests: string[]): string[] => {
  if (dryRun === "client") return [];
  return dryRun === "server" ? requests.map((request) => `${request}?dryRun=All`) : requests;
};

/** What kubectl works out only after reading the object, in words. */
const SYMBOLIC: Readonly<Record<string, string>> = {
  rollback: "Takes back to an earlier revision",
  "add-subjects": "Adds subjects to",
  "apply-file": "Creates or updates what the file describes:",
  "create-file": "Creates what the file describes:",
  "replace-file": "Replaces what the file describes:",
  "pod-spec": "Changes the Pod template of",
  "env-from": "Sets environment variables from another object on",
  drain: "Evicts the Pods that run on",
  taint: "Changes the taints of",
  reconcile: "Adds the missing rules of",
  certificate: "Decides on",
};

function describeChange(
  { target, change }: Extract<Step, { kind: "change" }>,
  dryRun: DryRun,
): ExplainedStep {
  const { verb, body } = intentOf(change);
  const file = target.type.resource === "file";
  return {
    sentence: `${willDo(dryRun, verb)} ${file ? (target.name ?? "") : nameOf(target)}.`,
    requests: file || verb === SYMBOLIC["drain"] ? [] : sent(dryRun, patchRequests(target, change)),
    yaml: isObject(body) && Object.keys(body).length === 0 ? null : yamlOf(body),
  };
}

function intentOf({ type, body }: Change): { verb: string; body: Json } {
  if (type !== "symbolic" || !isObject(body)) return { verb: "Changes", body };
  const { op, ...facts } = body;
  return { verb: SYMBOLIC[typeof op === "string" ? op : ""] ?? "Changes", body: facts };
}

function patchRequests(target: Target, { subresource }: Change): string[] {
  const patch = `PATCH ${pathOf(target, subresource)}`;
  return target.name === null ? [`GET ${pathOf(target, null)}`, `${patch} (each)`] : [patch];
}

/** What a reading command does, in words; the subresource that it asks for. */
const READS: Readonly<Record<string, { words: string; request: string | null }>> = {
  get: { words: "Shows", request: "GET" },
  describe: { words: "Describes", request: "GET" },
  wait: { words: "Waits for", request: "GET" },
  events: { words: "Shows", request: "GET" },
  top: { words: "Shows the resource use of", request: "GET" },
  logs: { words: "Shows the log of", request: "GET log" },
  exec: { words: "Runs a command in", request: "POST exec" },
  attach: { words: "Attaches to", request: "POST attach" },
  "port-forward": { words: "Forwards local ports to", request: "POST portforward" },
  debug: { words: "Starts a debugging container for", request: null },
  cp: { words: "Copies files", request: null },
  "delete cancelled": { words: "Asks, gets no yes, and deletes nothing", request: null },
  explain: { words: "Explains the fields of a type", request: null },
  "auth can-i": { words: "Asks whether this is allowed", request: null },
  "auth whoami": { words: "Asks who the server takes you for", request: null },
};

function describeObservation(observation: Extract<Step, { kind: "observe" }>["observation"]) {
  const { verb, targets, facts } = observation;
  const read = READS[verb];
  const names = targets.map(nameOf).join(" and ");
  const details = Object.entries(facts)
    .filter(([, value]) => value !== null && value !== false && value !== "")
    .map(([name, value]) => (value === true ? name : `${name} ${valueOf(value)}`));
  const tail = details.length === 0 ? "" : ` (${details.join(", ")})`;
  return {
    sentence: `${[read?.words ?? capital(verb), names].filter(Boolean).join(" ")}${tail}.`,
    requests: targets.flatMap((target) => readRequest(read?.request ?? null, verb, target)),
    yaml: null,
  };
}

const METRICS = { group: "metrics.k8s.io", version: "v1beta1" };

function readRequest(request: string | null, verb: string, target: Target): string[] {
  if (request === null) return [];
  const [method = "GET", subresource] = request.split(" ");
  const asked = verb === "top" ? { ...target, type: { ...target.type, ...METRICS } } : target;
  return [`${method} ${pathOf(asked, subresource ?? null)}`];
}

/** `deployment "web" in namespace shop`, `every pod with app=web in all namespaces`. */
function nameOf({ type, name, namespace, labelSelector, fieldSelector }: Target): string {
  const kind = type.kind === "" ? type.resource : type.kind;
  const chosen = [labelSelector, fieldSelector].filter((part) => part !== null).join(" and ");
  const what =
    name === null ? `every ${kind}${chosen === "" ? "" : ` with ${chosen}`}` : `${kind} ${name}`;
  if (namespace === null || !type.namespaced) return what;
  return namespace === "*" ? `${what} in all namespaces` : `${what} in namespace ${namespace}`;
}

function pathOf(target: Target, subresource: string | null): string {
  const query = [
    target.labelSelector === null ? null : `labelSelector=${target.labelSelector}`,
    target.fieldSelector === null ? null : `fieldSelector=${target.fieldSelector}`,
  ].filter((part) => part !== null);
  const path = target.name === null ? collectionPath(target) : objectPath(target);
  const whole = subresource === null ? path : `${path}/${subresource}`;
  return query.length === 0 ? whole : `${whole}?${query.join("&")}`;
}

const objectPath = (target: Target): string => `${collectionPath(target)}/${target.name ?? ""}`;

function collectionPath({ type, namespace }: Target): string {
  const root = type.group === "" ? `/api/${type.version}` : `/apis/${apiVersionOf(type)}`;
  const inside = namespace === null || namespace === "*" ? "" : `/namespaces/${namespace}`;
  return `${root}${inside}/${type.resource}`;
}

const yamlOf = (value: unknown): string => printYaml(value as Json);

const valueOf = (value: Json): string =>
  isObject(value) || Array.isArray(value) ? JSON.stringify(value) : String(value);

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
