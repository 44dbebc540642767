import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

import type { ApiRoute } from "@/lib/server/api-route";
import { apiRoutes } from "@/lib/server/api-routes";
import { openApiDocument } from "@/lib/server/openapi";

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;

type RouteModule = Partial<Record<(typeof METHODS)[number], { route?: ApiRoute }>>;

const files = readdirSync("app/api/v1", { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith("/route.ts"))
  .map((file) => `app/api/v1/${file}`);

const pathOf = (file: string): string =>
  `/${file.replace(/^app\//, "").replace(/\/route\.ts$/, "")}`.replace(/\[(\w+)\]/g, "{$1}");

/** "POST /api/v1/study/queue" for every handler in app/api/v1, and the entry it was made from. */
const handlers = (
  await Promise.all(
    files.map(async (file) => {
      const handled = (await import(/* @vite-ignore */ join(process.cwd(), file))) as RouteModule;
      return METHODS.filter((method) => handled[method]).map((method) => ({
        name: `${method} ${pathOf(file)}`,
        route: handled[method]?.route,
      }));
    }),
  )
).flat();

const entries = Object.values<ApiRoute>(apiRoutes);

test("every handler under /api/v1 is made from its entry in the documentation", () => {
  const documented = handlers.map(({ name, route }) => [name, `${route?.method} ${route?.path}`]);
  expect(documented).toEqual(handlers.map(({ name }) => [name, name]));
});

test("every documented operation has a handler", () => {
  const names = handlers.map((handler) => handler.name).sort();
  expect(entries.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(names);
});

describe("the OpenAPI document", () => {
  const document = openApiDocument();

  test("is of version 3.1", () => {
    expect(document["openapi"]).toBe("3.1.0");
  });

  test("has each operation once, under its own id", () => {
    const paths = document["paths"] as Record<string, Record<string, { operationId: string }>>;
    const ids = Object.values(paths).flatMap((path) =>
      Object.values(path).map((operation) => operation.operationId),
    );
    expect(ids.sort()).toEqual(Object.keys(apiRoutes).sort());
  });

  test("says that an answer takes an id, a ticket, an answer and its duration", () => {
    expect(document).toHaveProperty(
      ["paths", "/api/v1/study/answers", "post", "requestBody", "content", "application/json"],
      expect.objectContaining({
        schema: expect.objectContaining({
          required: ["id", "ticket", "answer", "durationMs"],
        }) as unknown,
      }),
    );
  });

  test("says what refusals look like", () => {
    expect(document).toHaveProperty(
      ["paths", "/api/v1/study/answers", "post", "responses", "409", "description"],
      "conflict",
    );
  });

  test("resolves every reference within itself", () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)];
    expect(references.length).toBeGreaterThan(0);
    for (const [, pointer = ""] of references) {
      expect(document).toHaveProperty(pointer.split("/"));
    }
  });
});
