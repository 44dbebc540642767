/** What a line does, as text that is the same for lines that do the same. */
import { isObject, objectAt, type Json, type JsonObject } from "./fake-cluster/json";
import type { RecordedRequest, Recording } from "./recording";

const CHANGING = new Set(["create", "update", "patch", "delete", "connect"]);

/** Query parameters that say how, not what. */
const MANNER = new Set(["fieldManager", "fieldValidation", "limit"]);

/** Null when kubectl refuses the line. */
export function effectOf(recording: Recording): string | null {
  if (recording.exit > 0) return null;
  const requests = recording.requests ?? [];
  const changes = requests.filter((request) => CHANGING.has(request.verb));
  const relevant = changes.length > 0 ? changes : requests;
  return JSON.stringify([
    relevant.map(essence),
    recording.objects?.map(withoutOrder) ?? (changes.length > 0 ? null : recording.stdout),
    recording.kubeconfig ?? null,
  ]);
}

function essence(request: RecordedRequest): Json {
  const query = Object.entries(request.query ?? {}).filter(([name]) => !MANNER.has(name));
  const selector = request.labelSelector?.split(",").sort().join(",") ?? null;
  const { query: _query, labelSelector: _selector, ...rest } = request;
  return withoutOrder({ ...(rest as JsonObject), query: Object.fromEntries(query), selector });
}

/** Sorts keys, and empties `status`, which lines cannot set. */
function withoutOrder(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutOrder);
  if (!isObject(value)) return value;
  const keys = Object.keys(objectAt(value)).filter((key) => key !== "status");
  return Object.fromEntries(keys.sort().map((key) => [key, withoutOrder(value[key] ?? null)]));
}
