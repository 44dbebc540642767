/** --raw: a path on the server. */
import { refuse } from "../plan-failure";
import type { Span } from "../../model";
import type { PlanInput } from "../plan-input";
import type { Target } from "../plan-model";

/** First segments that every API server answers to. */
const SERVED =
  /^\/+(?:api|apis|healthz|livez|logs|metrics|openapi|readyz|version|\.well-known)(?:[/?]|$)/;

export function rawProblem({ flags, world }: PlanInput, raw: string) {
  const span = flags.span("raw");
  if (!raw.startsWith("/") && !/^[a-z][a-z0-9+.-]*:/i.test(raw)) {
    const message = `error: --raw must be a valid URL path: parse ${JSON.stringify(raw)}: invalid URI for request`;
    return refuse("bad-raw-path", message, span, "The path begins with a slash, as in /healthz.");
  }
  // A server whose objects are not all known may have extensions that answer.
  const served = SERVED.test(raw) || world.list(ANY_API_SERVICE) === null;
  if (served) return null;
  const message = "Error from server (NotFound): the server could not find the requested resource";
  return refuse("no-such-path", message, span, "Objects stand under /api and /apis.");
}

const ANY_API_SERVICE = {
  type: {
    group: "apiregistration.k8s.io",
    version: "v1",
    resource: "apiservices",
    kind: "APIService",
    namespaced: false,
  },
  namespace: null,
  name: null,
  labelSelector: null,
  fieldSelector: null,
  span: null,
};

const OBJECT_PATH =
  /^\/(?:api|apis\/([^/]+))\/([^/]+)(?:\/namespaces\/([^/]+))?\/([^/]+)\/([^/?]+)\/?$/;

/** The object that stands at a path; null when there is none that is known. */
export function rawTarget({ types }: PlanInput, raw: string, span: Span): Target | null {
  const [, group = "", version, namespace, resource = "", name = ""] = OBJECT_PATH.exec(raw) ?? [];
  const type = types.find(group === "" ? resource : `${resource}.${group}`);
  if (!type || type.version !== version || type.resource !== resource) return null;
  if (type.group !== group || type.namespaced !== (namespace !== undefined)) return null;
  return {
    type,
    namespace: namespace ?? null,
    name,
    labelSelector: null,
    fieldSelector: null,
    span,
  };
}
