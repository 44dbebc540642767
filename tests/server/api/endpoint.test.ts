import { afterEach, describe, expect, test, vi } from "vitest";
import { z } from "zod";

import type { ApiRoute } from "@/lib/server/api-route";
import { endpoint } from "@/lib/server/endpoint";
import { AppError } from "@/lib/server/errors";

const echo = {
  method: "POST",
  path: "/api/v1/echo/{id}",
  summary: "Say it again",
  caller: "anyone",
  params: z.object({ id: z.string() }),
  body: z.strictObject({
    text: z.string().max(100),
    deep: z.object({ count: z.int() }).optional(),
  }),
  response: z.unknown(),
  refusals: [],
} as const satisfies ApiRoute;

const POST = endpoint(echo, (_caller, input, { now }) =>
  Promise.resolve({ ...input, now: now.toISOString() }),
);
const context = { params: Promise.resolve({ id: "seven" }) };

const write = (body: BodyInit, headers: Record<string, string> = {}) =>
  new Request("http://localhost:3000/api/v1/echo/seven", {
    method: "POST",
    headers: { host: "localhost:3000", "content-type": "application/json", ...headers },
    body,
  });

const say = async (body: BodyInit, headers?: Record<string, string>) => {
  const response = await POST(write(body, headers), context);
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
};

afterEach(() => {
  vi.unstubAllEnvs();
});

test("a handler gets path and body in one, and its result is never cached", async () => {
  const response = await POST(write('{"text":"hello"}'), context);
  expect(await response.json()).toMatchObject({ id: "seven", text: "hello" });
  expect(response.headers.get("cache-control")).toBe("no-store");
});

describe("a write", () => {
  test.each([
    ["of a page of ours", "http://localhost:3000", 200],
    ["of another site", "https://elsewhere.example", 403],
    ["of another port of this host", "http://localhost:4000", 403],
    ["of a page without an origin", "null", 403],
  ])("%s gets %3$s", async (_name, origin, status) => {
    expect((await say('{"text":"x"}', { origin })).status).toBe(status);
  });

  test("of a program that names no origin gets 200", async () => {
    expect((await say('{"text":"x"}')).status).toBe(200);
  });

  test("of a page at the public address gets 200 behind a proxy that changes the host", async () => {
    vi.stubEnv("NEXTAUTH_URL", "https://reconcile.example");
    const headers = { origin: "https://reconcile.example", host: "10.0.0.7:3000" };
    expect((await say('{"text":"x"}', headers)).status).toBe(200);
  });
});

test("an input that does not fit is refused with a message for each field", async () => {
  const reply = await say('{"text":7,"deep":{"count":"many"},"more":1}');
  expect(reply.status).toBe(400);
  expect(reply.body).toMatchObject({ error: { code: "invalid" } });
  const { fields } = reply.body["error"] as { fields: Record<string, string[]> };
  expect(Object.keys(fields).sort()).toEqual(["", "deep.count", "text"]);
});

test.each([
  ["is not JSON", "{text", "application/json", 400],
  ["is a form", "text=hello", "application/x-www-form-urlencoded", 400],
  ["is plain text that a form of another site could send", '{"text":"x"}', "text/plain", 400],
  ["is larger than 64 KiB", JSON.stringify({ text: "x".repeat(70_000) }), "application/json", 413],
])("a body that %s is refused", async (_name, body, contentType, status) => {
  expect((await say(body, { "content-type": contentType })).status).toBe(status);
});

test("a body that claims no length is cut off at 64 KiB", async () => {
  let sent = 0;
  const endless = new ReadableStream({
    pull(controller) {
      sent += 1;
      controller.enqueue(new TextEncoder().encode("x".repeat(16_384)));
    },
  });
  const request = new Request("http://localhost:3000/api/v1/echo/seven", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: endless,
    duplex: "half",
  } as RequestInit);
  expect((await POST(request, context)).status).toBe(413);
  expect(sent).toBeLessThan(10);
});

test("a test server believes a request's time, any other its own clock", async () => {
  const headers = { "x-test-now": "2030-01-01T00:00:00.000Z" };
  expect((await say('{"text":"x"}', headers)).body["now"]).not.toBe("2030-01-01T00:00:00.000Z");
  vi.stubEnv("RECONCILE_TEST_CLOCK", "1");
  expect((await say('{"text":"x"}', headers)).body["now"]).toBe("2030-01-01T00:00:00.000Z");
});

test("a reply carries the id that a proxy gave the request", async () => {
  const response = await POST(write('{"text":"x"}', { "x-request-id": "proxy-0001" }), context);
  expect(response.headers.get("x-request-id")).toBe("proxy-0001");
});

describe("what a service throws", () => {
  const failing = (error: Error) =>
    endpoint(echo, () => Promise.reject(error))(write('{"text":"x"}'), context);

  test("becomes its status and message when it is an expected refusal", async () => {
    const response = await failing(new AppError("conflict", "Somebody was faster."));
    expect(response.status).toBe(409);
    expect(await response.json()).toEqual({
      error: { code: "conflict", message: "Somebody was faster." },
    });
  });

  test("tells when to try again after too many tries", async () => {
    const error = new AppError("throttled", "Too many tries.", { retryAfterSeconds: 42 });
    const response = await failing(error);
    expect([response.status, response.headers.get("retry-after")]).toEqual([429, "42"]);
  });

  test("is logged under the request's id and kept from the client when it is a bug", async () => {
    const written = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    const response = await failing(new Error("the key is B"));
    const line = JSON.parse(String(written.mock.calls[0]?.[0])) as Record<string, unknown>;
    written.mockRestore();
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain("the key is B");
    expect(line["requestId"]).toBe(response.headers.get("x-request-id"));
  });

  test("is 503 when the database is away", async () => {
    const written = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    const refused = Object.assign(new Error("connect"), { code: "ECONNREFUSED" });
    const response = await failing(refused);
    written.mockRestore();
    expect([response.status, response.headers.get("retry-after")]).toEqual([503, "5"]);
  });
});
