/** The discovery documents of a cluster, in their aggregated form (`apidiscovery.k8s.io/v2`). */
import type { ResourceSpec } from "../../../lib/domain/kubectl/tables/tables";
import type { Json, JsonObject } from "./json";

export const DISCOVERY_TYPE =
  "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList";

/** Subresources that kubectl looks for before it uses them. */
const SUBRESOURCES: Record<
  string,
  readonly { name: string; kind: string; group: string; version: string; verbs: string[] }[]
> = {
  pods: [
    { name: "eviction", kind: "Eviction", group: "policy", version: "v1", verbs: ["create"] },
    {
      name: "ephemeralcontainers",
      kind: "Pod",
      group: "",
      version: "v1",
      verbs: ["get", "patch", "update"],
    },
    { name: "resize", kind: "Pod", group: "", version: "v1", verbs: ["get", "patch", "update"] },
    { name: "log", kind: "Pod", group: "", version: "v1", verbs: ["get"] },
    { name: "exec", kind: "PodExecOptions", group: "", version: "v1", verbs: ["create", "get"] },
  ],
  deployments: [
    {
      name: "scale",
      kind: "Scale",
      group: "autoscaling",
      version: "v1",
      verbs: ["get", "patch", "update"],
    },
  ],
  replicasets: [
    {
      name: "scale",
      kind: "Scale",
      group: "autoscaling",
      version: "v1",
      verbs: ["get", "patch", "update"],
    },
  ],
  statefulsets: [
    {
      name: "scale",
      kind: "Scale",
      group: "autoscaling",
      version: "v1",
      verbs: ["get", "patch", "update"],
    },
  ],
  replicationcontrollers: [
    {
      name: "scale",
      kind: "Scale",
      group: "autoscaling",
      version: "v1",
      verbs: ["get", "patch", "update"],
    },
  ],
  serviceaccounts: [
    {
      name: "token",
      kind: "TokenRequest",
      group: "authentication.k8s.io",
      version: "v1",
      verbs: ["create"],
    },
  ],
};

/** `kubectl top` looks for this group before it asks. */
const METRICS: ResourceSpec[] = ["nodes", "pods"].map((plural) => ({
  group: "metrics.k8s.io",
  version: "v1beta1",
  kind: plural === "nodes" ? "NodeMetrics" : "PodMetrics",
  plural,
  singular: "",
  shortNames: [],
  namespaced: plural === "pods",
  categories: [],
  verbs: ["get", "list"],
}));

/** The answer to `/api` (core) or `/apis` (all other groups). */
export function discoveryDocument(resources: readonly ResourceSpec[], core: boolean): JsonObject {
  const served = [...resources, ...METRICS].filter((resource) => (resource.group === "") === core);
  const groups = [...new Set(served.map((resource) => resource.group))];
  return {
    kind: "APIGroupDiscoveryList",
    apiVersion: "apidiscovery.k8s.io/v2",
    metadata: {},
    items: groups.map((group) => {
      const own = served.filter((resource) => resource.group === group);
      const versions = [...new Set(own.map((resource) => resource.version))];
      return {
        metadata: group === "" ? {} : { name: group },
        versions: versions.map((version) => ({
          version,
          freshness: "Current",
          resources: own.filter((resource) => resource.version === version).map(resourceDiscovery),
        })),
      };
    }),
  };
}

function resourceDiscovery(resource: ResourceSpec): Json {
  return {
    resource: resource.plural,
    responseKind: { group: resource.group, version: resource.version, kind: resource.kind },
    scope: resource.namespaced ? "Namespaced" : "Cluster",
    singularResource: resource.singular,
    verbs: [...resource.verbs],
    ...(resource.shortNames.length > 0 ? { shortNames: [...resource.shortNames] } : {}),
    ...(resource.categories.length > 0 ? { categories: [...resource.categories] } : {}),
    subresources: (resource.group === "metrics.k8s.io"
      ? []
      : (SUBRESOURCES[resource.plural] ?? [])
    ).map((sub) => ({
      subresource: sub.name,
      responseKind: { group: sub.group, version: sub.version, kind: sub.kind },
      verbs: [...sub.verbs],
    })),
  };
}

/** The older document of one group version ("api/v1", "apis/apps/v1"); null when it is not served. */
export function groupVersionDocument(
  resources: readonly ResourceSpec[],
  path: string,
): JsonObject | null {
  const groupVersion = path.replace(/^apis?\//, "");
  const served = resources.filter(
    ({ group, version }) => groupVersion === (group === "" ? version : `${group}/${version}`),
  );
  if (served.length === 0) return null;
  return {
    kind: "APIResourceList",
    apiVersion: "v1",
    groupVersion,
    resources: served.flatMap((resource) => [
      {
        name: resource.plural,
        singularName: resource.singular,
        namespaced: resource.namespaced,
        kind: resource.kind,
        verbs: [...resource.verbs],
        shortNames: [...resource.shortNames],
        categories: [...resource.categories],
      },
      ...(SUBRESOURCES[resource.plural] ?? []).map((sub) => ({
        name: `${resource.plural}/${sub.name}`,
        singularName: "",
        namespaced: resource.namespaced,
        kind: sub.kind,
        group: sub.group,
        version: sub.version,
        verbs: [...sub.verbs],
      })),
    ]),
  };
}
