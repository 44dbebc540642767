import { z } from "zod";

import type { ApiRoute } from "@/lib/server/api-route";
import { apiRoutes } from "@/lib/server/api-routes";
import { STATUS } from "@/lib/server/error-response";
import type { AppErrorCode } from "@/lib/server/errors";

const ErrorSchema = z.object({
  error: z.object({
    code: z.enum([...(Object.keys(STATUS) as AppErrorCode[]), "internal"]),
    message: z.string().describe("Written for the person who sees it"),
    fields: z
      .record(z.string(), z.array(z.string()))
      .optional()
      .describe('Messages by input field, such as "ticket.version"; "" is the request as a whole'),
  }),
});

type JsonObject = Record<string, unknown>;

/** The OpenAPI 3.1 document of the JSON API, made from the schemas that requests are checked with. */
export function openApiDocument(): JsonObject {
  const paths: Record<string, JsonObject> = {};
  for (const [operationId, route] of Object.entries<ApiRoute>(apiRoutes)) {
    (paths[route.path] ??= {})[route.method.toLowerCase()] = operation(operationId, route);
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Reconcile",
      version: "1",
      description:
        "Study for the Kubernetes exams. Calls are made with the session cookie of a signed-in " +
        "person or guest. Times are ISO 8601 in UTC.",
    },
    paths,
    components: {
      schemas: { Error: jsonSchema(ErrorSchema, "output") },
      securitySchemes: { session: { type: "apiKey", in: "cookie", name: "reconcile.session" } },
    },
  };
}

function operation(operationId: string, route: ApiRoute): JsonObject {
  return {
    operationId,
    summary: route.summary,
    security: route.caller === "anyone" ? [] : [{ session: [] }],
    parameters: [...parameters("path", route.params), ...parameters("query", route.query)],
    ...(route.body
      ? { requestBody: { required: true, content: json(jsonSchema(route.body, "input")) } }
      : {}),
    ...(route.file ? { requestBody: fileBody(route.file) } : {}),
    responses: {
      200: { description: "Done", content: contentOf(route) },
      ...Object.fromEntries(refusalsOf(route).map((code) => [STATUS[code], refusal(code)])),
      500: refusal("internal"),
    },
  };
}

/** What an operation can refuse follows from what it takes and who may call it. */
function refusalsOf(route: ApiRoute): AppErrorCode[] {
  const takesInput = route.params ?? route.query ?? route.body ?? route.file;
  const writes = route.method !== "GET";
  return [
    ...(takesInput ? (["invalid"] as const) : []),
    ...(route.caller === "anyone" ? [] : (["signed-out"] as const)),
    ...(writes ? (["forbidden", "too-large"] as const) : []),
    ...route.refusals,
    "unavailable",
  ];
}

const refusal = (code: string): JsonObject => ({
  description: code,
  content: json({ $ref: "#/components/schemas/Error" }),
});

const fileBody = ({ description }: { description: string }): JsonObject => ({
  required: true,
  description,
  content: { "text/plain": { schema: { type: "string" } } },
});

const contentOf = ({ produces = "application/json", response }: ApiRoute): JsonObject => ({
  [produces]: { schema: jsonSchema(response, "output") },
});

const json = (schema: JsonObject): JsonObject => ({ "application/json": { schema } });

function parameters(place: "path" | "query", schema: z.ZodType | undefined): JsonObject[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = jsonSchema(schema, "input") as {
    properties?: Record<string, JsonObject>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: required.includes(name),
    schema: property,
  }));
}

/** OpenAPI 3.1 takes JSON Schema as it is; the dialect is the document's. */
function jsonSchema(schema: z.ZodType, io: "input" | "output"): JsonObject {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io });
  return rest;
}
