/** Scale, status, logs, evictions, tokens, approvals: what stands behind an object. */
import type { ApiPath } from "./api-path";
import type { Answer, LoggedRequest } from "./exchange";
import { isObject, objectAt, textAt, type JsonObject } from "./json";
import { applyPatch } from "./merge-patch";
import type { ObjectStore } from "./object-store";

/** Null when the object does not exist. */
export function subresourceAnswer(
  store: ObjectStore,
  path: ApiPath,
  request: LoggedRequest,
  found: JsonObject | undefined,
): Answer | null {
  const name = path.name ?? "";
  if (found === undefined) return null;
  switch (path.subresource) {
    case "scale":
      return { status: 200, body: scaleOf(found, request) };
    case "log":
      return { status: 200, text: `${name} says hello\n` };
    case "eviction":
      if (request.query["dryRun"] === undefined) store.delete(path, name);
      return { status: 201, body: { kind: "Status", apiVersion: "v1", status: "Success" } };
    case "token":
      return { status: 201, body: tokenOf(request) };
    case "ephemeralcontainers":
      return { status: 200, body: withEphemeralContainers(store, path, request, found) };
    case "approval":
      return { status: 200, body: found };
    case null:
    default:
      return { status: 200, body: changed(store, path, request, found) };
  }
}

function changed(
  store: ObjectStore,
  path: ApiPath,
  request: LoggedRequest,
  found: JsonObject,
): JsonObject {
  if (request.method === "PUT" && isObject(request.body)) {
    return store.put(path, path.name ?? "", request.body);
  }
  if (request.method === "PATCH") {
    return store.put(
      path,
      path.name ?? "",
      applyPatch(found, request.contentType ?? "", request.body),
    );
  }
  return found;
}

function scaleOf(object: JsonObject, request: LoggedRequest): JsonObject {
  const wanted = objectAt(request.body, "spec")["replicas"];
  const replicas = wanted ?? objectAt(object, "spec")["replicas"] ?? 1;
  return {
    kind: "Scale",
    apiVersion: "autoscaling/v1",
    metadata: objectAt(object, "metadata"),
    spec: { replicas },
    status: { replicas, selector: "" },
  };
}

const tokenOf = (request: LoggedRequest): JsonObject => ({
  ...(isObject(request.body) ? request.body : {}),
  kind: "TokenRequest",
  apiVersion: "authentication.k8s.io/v1",
  status: { token: "a-token", expirationTimestamp: "2026-01-01T01:00:00Z" },
});

/** The added containers run at once, so that `debug` need not wait. */
function withEphemeralContainers(
  store: ObjectStore,
  path: ApiPath,
  request: LoggedRequest,
  found: JsonObject,
): JsonObject {
  const patched = applyPatch(found, request.contentType ?? "", request.body);
  const added = objectAt(patched, "spec")["ephemeralContainers"];
  const statuses = (Array.isArray(added) ? added : []).map((container) => ({
    name: textAt(container, "name"),
    state: { running: { startedAt: "2026-01-01T00:00:00Z" } },
  }));
  const status = { ...objectAt(patched, "status"), ephemeralContainerStatuses: statuses };
  return store.put(path, path.name ?? "", { ...patched, status });
}
