import { readFileSync } from "node:fs";
import type { APIRequestContext, APIResponse } from "@playwright/test";

import type { AccessWorld } from "@/tests/access/access-roles";

type Values = Record<string, string | number>;

/** "/classes/[classId]" and "/api/v1/classes/{id}" with their parts filled in. */
export const fillIn = (path: string, values: Values): string =>
  path.replaceAll(/[[{](\w+)[\]}]/g, (_whole, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`Nothing is known to ask ${path} with as ${name}`);
    return encodeURIComponent(value);
  });

/** What a page did, as a PageOutcome or in words of its own. One that streams has answered 200 before it knows: its body then says so. */
export async function pageOutcome(response: APIResponse): Promise<string> {
  const status = response.status();
  const body = await response.text();
  const to = response.headers()["location"] ?? /NEXT_REDIRECT;\w+;([^;]+);/.exec(body)?.[1];
  if (to !== undefined) return whereTo(new URL(to, "http://localhost").pathname);
  if (status === 404 || body.includes("NEXT_HTTP_ERROR_FALLBACK;404")) return "not-found";
  return status === 200 ? "page" : `status ${status}`;
}

function whereTo(path: string): string {
  if (path === "/sign-in") return "sign-in";
  if (path === "/sign-up") return "sign-up";
  if (path === "/today") return "today";
  return /^\/classes\/[\w-]{36}$/.test(path) ? "class" : `redirect to ${path}`;
}

type Door = {
  name: string;
  path?: string;
  method?: string;
  headers?: Record<string, string>;
  /** Everybody is answered, with the tree of the route alone: what counts is that nothing of the page is in it. */
  isShell?: boolean;
};

/** The ways around a check that Next had, or that reach a page's data without its markup. */
export const SIDE_DOORS: Door[] = [
  { name: "by POST", method: "POST" },
  { name: "by POST as RSC", method: "POST", headers: { RSC: "1" } },
  { name: "as RSC", path: "?_rsc=1", headers: { RSC: "1" } },
  {
    name: "as RSC prefetch",
    path: "?_rsc=2",
    headers: { RSC: "1", "Next-Router-Prefetch": "1" },
    isShell: true,
  },
  { name: "as .rsc", path: ".rsc", headers: { RSC: "1" } },
  {
    name: "as a subrequest of the proxy",
    headers: { "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy" },
  },
  {
    name: "as a subrequest of middleware",
    headers: {
      "x-middleware-subrequest": "middleware:middleware:middleware:middleware:middleware",
    },
  },
];

/** Asks there. Whoever wants RSC is sent once to the address with the mark that belongs to their headers. */
export async function askAt(
  request: APIRequestContext,
  address: string,
  { path = "", method = "GET", headers = {} }: Door,
): Promise<APIResponse> {
  const options = { method, headers, maxRedirects: 0 };
  const response = await request.fetch(`${address}${path}`, options);
  const to = response.headers()["location"];
  if (to === undefined || !("RSC" in headers)) return response;
  const target = new URL(to, "http://localhost");
  return target.pathname === address && target.searchParams.has("_rsc")
    ? request.fetch(`${target.pathname}${target.search}`, options)
    : response;
}

type ServerAction = { id: string; page: string };
type Manifest = {
  node: Record<string, { workers: Record<string, unknown>; exportedName: string }>;
};

/** The id that a build gave each action, and a page that it can be sent to. */
export function readActions(distDir: string): Map<string, ServerAction> {
  const file = `${distDir}/server/server-reference-manifest.json`;
  const { node } = JSON.parse(readFileSync(file, "utf8")) as Manifest;
  return new Map(
    Object.entries(node).map(([id, { workers, exportedName }]) => {
      const page = (Object.keys(workers)[0] ?? "")
        .replace(/^app/, "")
        .replace(/\/page$/, "")
        .replaceAll(/\/\([^)]+\)/g, "");
      return [exportedName, { id, page: page === "" ? "/" : page }];
    }),
  );
}

const addressesOf = (world: AccessWorld): Values => ({
  classId: world.classId,
  token: world.inviteToken,
  attemptId: world.attemptId,
  quizId: world.quizId,
  assignmentId: world.assignmentId,
  userId: world.targetId,
  bankId: world.ownBankId,
  slug: "own",
  bank: world.bankId,
  question: world.questionId.slice(world.bankId.length + 1),
});

/** Sends a form as React does: the state before, then its fields. The reply as an ActionOutcome. */
export async function sendAction(
  request: APIRequestContext,
  { id, page }: ServerAction,
  form: Record<string, string>,
  { world, origin }: { world: AccessWorld; origin: string },
): Promise<string> {
  const body = new FormData();
  for (const [name, value] of Object.entries(form)) body.append(`_1_${name}`, value);
  // Last, because it refers to what came before.
  body.append("0", '[{"status":"idle"},"$K1"]');
  const response = await request.post(fillIn(page, addressesOf(world)), {
    headers: { "Next-Action": id, Origin: origin },
    multipart: body,
    maxRedirects: 0,
  });
  if (response.headers()["x-action-redirect"] !== undefined) return "redirect";
  const reply = await response.text();
  const answer = /\{"status":"(done|invalid|failed)"(?:,"code":"([\w-]+)")?/.exec(reply);
  if (!answer) return `status ${response.status()}: ${reply.slice(0, 200)}`;
  return answer[1] === "failed" ? (answer[2] ?? "failed") : (answer[1] ?? "");
}
