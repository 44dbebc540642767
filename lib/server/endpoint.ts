import { randomUUID } from "node:crypto";
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
import type { Download } from "@/lib/server/download";
import { errorReply } from "@/lib/server/error-response";
import { AppError } from "@/lib/server/errors";
import { log } from "@/lib/server/log";
import { readBytes, readJsonBody, readText } from "@/lib/server/read-body";

type CallerOf<R extends ApiRoute> = {
  anyone: null;
  claims: SessionClaims;
  actor: Actor;
}[R["caller"]];

/** When and from where the request came; `agent` is the browser's own claim. */
export type RequestOrigin = {
  now: Date;
  address: string;
  agent: string | null;
  /** Id of the sign-in; null without one. */
  session: string | null;
};

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
  const handle = (request: Request, context: RouteContext = {}): Promise<Response> =>
    answer(route, request, context, async (caller, input, origin, headers) =>
      Response.json(await run(caller as CallerOf<R>, input, origin), { headers }),
    );
  return Object.assign(handle, { route });
}

type ReplyHeaders = Record<string, string>;

async function answer<R extends ApiRoute>(
  route: R,
  request: Request,
  context: RouteContext,
  respond: (
    caller: SessionClaims | Actor | null,
    input: InputOf<R>,
    origin: RequestOrigin,
    headers: ReplyHeaders,
  ) => Promise<Response>,
): Promise<Response> {
  const requestId = requestIdOf(request);
  const headers = { "Cache-Control": "no-store", "X-Request-Id": requestId };
  try {
    const { now, address, agent } = originOf(request.headers);
    if (route.method !== "GET") checkOrigin(request.headers);
    const { caller, session } = await callerOf(route, request);
    const origin = { now, address, agent, session };
    const input = await inputOf(route, request, context);
    return await respond(caller, input, origin, headers);
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
}

/** As `endpoint`, for a file: whoever calls is read before, and nothing is refused once it has begun. */
export function download<R extends ApiRoute & { caller: "actor"; produces: string }>(
  route: R,
  run: (actor: Actor, input: InputOf<R>, origin: RequestOrigin) => Promise<Download>,
) {
  const handle = (request: Request, context: RouteContext = {}): Promise<Response> =>
    answer(route, request, context, async (actor, input, origin, headers) => {
      const { name, pieces } = await run(actor as Actor, input, origin);
      return new Response(toStream(pieces), {
        headers: {
          ...headers,
          "Content-Type": contentType(route.produces),
          "Content-Disposition": `attachment; filename="${name}"`,
        },
      });
    });
  return Object.assign(handle, { route });
}

export const originOf = (headers: Request["headers"]): RequestOrigin => ({
  now: currentTime(headers),
  address: clientAddress(headers),
  agent: headers.get("user-agent")?.slice(0, MOST_AGENT_CHARACTERS) ?? null,
  session: null,
});

const contentType = (produces: string): string =>
  /^text\/|json$/.test(produces) ? `${produces}; charset=utf-8` : produces;

function toStream(pieces: Download["pieces"]): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const piece = await pieces.next();
      if (piece.done === true) controller.close();
      else if (typeof piece.value === "string") controller.enqueue(encoder.encode(piece.value));
      else controller.enqueue(piece.value);
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
}

const REQUEST_ID = /^[\w.-]{8,100}$/;

/** The id that a proxy gave the request, so that its log and ours tell of the same one. */
export function requestIdOf(request: Request): string {
  const given = request.headers.get("x-request-id");
  return given && REQUEST_ID.test(given) ? given : randomUUID();
}

type Caller = { caller: SessionClaims | Actor | null; session: string | null };

async function callerOf(route: ApiRoute, request: Request): Promise<Caller> {
  if (route.caller === "anyone") return { caller: null, session: null };
  const claims = await claimsOfCookie(cookieOf(request, sessionCookieName()));
  if (!claims) throw signedOut();
  const session = claims.sessionId ?? null;
  if (route.caller === "claims") return { caller: claims, session };
  const person = await findSessionPerson(claims);
  if (!person) throw signedOut();
  return { caller: toActor(person), session };
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
  const file = route.file && (await fileOf(route.file, request));
  return { ...params, ...query, ...body, ...file } as InputOf<R>;
}

const fileOf = async ({ mostBytes, as }: NonNullable<ApiRoute["file"]>, request: Request) =>
  as === "bytes"
    ? { bytes: await readBytes(request, mostBytes) }
    : { text: await readText(request, mostBytes) };

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
