/** Sentences about objects, fields and values. */
import { canonicalJson, isObject } from "../plan/json-path";
import type { Json, JsonObject, Target } from "../plan/plan-model";
import type { Difference } from "./diff-json";
import { show } from "./difference";

/** "Deployment web in namespace shop", "every Pod with app=web" */
export function sayObject(target: Target): string {
  const kind = target.type.kind === "File" ? "file" : target.type.kind;
  if (target.name !== null) return `${kind} ${target.name}${sayPlace(target)}`;
  return `every ${kind}${sayChoice(target)}${sayPlace(target)}`;
}

/** "pods with app=web in namespace shop" */
export const sayObjects = (target: Target): string =>
  target.name === null
    ? `${target.type.resource}${sayChoice(target)}${sayPlace(target)}`
    : sayObject(target);

const sayPlace = ({ namespace }: Target) =>
  namespace === null || namespace === "default"
    ? ""
    : ` in ${namespace === "*" ? "every namespace" : `namespace ${namespace}`}`;

function sayChoice({ labelSelector, fieldSelector }: Target): string {
  const chosen = [labelSelector, fieldSelector].filter((text) => text !== null);
  return chosen.length === 0 ? "" : ` with ${chosen.join(" and ")}`;
}

/** What a learner calls the field. */
const NAMES: readonly (readonly [RegExp, string])[] = [
  [/template\.metadata\.labels\.(.+)$/, "label $1 of the pods"],
  [/\.?metadata\.labels\.(.+)$/, "label $1"],
  [/\.?metadata\.annotations\.(.+)$/, "annotation $1"],
  [/spec\.replicas$/, "number of replicas"],
  [/spec\.selector(?:\.matchLabels)?\.(.+)$/, "selector's label $1"],
  [/containers\.\d+\.image$/, "image"],
  [/containers\.\d+\.imagePullPolicy$/, "pull policy of the image"],
  [/containers\.\d+\.name$/, "name of the container"],
  [/containers\.\d+\.command$/, "container's command"],
  [/containers\.\d+\.args$/, "container's args"],
  [/\.env\.([^.]+)\.valueFrom\.secretKeyRef\.key$/, "key of the Secret that variable $1 takes"],
  [/\.env\.([^.]+)\.valueFrom\.secretKeyRef\.name$/, "Secret that variable $1 comes from"],
  [
    /\.env\.([^.]+)\.valueFrom\.configMapKeyRef\.key$/,
    "key of the ConfigMap that variable $1 takes",
  ],
  [/\.env\.([^.]+)\.valueFrom\.configMapKeyRef\.name$/, "ConfigMap that variable $1 comes from"],
  [/containers\.\d+\.env\.(.+?)(\.value)?$/, "variable $1"],
  [/containers\.\d+\.ports(\..*)?$/, "container port"],
  [/containers\.\d+\.resources\.(limits|requests)\.(.+)$/, "$2 of the $1"],
  [/spec\.ports\.\d+\.targetPort$/, "target port"],
  [/spec\.ports\.\d+\.nodePort$/, "node port"],
  [/spec\.ports\.\d+\.name$/, "name of the service port"],
  [/spec\.ports\.\d+\.port$/, "service port"],
  [/^spec\.ports$/, "list of service ports"],
  [/template\.spec\.containers$|^spec\.containers$/, "list of containers"],
  [/^rules$/, "list of rules"],
  [/^subjects$/, "list of subjects"],
  [/^subjects\.\d+\.(.+)$/, "subject's $1"],
  [/^roleRef\.(.+)$/, "role's $1"],
  [/spec\.type$/, "service type"],
  [/spec\.restartPolicy$/, "restart policy"],
  [/spec\.serviceAccountName$/, "service account"],
  [/spec\.schedule$/, "schedule"],
  [/^\.?(?:data|stringData)\.(.+)$/, "key $1"],
  [/^spec\.hard\.(.+)$/, "limit of $1"],
];

export function nameField(path: string): string {
  for (const [pattern, name] of NAMES) {
    const match = pattern.exec(path);
    if (match) return name.replace("$1", match[1] ?? "").replace("$2", match[2] ?? "");
  }
  return `field ${path}`;
}

/** "The key token should be abc123, not WRONG." */
export function sayGoal({ path, expected, got }: Difference, kind: string): string {
  const unset = (value: Json | undefined) => value === undefined || value === null;
  const say = (value: Json | undefined) => (unset(value) ? "unset" : sayPart(path, kind, value));
  return `The ${nameField(path.join("."))} should be ${say(expected)}, not ${say(got)}.`;
}

const sayPart = (path: readonly string[], kind: string, value: Json | undefined) =>
  sayValue(kind === "Secret" && path[0] === "data" ? decoded(value) : value);

export function sayField({ path, expected, got }: Difference, target: Target): string {
  const name = nameField(path.join("."));
  const { kind } = target.type;
  const say = (value: Json | undefined) => sayPart(path, kind, value);
  if (got === undefined) return `The ${name} is missing: the ${kind} should have ${say(expected)}.`;
  if (expected === undefined) return `The task does not ask for the ${name}: ${say(got)}.`;
  return `The ${name} should be ${say(expected)}, not ${say(got)}.`;
}

/** A value in a sentence. */
export function sayValue(value: Json | undefined): string {
  if (value === undefined || value === null) return "left out";
  if (value === "") return "empty";
  if (Array.isArray(value)) return value.map(sayItem).join(" ");
  if (isObject(value)) return sayItem(value);
  return firstLine(show(value) ?? "").replace(/^\$\((contents of .*)\)$/, "the $1");
}

const firstLine = (text: string) => {
  const [line = "", ...more] = text.trimEnd().split("\n");
  return more.length === 0 ? line : `${line} …`;
};

/** What a list holds: a container and a subject by name, a port by number, a rule by what it allows. */
function sayItem(item: Json): string {
  if (!isObject(item)) return show(item) ?? "";
  const { name, kind, value } = item;
  if ("containerPort" in item) return show(item["containerPort"]) ?? "";
  if ("port" in item) return show(item["port"]) ?? "";
  if ("verbs" in item) return sayRule(item);
  if (typeof name !== "string") return show(item) ?? canonicalJson(item);
  if (typeof kind === "string") return `${kind} ${name}`;
  return typeof value === "string" ? `${name}=${value}` : name;
}

function sayRule({ verbs, resources, nonResourceURLs, resourceNames }: JsonObject): string {
  const list = (value: Json | undefined) => (show(value) ?? "").replaceAll(" ", ",");
  const named = resourceNames === undefined ? "" : ` ${list(resourceNames)}`;
  return `(${list(verbs)} on ${list(resources ?? nonResourceURLs)}${named})`;
}

/** Secrets keep their values in base64; learners know them as they typed them. */
function decoded(value: Json | undefined): Json | undefined {
  if (typeof value !== "string") return value;
  try {
    const text = atob(value);
    return /^[\x20-\x7e\s]*$/.test(text) ? text : value;
  } catch {
    return value;
  }
}
