/** Values of a flag: its fixed words, or names from the task's cluster. */
import type { TaskContext } from "../model";
import type { FlagSpec } from "../tables/tables";
import { NOTHING, type CompletionOption, type Offer } from "./completion";
import { knownContexts, knownNames, knownNamespaces } from "./known-names";
import type { LineSoFar } from "./read-so-far";
import { resourceOptions } from "./resource-options";

/** Fixed words that a flag takes; by "command flag", then by flag. */
const WORDS: Readonly<Record<string, string>> = {
  "expose type": "ClusterIP NodePort LoadBalancer ExternalName",
  "patch type": "strategic merge json",
  "create secret generic type":
    "Opaque kubernetes.io/basic-auth kubernetes.io/ssh-auth kubernetes.io/tls kubernetes.io/dockerconfigjson",
  "top pod sort-by": "cpu memory",
  "top node sort-by": "cpu memory",
  "get sort-by":
    ".metadata.name .metadata.creationTimestamp .status.startTime .spec.nodeName .lastTimestamp",
  "wait for": "condition=Ready condition=Available condition=Complete delete create jsonpath=",
  "debug profile": "general baseline restricted netadmin sysadmin legacy",
  "create priorityclass preemption-policy": "PreemptLowerPriority Never",
  "api-resources verbs": "get list watch create update patch delete deletecollection",
  "api-resources sort-by": "name kind",
  "get output":
    "json yaml kyaml name wide jsonpath= custom-columns= go-template= jsonpath-as-json= jsonpath-file= custom-columns-file= go-template-file=",
  "api-resources output": "wide name json yaml kyaml",
  "apply view-last-applied output": "yaml json",
  "config get-contexts output": "name",
  "version output": "yaml json",
  output:
    "json yaml kyaml name jsonpath= go-template= jsonpath-as-json= jsonpath-file= go-template-file=",
  restart: "Always OnFailure Never",
  "image-pull-policy": "Always IfNotPresent Never",
  protocol: "TCP UDP SCTP",
  verb: "get list watch create update patch delete deletecollection use bind escalate impersonate *",
  "dry-run": "client server none",
  cascade: "background orphan foreground",
  validate: "strict warn ignore true false",
  profile: "none cpu heap goroutine threadcreate block mutex trace",
};

/** Flags whose values are names of objects. */
const NAME_OF: Readonly<Record<string, string>> = {
  clusterrole: "ClusterRole",
  role: "Role",
  serviceaccount: "ServiceAccount",
  "default-backend": "Service",
};

/** `skip`: how much of the word comes before the value, as in `--output=`. */
export function completeValue(
  line: LineSoFar,
  spec: FlagSpec,
  typed: string,
  skip: number,
  context: TaskContext,
): Offer {
  const list = spec.type === "stringSlice";
  const start = list ? Math.max(skip, typed.lastIndexOf(",") + 1) : skip;
  if (spec.name === "resource") return { skip: start, options: resourceOptions(line.tree, null) };
  const words = valuesOf(line, spec, context);
  if (words.length === 0) return NOTHING;
  const options = words.map((text): CompletionOption => ({ text, kind: "value", detail: "" }));
  return { skip: start, options };
}

function valuesOf(line: LineSoFar, spec: FlagSpec, context: TaskContext): readonly string[] {
  const { name, type } = spec;
  if (type === "bool") return ["true", "false"];
  if (name === "namespace") return knownNamespaces(context);
  if (name === "context") return knownContexts(context);
  const kind = NAME_OF[name];
  if (kind !== undefined) return knownNames(context, kind, "*");
  const path = line.node.spec.path.join(" ");
  const words = WORDS[`${path} ${name}`] ?? WORDS[name];
  return words?.split(" ") ?? [];
}
