/** Sentences about objects and fields. */
import type { Target } from "../plan/plan-model";
import type { Difference } from "./diff-json";
import { show } from "./difference";

/** "deployment web in namespace shop" */
export function sayObject(target: Target): string {
  const kind = target.type.kind === "File" ? "file" : target.type.kind;
  const where =
    target.namespace === null || target.namespace === "default"
      ? ""
      : ` in ${target.namespace === "*" ? "every namespace" : `namespace ${target.namespace}`}`;
  return `${kind} ${target.name ?? sayChoice(target)}${where}`;
}

const sayChoice = ({ labelSelector, fieldSelector }: Target) =>
  labelSelector ?? fieldSelector ?? "(all)";

/** What a learner calls the field. */
const NAMES: readonly (readonly [RegExp, string])[] = [
  [/\.?metadata\.labels\.(.+)$/, "label $1"],
  [/\.?metadata\.annotations\.(.+)$/, "annotation $1"],
  [/spec\.replicas$/, "number of replicas"],
  [/containers\.\d+\.image$/, "image"],
  [/containers\.\d+\.command$/, "container's command"],
  [/containers\.\d+\.args$/, "container's args"],
  [/containers\.\d+\.env\.(.+?)(\.value)?$/, "variable $1"],
  [/containers\.\d+\.ports(\..*)?$/, "container port"],
  [/spec\.ports\.\d+\.targetPort$/, "target port"],
  [/spec\.ports\.\d+\.nodePort$/, "node port"],
  [/spec\.ports\.\d+\.name$/, "name of the service port"],
  [/spec\.ports\.\d+\.port$/, "service port"],
  [/spec\.type$/, "service type"],
  [/spec\.restartPolicy$/, "restart policy"],
  [/spec\.schedule$/, "schedule"],
  [/\.?data\.(.+)$/, "key $1"],
];

export function nameField(path: string): string {
  for (const [pattern, name] of NAMES) {
    const match = pattern.exec(path);
    if (match) return name.replace("$1", match[1] ?? "");
  }
  return path;
}

export function sayField({ path, expected, got }: Difference, target: Target): string {
  const name = nameField(path.join("."));
  const object = target.type.kind;
  if (got === undefined) {
    return `The ${name} is missing: the ${object} should have ${show(expected) ?? "it"}.`;
  }
  if (expected === undefined) return `The task does not ask for the ${name}: ${show(got) ?? ""}.`;
  return `The ${name} should be ${show(expected) ?? "unset"}, not ${show(got) ?? "unset"}.`;
}
