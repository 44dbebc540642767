import { readFileSync } from "node:fs";

import { expect, test } from "vitest";
import { z } from "zod";

const PackageSchema = z.object({ version: z.string() });
const LockSchema = z.object({
  packages: z.record(z.string(), z.object({ version: z.string().optional() })),
});

/** Below these versions are known holes or builds that miss a platform. */
const FLOORS = { next: "16.4.5", react: "19.3.1", "react-dom": "19.3.1", "next-auth": "4.24.15" };
const SHARP_FLOOR = "0.35.5";

const fileText = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

const numbers = (version: string) => version.split("-")[0]?.split(".").map(Number) ?? [];

function isAtLeast(version: string, floor: string): boolean {
  const [have, want] = [numbers(version), numbers(floor)];
  const index = want.findIndex((part, at) => part !== have[at]);
  return index === -1 || (have[index] ?? 0) > (want[index] ?? 0);
}

test.each(Object.entries(FLOORS))("the installed %s is at least %s", (name, floor) => {
  const { version } = PackageSchema.parse(
    JSON.parse(fileText(`node_modules/${name}/package.json`)),
  );
  expect(isAtLeast(version, floor), `${name} ${version}`).toBe(true);
});

test(`no sharp older than ${SHARP_FLOOR} is locked`, () => {
  const { packages } = LockSchema.parse(JSON.parse(fileText("package-lock.json")));
  const locked = Object.entries(packages).filter(([path]) => path.endsWith("node_modules/sharp"));
  const old = locked.filter(([, { version }]) => !isAtLeast(version ?? "0", SHARP_FLOOR));
  expect(old).toEqual([]);
});

test("every dependency is pinned to one version", () => {
  const { dependencies, devDependencies } = z
    .object({
      dependencies: z.record(z.string(), z.string()),
      devDependencies: z.record(z.string(), z.string()),
    })
    .parse(JSON.parse(fileText("package.json")));
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
    ([, range]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(range),
  );
  expect(loose).toEqual([]);
});
