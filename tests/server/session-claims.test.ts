import { encode } from "next-auth/jwt";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { claimsOfCookie } from "@/lib/server/auth/session";

const SECRET = "a secret for tests only";
const HOUR_S = 3_600;
const TOKEN = { sub: "0190a000-0000-7000-8000-000000000001", sessionVersion: 3 };
const CLAIMS = { userId: TOKEN.sub, sessionVersion: TOKEN.sessionVersion };

const aCookie = () => encode({ token: TOKEN, secret: SECRET, maxAge: HOUR_S });

beforeEach(() => {
  vi.stubEnv("NEXTAUTH_SECRET", SECRET);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

test("a cookie says the same each time it is read", async () => {
  const cookie = await aCookie();
  expect([await claimsOfCookie(cookie), await claimsOfCookie(cookie)]).toEqual([CLAIMS, CLAIMS]);
});

test("a cookie that was good an hour ago is not believed any more, though it is remembered", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-03-02T12:00:00Z") });
  const cookie = await aCookie();
  expect(await claimsOfCookie(cookie)).toEqual(CLAIMS);
  vi.setSystemTime(new Date("2026-03-02T13:01:00Z"));
  expect(await claimsOfCookie(cookie)).toBeNull();
});

test("a cookie counts for nothing once the secret is another one", async () => {
  const cookie = await aCookie();
  expect(await claimsOfCookie(cookie)).toEqual(CLAIMS);
  vi.stubEnv("NEXTAUTH_SECRET", "another secret");
  expect(await claimsOfCookie(cookie)).toBeNull();
});

test("a cookie that was tampered with counts for nothing, beside the good one", async () => {
  const cookie = await aCookie();
  expect(await claimsOfCookie(cookie)).toEqual(CLAIMS);
  expect(await claimsOfCookie(`${cookie.slice(0, -2)}AA`)).toBeNull();
});
