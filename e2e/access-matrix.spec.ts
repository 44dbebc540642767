/**
 * Every page, operation and action, asked by everybody: nothing is answered to whom the table
 * in tests/access does not say.
 */
import { test as base, expect } from "@playwright/test";

import type { ApiRoute } from "@/lib/server/api-route";
import { apiRoutes } from "@/lib/server/api-routes";
import { ACCESS_ROLES } from "@/tests/access/access-roles";
import { actionAccess } from "@/tests/access/action-access";
import { apiAccess } from "@/tests/access/api-access";
import { pageAccess } from "@/tests/access/page-access";

import {
  askAt,
  fillIn,
  pageOutcome,
  readActions,
  sendAction,
  SIDE_DOORS,
} from "./support/access-requests";
import { makeWorld, openCallers, type Callers } from "./support/access-world";

const baseURL = process.env["RECONCILE_BASE_URL"] ?? "";
const distDir = process.env["RECONCILE_DIST_DIR"] ?? ".next-test";

const test = base.extend<object, { callers: Callers }>({
  callers: [
    async ({ playwright }, use) => {
      const callers = await openCallers({ playwright }, baseURL);
      await use(callers);
      await Promise.all(Object.values(callers).map(({ request }) => request.dispose()));
    },
    { scope: "worker" },
  ],
});

test.describe.configure({ timeout: 180_000 });

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"];
const SUBREQUESTS = SIDE_DOORS.filter(({ headers = {} }) => "x-middleware-subrequest" in headers);

/** Of the API: what each of its addresses takes. */
function methodsByPath(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { method, path } of Object.values<ApiRoute>(apiRoutes)) {
    found.set(path, [...(found.get(path) ?? []), method]);
  }
  return found;
}

for (const [path, { outcomes, params }] of Object.entries(pageAccess)) {
  test(`the page ${path} is shown to whom it should be`, async ({ callers }) => {
    const world = await makeWorld(callers);
    const address = fillIn(path, params?.(world) ?? {});
    const found: Record<string, string> = {};
    for (const role of ACCESS_ROLES) {
      const response = await callers[role].request.get(address, { maxRedirects: 0 });
      found[role] = await pageOutcome(response);
    }
    expect(found).toEqual(outcomes);
  });

  test(`the page ${path} has no side door`, async ({ callers }) => {
    const world = await makeWorld(callers);
    const address = fillIn(path, params?.(world) ?? {});
    const open: string[] = [];
    for (const role of ACCESS_ROLES.filter((one) => outcomes[one] !== "page")) {
      for (const door of SIDE_DOORS) {
        const response = await askAt(callers[role].request, address, door);
        const outcome = await pageOutcome(response);
        const body = await response.text();
        const secrets = Object.values(world.secrets).filter((secret) => body.includes(secret));
        const isShown = outcome === "page" && door.isShell !== true;
        if (isShown || secrets.length > 0) open.push(`${role} ${door.name}: ${outcome}`);
      }
    }
    expect(open).toEqual([]);
  });
}

for (const [name, { statuses, request: ask }] of Object.entries(apiAccess)) {
  const { method, path }: ApiRoute = apiRoutes[name as keyof typeof apiRoutes];

  test(`${method} ${path} answers whom it should`, async ({ callers }) => {
    const found: Record<string, number> = {};
    for (const role of ACCESS_ROLES) {
      const { params = {}, query, body } = ask?.(await makeWorld(callers)) ?? {};
      const address = `${fillIn(path, params)}${query === undefined ? "" : `?${query}`}`;
      const response = await callers[role].request.fetch(address, {
        method,
        maxRedirects: 0,
        ...(method === "GET" ? {} : { data: body ?? {} }),
      });
      found[role] = response.status();
    }
    expect(found).toEqual(statuses);
  });

  test(`${method} ${path} has no side door`, async ({ callers }) => {
    const open: string[] = [];
    for (const role of ACCESS_ROLES.filter((one) => statuses[one] >= 400)) {
      const { params = {}, query, body } = ask?.(await makeWorld(callers)) ?? {};
      const address = `${fillIn(path, params)}${query === undefined ? "" : `?${query}`}`;
      for (const { name: door, headers = {} } of SUBREQUESTS) {
        const response = await callers[role].request.fetch(address, {
          method,
          maxRedirects: 0,
          headers,
          ...(method === "GET" ? {} : { data: body ?? {} }),
        });
        if (response.status() < 400) open.push(`${role} ${door}: ${response.status()}`);
      }
    }
    expect(open).toEqual([]);
  });
}

for (const [path, methods] of methodsByPath()) {
  test(`${path} takes ${methods.join(" and ")} only`, async ({ callers }) => {
    // The method is looked at before what the address is about.
    const address = path.replaceAll(/\{\w+\}/g, "x");
    const found: string[] = [];
    for (const role of ACCESS_ROLES) {
      for (const method of METHODS.filter((one) => !methods.includes(one))) {
        const options = { method, maxRedirects: 0, data: {} };
        const status = (await callers[role].request.fetch(address, options)).status();
        if (status !== 405) found.push(`${role} ${method}: ${status}`);
      }
    }
    expect(found).toEqual([]);
  });
}

for (const [name, { outcomes, form }] of Object.entries(actionAccess)) {
  test(`${name} does it for whom it should`, async ({ callers }) => {
    const action = readActions(distDir).get(name);
    if (!action) throw new Error(`The build has no action ${name}`);
    const found: Record<string, string> = {};
    for (const role of ACCESS_ROLES) {
      const world = await makeWorld(callers);
      const about = { world, origin: baseURL };
      found[role] = await sendAction(callers[role].request, action, form?.(world) ?? {}, about);
    }
    expect(found).toEqual(outcomes);
  });
}
