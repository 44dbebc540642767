/** The objects of the fake cluster. Each run starts from the same ones. */
import type { ResourceSpec } from "../../../lib/domain/kubectl/tables/tables";
import type { ApiPath } from "./api-path";
import { isObject, objectAt, textAt, type Json, type JsonObject } from "./json";
import { matchesFields, matchesLabels } from "./selectors";

export class ObjectStore {
  readonly #resources: readonly ResourceSpec[];
  #initial: readonly JsonObject[];
  #objects = new Map<string, JsonObject>();

  constructor(resources: readonly ResourceSpec[], objects: readonly JsonObject[]) {
    this.#resources = resources;
    this.#initial = objects;
    this.reset();
  }

  /** Back to the first objects, or on to others. */
  reset(objects: readonly JsonObject[] = this.#initial) {
    this.#initial = objects;
    this.#objects = new Map(
      this.#initial.map((object) => [this.#keyOf(object), withServerFields(object)]),
    );
  }

  /** Puts in whole what a request told only the name of; `namespace` where the object names none. */
  complete(object: JsonObject, namespace: string) {
    const placed = { ...object, metadata: { namespace, ...objectAt(object, "metadata") } };
    this.#objects.set(this.#keyOf(placed), withServerFields(placed));
  }

  resourceAt(path: ApiPath): ResourceSpec | undefined {
    return this.#resources.find(
      (resource) =>
        resource.plural === path.resource &&
        resource.group === path.group &&
        resource.version === path.version,
    );
  }

  get(path: ApiPath, name: string): JsonObject | undefined {
    return this.#objects.get(key(path.group, path.resource, path.namespace, name));
  }

  put(path: ApiPath, name: string, object: JsonObject): JsonObject {
    const metadata = { ...objectAt(object, "metadata"), name };
    const placed = path.namespace === null ? metadata : { ...metadata, namespace: path.namespace };
    const stored = withServerFields({ ...object, metadata: placed });
    this.#objects.set(key(path.group, path.resource, path.namespace, name), stored);
    return stored;
  }

  delete(path: ApiPath, name: string) {
    this.#objects.delete(key(path.group, path.resource, path.namespace, name));
  }

  list(path: ApiPath, query: URLSearchParams): JsonObject[] {
    return [...this.#objects]
      .filter(([id]) => id.startsWith(`${path.group}/${path.resource}/`))
      .map(([, object]) => object)
      .filter(
        (object) =>
          path.namespace === null || textAt(object, "metadata", "namespace") === path.namespace,
      )
      .filter((object) => matchesLabels(object, query.get("labelSelector") ?? ""))
      .filter((object) => matchesFields(object, query.get("fieldSelector") ?? ""));
  }

  #keyOf(object: JsonObject): string {
    const resource = this.#resources.find(
      (one) => one.kind === object["kind"] && apiVersionOf(one) === object["apiVersion"],
    );
    if (resource === undefined) throw new Error(`No resource of kind ${textAt(object, "kind")}`);
    const namespace = resource.namespaced ? textAt(object, "metadata", "namespace") : null;
    return key(resource.group, resource.plural, namespace, textAt(object, "metadata", "name"));
  }
}

export const apiVersionOf = (resource: ResourceSpec) =>
  resource.group === "" ? resource.version : `${resource.group}/${resource.version}`;

const key = (group: string, plural: string, namespace: string | null, name: string) =>
  `${group}/${plural}/${namespace ?? ""}/${name}`;

/** Fields that every stored object has, the same in every run. */
function withServerFields(object: JsonObject): JsonObject {
  const metadata = objectAt(object, "metadata");
  const fixed: Record<string, Json> = {
    uid: `uid-${textAt(object, "kind").toLowerCase()}-${textAt(object, "metadata", "name")}`,
    resourceVersion: "1", // and no creation time, from which ages would be counted
  };
  return isObject(object["metadata"])
    ? { ...object, metadata: { ...fixed, ...metadata } }
    : { ...object, metadata: fixed };
}
