/**
 * As much of `/openapi/v3` as kubectl looks at: that PATCH knows `dryRun` and
 * `fieldValidation` (so that it lets the server validate), and schemas for `explain`.
 */
import type { ResourceSpec } from "../../../lib/domain/kubectl/tables/tables";
import type { Json, JsonObject } from "./json";

export function openApiIndex(resources: readonly ResourceSpec[]): JsonObject {
  const paths: JsonObject = {};
  for (const resource of resources) {
    paths[versionPath(resource)] = {
      serverRelativeURL: `/openapi/v3/${versionPath(resource)}?hash=${resource.version}`,
    };
  }
  return { paths };
}

/** The document of one group version, e.g. "apis/apps/v1"; null when it is not served. */
export function openApiDocument(
  resources: readonly ResourceSpec[],
  path: string,
): JsonObject | null {
  const served = resources.filter((resource) => versionPath(resource) === path);
  if (served.length === 0) return null;
  return {
    openapi: "3.0.0",
    info: { title: "Kubernetes", version: "v1.35.2" },
    paths: Object.fromEntries(
      served.map((resource) => [`/${path}/${resource.plural}/{name}`, operations(resource)]),
    ),
    components: {
      schemas: {
        ...COMMON_SCHEMAS,
        ...Object.fromEntries(served.map((resource) => [resource.kind, schemaOf(resource)])),
      },
    },
  };
}

const versionPath = (resource: ResourceSpec) =>
  resource.group === "" ? `api/${resource.version}` : `apis/${resource.group}/${resource.version}`;

function operations(resource: ResourceSpec): Json {
  const action = (name: string): Json => ({
    "x-kubernetes-action": name,
    "x-kubernetes-group-version-kind": gvk(resource),
    parameters: ["dryRun", "fieldValidation"].map((parameter) => ({
      name: parameter,
      in: "query",
      schema: { type: "string" },
    })),
    responses: {},
  });
  return { get: action("get"), patch: action("patch"), put: action("put") };
}

const gvk = ({ group, version, kind }: ResourceSpec): JsonObject => ({ group, version, kind });

const text = (description: string): Json => ({ type: "string", description });
const reference = (name: string, description: string): Json => ({
  description,
  allOf: [{ $ref: `#/components/schemas/${name}` }],
});

/** One shape for all kinds: enough for `explain` to walk metadata and a pod spec. */
const COMMON_SCHEMAS: JsonObject = {
  ObjectMeta: {
    type: "object",
    description: "Metadata of an object.",
    properties: {
      name: text("Name of the object."),
      namespace: text("Namespace of the object."),
      labels: { type: "object", description: "Labels.", additionalProperties: { type: "string" } },
    },
  },
  Container: {
    type: "object",
    description: "One container.",
    properties: { name: text("Name of the container."), image: text("Image to run.") },
  },
  Spec: {
    type: "object",
    description: "What is wanted.",
    properties: {
      replicas: { type: "integer", description: "How many." },
      nodeName: text("Where it runs."),
      containers: {
        type: "array",
        description: "Containers.",
        items: { $ref: "#/components/schemas/Container" },
      },
      template: reference("Template", "Template of the pods."),
    },
  },
  Template: {
    type: "object",
    description: "A pod to be.",
    properties: {
      metadata: reference("ObjectMeta", "Metadata."),
      spec: reference("Spec", "Specification."),
    },
  },
};

const schemaOf = (resource: ResourceSpec): Json => ({
  type: "object",
  description: `A ${resource.kind}.`,
  properties: {
    apiVersion: text("Version of the schema."),
    kind: text("Kind of the object."),
    metadata: reference("ObjectMeta", "Metadata."),
    spec: reference("Spec", "Specification."),
  },
  "x-kubernetes-group-version-kind": [gvk(resource)],
});
