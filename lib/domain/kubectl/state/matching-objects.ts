/** Which known objects a selector lets through, in the state of this moment. */
import type { KubeObject } from "../model";
import { isObject } from "../plan/json-path";
import type { JsonObject, Target } from "../plan/plan-model";
import { matchesLabels, parseLabelSelector } from "../plan/selector";
import type { Outcome } from "./outcome";
import { typeKey } from "./outcome";

export function matchingObjects(outcome: Outcome, target: Target): [string, Target][] {
  const requirements =
    target.labelSelector === null ? [] : (parseLabelSelector(target.labelSelector) ?? []);
  const found: [string, Target][] = [];
  const prefix = `${typeKey(target)}|`;
  const look = (key: string, object: JsonObject, one: Target) => {
    if (
      target.namespace !== null &&
      target.namespace !== "*" &&
      one.namespace !== target.namespace
    ) {
      return;
    }
    const metadata = object["metadata"];
    const labels = isObject(metadata) ? metadata["labels"] : undefined;
    if (!matchesLabels(requirements, isObject(labels) ? labels : {})) return;
    if (matchesFields(target.fieldSelector, one)) found.push([key, one]);
  };
  for (const [key, cell] of outcome.cells) {
    if (key.startsWith(prefix) && cell.status === "present") look(key, cell.object, cell.target);
  }
  for (const [key, object] of outcome.base) {
    if (!key.startsWith(prefix) || outcome.cells.has(key)) continue;
    look(key, object as JsonObject, targetOfKey(key, object, target));
  }
  return found;
}

function targetOfKey(key: string, object: KubeObject, like: Target): Target {
  const [, namespace = ""] = key.split("|");
  return {
    ...like,
    namespace: namespace === "" ? null : namespace,
    name: object.metadata.name ?? "",
    labelSelector: null,
    fieldSelector: null,
  };
}

/** Only fields that are part of the name can be told from here. */
function matchesFields(selector: string | null, target: Target): boolean {
  if (selector === null) return true;
  return selector.split(",").every((term) => {
    const [path = "", value = ""] = term.split(/!?=/);
    const equal =
      path === "metadata.name"
        ? target.name === value
        : path === "metadata.namespace" && target.namespace === value;
    return term.includes("!=") ? !equal : equal;
  });
}
