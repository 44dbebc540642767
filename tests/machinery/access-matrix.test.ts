import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

import { apiRoutes } from "@/lib/server/api-routes";
import { actionAccess } from "@/tests/access/action-access";
import { apiAccess } from "@/tests/access/api-access";
import { pageAccess } from "@/tests/access/page-access";

const files = readdirSync("app", { recursive: true, encoding: "utf8" });

/** "(learner)/banks/[bank]/page.tsx" is at /banks/[bank]. */
const addressOf = (file: string): string =>
  `/${file.replace(/page\.tsx$/, "").replaceAll(/\([^)]+\)\//g, "")}`.replace(/(?<=.)\/$/, "");

const exportsOf = (file: string): string[] =>
  [...readFileSync(`app/${file}`, "utf8").matchAll(/^export (?:const|async function) (\w+)/gm)].map(
    ([, name]) => name ?? "",
  );

test("every page says what happens to whom", () => {
  const pages = files.filter((file) => /(?:^|\/)page\.tsx$/.test(file)).map(addressOf);
  expect(Object.keys(pageAccess).sort()).toEqual(pages.sort());
});

test("every operation of the API says what happens to whom", () => {
  expect(Object.keys(apiAccess).sort()).toEqual(Object.keys(apiRoutes).sort());
});

test("every server action says what happens to whom", () => {
  const actions = files.filter((file) => file.endsWith("actions.ts")).flatMap(exportsOf);
  expect(Object.keys(actionAccess).sort()).toEqual(actions.sort());
});

test("server actions are in files called actions.ts only", () => {
  const elsewhere = files.filter(
    (file) =>
      /\.tsx?$/.test(file) &&
      !file.endsWith("actions.ts") &&
      /^\s*["']use server["']/m.test(readFileSync(`app/${file}`, "utf8")),
  );
  expect(elsewhere).toEqual([]);
});

test("other endpoints are those that take nothing of a class", () => {
  const routes = files.filter((file) => file.endsWith("route.ts") && !file.startsWith("api/v1/"));
  expect(routes.sort()).toEqual([
    "api/auth/[...nextauth]/route.ts",
    "api/calendar/[file]/route.ts",
    "api/health/route.ts",
    "api/unsubscribe/[token]/route.ts",
  ]);
});
