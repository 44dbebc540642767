/**
 * Reads the paths of the Kubernetes API:
 *
 *     /api/v1/…  or  /apis/GROUP/VERSION/…
 *     […/namespaces/NAMESPACE]/RESOURCE[/NAME[/SUBRESOURCE[/…]]]
 */
export type ApiPath = {
  group: string;
  version: string;
  /** Null for cluster-scoped requests and for lists over all namespaces. */
  namespace: string | null;
  resource: string;
  name: string | null;
  subresource: string | null;
};

/** Null when the path names no resource. */
export function readApiPath(path: string): ApiPath | null {
  const parts = path.split("/").filter((part) => part !== "");
  const isCore = parts[0] === "api";
  if (!isCore && parts[0] !== "apis") return null;
  const [group, version] = isCore ? ["", parts[1]] : [parts[1], parts[2]];
  const rest = parts.slice(isCore ? 2 : 3).map(decodeURIComponent);
  if (group === undefined || version === undefined || rest.length === 0) return null;
  return { group, version, ...readResourcePart(rest) };
}

function readResourcePart(parts: readonly string[]): Omit<ApiPath, "group" | "version"> {
  const inNamespace = parts[0] === "namespaces" && parts.length > 2;
  const [resource = "", name = null, ...sub] = inNamespace ? parts.slice(2) : parts;
  return {
    namespace: inNamespace ? (parts[1] ?? null) : null,
    resource,
    name,
    subresource: sub.length > 0 ? sub.join("/") : null,
  };
}
