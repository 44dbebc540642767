import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { expect, test } from "vitest";

import config from "@/next.config.js";

const root = fileURLToPath(new URL("../..", import.meta.url));

test("the image optimizer is off", () => {
  expect(config.images?.unoptimized).toBe(true);
});

test("browsers get no source maps", () => {
  expect(config.productionBrowserSourceMaps).toBe(false);
});

test("answers do not name the framework", () => {
  expect(config.poweredByHeader).toBe(false);
});

test("no module asks Next to cache its results", () => {
  const sources = ["app", "components", "lib"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  const caching = sources.filter((path) => /^\s*["']use cache/m.test(readFileSync(path, "utf8")));
  expect(caching).toEqual([]);
});

test.each([
  ["X-Content-Type-Options", "nosniff"],
  ["X-Frame-Options", "DENY"],
  ["Referrer-Policy", "strict-origin-when-cross-origin"],
])("every answer carries %s: %s", async (key, value) => {
  const rules = (await config.headers?.()) ?? [];
  const everywhere = rules.find((rule) => rule.source === "/:path*");
  expect(everywhere?.headers).toContainEqual({ key, value });
});
