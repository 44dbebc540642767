/** The cluster that a task describes, indexed once per context. */
import type { KubeObject, TaskContext } from "../model";
import type { ResourceRef, Target } from "../plan/plan-model";
import { typeTable } from "../plan/resource-types";
import { DEFAULT_VERSION } from "../tables/tables";
import { cellKey, typeKey } from "./outcome";

export type KnownObjects = {
  objects: ReadonlyMap<string, KubeObject>;
  targets: ReadonlyMap<string, Target>;
  closed: ReadonlySet<string>;
};

const NOTHING: KnownObjects = { objects: new Map(), targets: new Map(), closed: new Set() };
const cache = new WeakMap<TaskContext, KnownObjects>();

export function knownObjects(context: TaskContext): KnownObjects {
  if (!context.objects || context.objects.length === 0) return NOTHING;
  const found = cache.get(context);
  if (found) return found;
  const made = indexObjects(context, context.objects);
  cache.set(context, made);
  return made;
}

function indexObjects(context: TaskContext, list: readonly KubeObject[]): KnownObjects {
  const types = typeTable(context.version ?? DEFAULT_VERSION);
  const objects = new Map<string, KubeObject>();
  const targets = new Map<string, Target>();
  const closed = new Set<string>();
  for (const object of list) {
    const type = types.findKind(object.apiVersion, object.kind) ?? customType(object);
    const target: Target = {
      type,
      namespace: type.namespaced
        ? (object.metadata.namespace ?? context.namespace ?? "default")
        : null,
      name: object.metadata.name ?? "",
      labelSelector: null,
      fieldSelector: null,
      span: null,
    };
    const key = cellKey(target);
    objects.set(key, object);
    targets.set(key, target);
    closed.add(typeKey(target));
  }
  return { objects, targets, closed };
}

function customType({ apiVersion, kind }: KubeObject): ResourceRef {
  const [version = "", group = ""] = apiVersion.split("/").reverse();
  return { group, version, resource: `${kind.toLowerCase()}s`, kind, namespaced: true };
}
