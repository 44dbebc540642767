/** What a change does to an object: by the recorded patch, and by the planned one. */
import type { KubeObject } from "@/lib/domain/kubectl/model";
import { canonicalJson, cloneJson, getAt, isObject } from "@/lib/domain/kubectl/plan/json-path";
import type { Json, JsonObject, Step, Target } from "@/lib/domain/kubectl/plan/plan-model";
import { applyChange } from "@/lib/domain/kubectl/state/apply-change";
import { applyJsonPatch, isJsonPatch } from "@/lib/domain/kubectl/state/json-patch";
import { applyMergePatch } from "@/lib/domain/kubectl/state/merge-patch";
import type { Cell } from "@/lib/domain/kubectl/state/outcome";
import { applyStrategicPatch } from "@/lib/domain/kubectl/state/strategic-patch";
import type { RecordedRequest } from "@/scripts/kubectl/recording";

import { recordedWorld } from "./read-recordings";

type ChangeStep = Extract<Step, { kind: "change" }>;

export function objectOf({ type, name, namespace }: Target): KubeObject | null {
  const found = (recordedWorld.objects ?? []).find(
    ({ kind, metadata }) =>
      kind === type.kind &&
      metadata.name === name &&
      (namespace === null || metadata.namespace === namespace),
  );
  return found ?? null;
}

/** The object after the planned change; null when its effect is known by name only ("rollback"). */
export function plannedEffect(step: ChangeStep, base: KubeObject): string | null {
  const cell: Cell = {
    target: step.target,
    status: "present",
    known: true,
    object: cloneJson(base) as JsonObject,
    before: base as JsonObject,
    created: false,
    deletion: null,
    effects: [],
    guards: [],
    mustBeUnset: [],
    origins: [],
    connection: {},
    touched: true,
  };
  applyChange(cell, step.change, step.options);
  return cell.effects.length > 0 ? null : comparable(cell.object);
}

/** The object after the recorded requests, in their order. */
export function recordedEffect(requests: readonly RecordedRequest[], base: KubeObject): string {
  const after = requests.reduce<Json>(afterRequest, cloneJson(base) as JsonObject);
  return comparable(after);
}

function afterRequest(object: Json, request: RecordedRequest): Json {
  const body = withoutDirectives(request.body ?? null);
  if (!isObject(object)) return body;
  if (request.verb === "update" && request.subresource === "scale") {
    const { replicas } = (body as { spec: { replicas: number } }).spec;
    return { ...object, spec: { ...(object["spec"] as JsonObject), replicas } };
  }
  return request.verb === "update" ? body : patched(object, request.patchType, body);
}

function patched(object: JsonObject, type: string | undefined, body: Json): Json {
  if (type === "json") return isJsonPatch(body) ? applyJsonPatch(object, body) : null;
  if (!isObject(body)) return body;
  return type === "merge" ? applyMergePatch(object, body) : applyStrategicPatch(object, body);
}

/** kubectl adds the order of lists, which changes nothing. */
function withoutDirectives(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutDirectives);
  if (!isObject(value)) return value === "<now>" ? "now" : value;
  const kept = Object.entries(value).filter(
    ([key]) => !/^\$(setElementOrder|retainKeys)/.test(key),
  );
  return Object.fromEntries(kept.map(([key, inner]) => [key, withoutDirectives(inner)]));
}

const KUBECTLS_OWN = [
  "kubectl.kubernetes.io/last-applied-configuration",
  "kubernetes.io/change-cause", // written by the deprecated --record
];

/** The object without the annotations that are notes of kubectl's own. */
export function withoutOwnNotes(value: Json): Json {
  const annotations = isObject(value) ? getAt(value, ["metadata", "annotations"]) : undefined;
  if (!isObject(value) || !isObject(annotations)) return value;
  const kept = Object.entries(annotations).filter(([key]) => !KUBECTLS_OWN.includes(key));
  const { annotations: _all, ...metadata } = value["metadata"] as JsonObject;
  if (kept.length > 0) metadata["annotations"] = Object.fromEntries(kept);
  return { ...value, metadata };
}

/**
 * Text that is the same for objects that are the same to the server: the namespace
 * stands in the path of the request, `status` is not taken from requests, empty lists
 * and objects say nothing, taints have no order, and kubectl's own notes do not matter.
 */
export function comparable(value: Json): string {
  if (!isObject(value)) return canonicalJson(value);
  const { status: _status, metadata, ...rest } = value;
  const {
    namespace: _namespace,
    resourceVersion: _version,
    annotations,
    ...named
  } = isObject(metadata) ? metadata : {};
  const own = isObject(annotations) ? Object.entries(annotations) : [];
  const kept = Object.fromEntries(own.filter(([key]) => !KUBECTLS_OWN.includes(key)));
  return canonicalJson(pruned({ ...rest, metadata: { ...named, annotations: kept } }) ?? null);
}

function pruned(value: Json, field = ""): Json | undefined {
  if (value === null || field === "uid") return undefined;
  if (Array.isArray(value)) {
    const items = value.flatMap((item) => [pruned(item) ?? {}]);
    const sorted = field === "taints" ? items.sort(byText) : items;
    return sorted.length === 0 ? undefined : sorted;
  }
  if (!isObject(value)) return value;
  const entries = Object.entries(value).flatMap(([key, inner]) => {
    const kept = pruned(inner, key);
    return kept === undefined ? [] : [[key, kept] as const];
  });
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

const byText = (one: Json, other: Json) => (canonicalJson(one) < canonicalJson(other) ? -1 : 1);
