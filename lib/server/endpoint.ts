import { v7 as uuidV7 } from "uuid";
import type { z } from "zod";

import type { Actor } from "@/lib/domain/access/actor";
import type { ApiRoute, InputOf } from "@/lib/server/api-route";
import { signedOut, toActor } from "@/lib/server/auth/actor";
import { claimsOfCookie } from "@/lib/server/auth/session";
import { sessionCookieName } from "@/lib/server/auth/session-cookie";
import { checkOrigin } from "@/lib/server/check-origin";
import { clientAddress } from "@/lib/server/client-address";
import { currentTime } from "@/lib/server/clock";
import { findSessionPerson, type SessionClaims } from "@/lib/server/db/people";
import { errorReply } from "@/lib/server/error-response";
import { AppError } from "@/lib/server/errors";
import { log } from "@/lib/server/log";
import { readJsonBody } from "@/lib/server/read-body";

type CallerOf<R extends ApiRoute> = {
  anyone: null;
  claims: SessionClaims;
  actor: Actor;
}[R["caller"]];

/** When and from where the request came; `agent` is the browser's own claim. */
export type RequestOrigin = { now: Date; address: string; agent: string | null };

type Run<R extends ApiRoute> = (
  caller: CallerOf<R>,
  input: InputOf<R>,
  origin: RequestOrigin,
) => Promise<z.input<R["response"]>>;

type RouteContext = { params?: Promise<Record<string, string | string[] | undefined>> };

/** The longest answer is one of 10,000 characters, in bytes of its JSON. */
const MOST_BODY_BYTES = 64 * 1024;
const MOST_AGENT_CHARACTERS = 300;

/**
 * Wraps a service as a JSON endpoint: origin, caller, input, run. The route it is made
 * for is its documentation too.
 */
export function endpoint<R extends ApiRoute>(route: R, run: Run<R>) {
  const handle = async (request: Request, context: RouteContext = {}): Promise<Response> => {
    const requestId = requestIdOf(request);
    const headers = { "Cache-Control": "no-store", "X-Request-Id": requestId };
    try {
      const origin = {
        now: currentTime(request.headers),
        address: clientAddress(request.headers),
        agent: request.headers.get("user-agent")?.slice(0, MOST_AGENT_CHARACTERS) ?? null,
      };
      if (route.method !== "GET") checkOrigin(request.headers);
      const caller = (await callerOf(route, request)) as CallerOf<R>;
      const input = await inputOf(route, request, context);
      return Response.json(await run(caller, input, origin), { headers });
    } catch (error) {
      const reply = errorReply(error);
      if (reply.status >= 500) {
        log.error("request failed", { requestId, method: route.method, path: route.path, error });
      }
      return Response.json(reply.body, {
        status: reply.status,
        headers: { ...headers, ...reply.headers },
      });
    }
  };
  return Object.assign(handle, { route });
}

const REQUEST_ID = /^[\w.-]{8,100}$/;

/** The id that a proxy gave the request, so that its log and ours tell of the same one. */
function requestIdOf(request: Request): string {
  const given = request.headers.get("x-request-id");
  return given && REQUEST_ID.test(given) ? given : uuidV7();
}

async function callerOf(route: ApiRoute, request: Request): Promise<SessionClaims | Actor | null> {
  if (route.caller === "anyone") return null;
  const claims = await claimsOfCookie(cookieOf(request, sessionCookieName()));
  if (!claims) throw signedOut();
  if (route.caller === "claims") return claims;
  const person = await findSessionPerson(claims);
  if (!person) throw signedOut();
  return toActor(person);
}

function cookieOf(request: Request, name: string): string | undefined {
  const pairs = request.headers.get("cookie")?.split(";") ?? [];
  const pair = pairs.map((each) => each.trim()).find((each) => each.startsWith(`${name}=`));
  return pair?.slice(name.length + 1);
}

async function inputOf<R extends ApiRoute>(
  route: R,
  request: Request,
  context: RouteContext,
): Promise<InputOf<R>> {
  const params = route.params && check(route.params, (await context.params) ?? {});
  const query =
    route.query && check(route.query, Object.fromEntries(new URL(request.url).searchParams));
  const body = route.body && check(route.body, await readJsonBody(request, MOST_BODY_BYTES));
  return { ...params, ...query, ...body } as InputOf<R>;
}

function check(schema: z.ZodType<Record<string, unknown>>, value: unknown) {
  const checked = schema.safeParse(value);
  if (checked.success) return checked.data;
  throw new AppError("invalid", "The request is not valid. See fields.", {
    fields: faultsByField(checked.error),
  });
}

/** "ticket.version" → its messages; "" stands for the request as a whole. */
function faultsByField(error: z.ZodError): Record<string, string[]> {
  const fields = new Map<string, string[]>();
  for (const { path, message } of error.issues) {
    const field = path.join(".");
    fields.set(field, [...(fields.get(field) ?? []), message]);
  }
  return Object.fromEntries(fields);
}
