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
  for (const { key, object, namespace } of objectsOfType(outcome.base, typeKey(target))) {
    if (outcome.cells.has(key)) continue;
    const name = object.metadata.name ?? "";
    const one = { ...target, namespace, name, labelSelector: null, fieldSelector: null };
    look(key, object as JsonObject, one);
  }
  return found;
}

type Base = Outcome["base"];
type Entry = { key: string; object: KubeObject; namespace: string | null };

const byType = new WeakMap<Base, Map<string, Entry[]>>();

/** What the cluster held before, parted by type once per cluster. */
function objectsOfType(base: Base, type: string): readonly Entry[] {
  let parted = byType.get(base);
  if (!parted) {
    parted = partByType(base);
    byType.set(base, parted);
  }
  return parted.get(type) ?? [];
}

function partByType(base: Base): Map<string, Entry[]> {
  const parted = new Map<string, Entry[]>();
  for (const [key, object] of base) {
    const [type = "", namespace = ""] = key.split("|");
    const entry = { key, object, namespace: namespace === "" ? null : namespace };
    const entries = parted.get(type);
    if (entries) entries.push(entry);
    else parted.set(type, [entry]);
  }
  return parted;
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
