/** What the fake cluster answers to a request for a resource. */
import {
  fieldSelectorProblem,
  labelSelectorProblem,
} from "../../../lib/domain/kubectl/plan/selector-problem";
import type { ApiPath } from "./api-path";
import type { Answer, LoggedRequest } from "./exchange";
import { isObject, objectAt, textAt, type Json, type JsonObject } from "./json";
import { applyPatch } from "./merge-patch";
import { apiVersionOf, type ObjectStore } from "./object-store";
import { reviewAnswer } from "./review-answers";
import { subresourceAnswer } from "./subresource-answers";

const ok = (body: JsonObject, status = 200): Answer => ({ status, body });

export function answerResource(
  store: ObjectStore,
  path: ApiPath,
  query: URLSearchParams,
  request: LoggedRequest,
): Answer {
  if (path.group === "metrics.k8s.io") return metricsAnswer(path);
  const resource = store.resourceAt(path);
  if (resource === undefined) return { status: 404, text: "404 page not found" };
  const stamp = (object: JsonObject): JsonObject => ({
    ...object,
    kind: resource.kind,
    apiVersion: apiVersionOf(resource),
  });
  if (path.name === null) {
    if (request.method === "POST") return create(store, path, request, stamp);
    return list(store, path, query, stamp, resource.kind, apiVersionOf(resource));
  }
  const found = store.get(path, path.name);
  if (path.subresource !== null) {
    return subresourceAnswer(store, path, request, found) ?? missing(path);
  }
  if (found === undefined && request.method !== "PATCH") return missing(path);
  return byName(store, path, request, stamp(found ?? {}));
}

function byName(
  store: ObjectStore,
  path: ApiPath,
  request: LoggedRequest,
  found: JsonObject,
): Answer {
  const name = path.name ?? "";
  const dry = request.query["dryRun"] !== undefined;
  switch (request.method) {
    case "DELETE":
      if (!dry) store.delete(path, name);
      return ok({
        kind: "Status",
        apiVersion: "v1",
        metadata: {},
        status: "Success",
        details: { name },
      });
    case "PUT":
      return ok(isObject(request.body) && !dry ? store.put(path, name, request.body) : found);
    case "PATCH":
      return patch(store, path, request, found);
    default:
      return ok(found);
  }
}

function patch(
  store: ObjectStore,
  path: ApiPath,
  request: LoggedRequest,
  found: JsonObject,
): Answer {
  const name = path.name ?? "";
  const type = request.contentType ?? "";
  const applied = type.includes("apply-patch");
  if (
    type.includes("json-patch") !== Array.isArray(request.body) ||
    request.body === null ||
    (typeof request.body !== "object" && !applied)
  ) {
    return refusal(400, "BadRequest", path, "error decoding patch");
  }
  if (!applied && objectAt(found, "metadata")["name"] === undefined) return missing(path);
  const result = applyPatch(found, type, request.body);
  return ok(store.put(path, name, result));
}

function create(
  store: ObjectStore,
  path: ApiPath,
  request: LoggedRequest,
  stamp: (object: JsonObject) => JsonObject,
): Answer {
  const object = isObject(request.body) ? request.body : {};
  const review = reviewAnswer(path.resource, object);
  if (review !== null) return ok(review, 201);
  const name =
    textAt(object, "metadata", "name") || `${textAt(object, "metadata", "generateName")}x7x7x`;
  if (store.get(path, name) !== undefined) return exists(path, name);
  const running = path.resource === "pods" ? runningPod(object) : object;
  if (request.query["dryRun"] !== undefined) return ok(stamp(object), 201);
  return ok(stamp(store.put(path, name, running)), 201);
}

/** New pods run at once, so that `run -it` and `debug` need not wait. */
function runningPod(pod: JsonObject): JsonObject {
  const given = objectAt(pod, "spec")["containers"];
  const containers = Array.isArray(given) ? given : [{ name: "debugger", image: "unknown" }];
  return {
    ...pod,
    spec: { ...objectAt(pod, "spec"), containers },
    status: {
      phase: "Running",
      conditions: [{ type: "Ready", status: "True" }],
      containerStatuses: containers.map((container) => ({
        name: textAt(container, "name"),
        ready: true,
        state: { running: { startedAt: "2026-01-01T00:00:00Z" } },
      })),
    },
  };
}

function list(
  store: ObjectStore,
  path: ApiPath,
  query: URLSearchParams,
  stamp: (object: JsonObject) => JsonObject,
  kind: string,
  apiVersion: string,
): Answer {
  const [labels, fields] = [query.get("labelSelector") ?? "", query.get("fieldSelector") ?? ""];
  const unread = labelSelectorProblem(labels) ?? fieldSelectorProblem(fields);
  if (unread !== null) return refusal(400, "BadRequest", path, unread);
  const items = store.list(path, query).map(stamp);
  if (query.get("watch") === "true" || query.get("watch") === "1") {
    const initial =
      query.get("resourceVersion") === null || query.get("sendInitialEvents") === "true";
    return {
      status: 200,
      events: initial ? items.map((object) => ({ type: "ADDED", object })) : [],
    };
  }
  return ok({ kind: `${kind}List`, apiVersion, metadata: { resourceVersion: "1" }, items });
}

const missing = (path: ApiPath): Answer =>
  refusal(404, "NotFound", path, `${qualified(path)} "${path.name ?? ""}" not found`);

const exists = (path: ApiPath, name: string): Answer =>
  refusal(409, "AlreadyExists", { ...path, name }, `${qualified(path)} "${name}" already exists`);

const qualified = (path: ApiPath) =>
  path.group === "" ? path.resource : `${path.resource}.${path.group}`;

function refusal(code: number, reason: string, path: ApiPath, message: string): Answer {
  const details: Json = { name: path.name ?? "", group: path.group, kind: path.resource };
  const body = { kind: "Status", apiVersion: "v1", metadata: {}, status: "Failure" };
  return { status: code, body: { ...body, message, reason, details, code } };
}

function metricsAnswer(path: ApiPath): Answer {
  const kind = path.resource === "nodes" ? "NodeMetrics" : "PodMetrics";
  const apiVersion = "metrics.k8s.io/v1beta1";
  const item = (name: string): JsonObject => ({
    kind,
    apiVersion,
    metadata:
      path.resource === "nodes" ? { name } : { name, namespace: path.namespace ?? "default" },
    timestamp: "2026-01-01T00:00:00Z",
    window: "10s",
    usage: { cpu: "100m", memory: "64Mi" },
    containers: [{ name: "app", usage: { cpu: "100m", memory: "64Mi" } }],
  });
  if (path.name !== null) return ok(item(path.name));
  const names = path.resource === "nodes" ? ["node-1", "node-2"] : ["web-1"];
  return ok({ kind: `${kind}List`, apiVersion, metadata: {}, items: names.map(item) });
}
