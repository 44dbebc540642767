/**
 * npm run bench:sign-in: whether signing in tells who has an account. Wrong passwords for
 * emails that are known and that nobody has, in turn, each from an address of its own:
 * status, body and target must be the same, and the medians of the times less than 10 ms
 * apart. Then how many failures at one account are let through.
 */
import { randomBytes, randomUUID } from "node:crypto";
import pg from "pg";

import { hashPassword } from "@/lib/server/auth/password";
import { openBenchServer } from "@/scripts/bench/bench-server";
import { quantile } from "@/scripts/bench/load";

const TRIES = Number(process.argv[2] ?? "500");
const MOST_APART_MS = 10;
const FAILURES_LET_THROUGH = 10;

type Try = { ms: number; reply: string };

const server = await openBenchServer();
try {
  const known = await plantAccounts(TRIES);
  const unknown = known.map(() => `${randomUUID()}@example.org`);
  const times = { known: [] as number[], unknown: [] as number[] };
  const replies = new Set<string>();
  const csrf = await fetchCsrf();
  for (let warm = 0; warm < 20; warm++) await tryOnce(csrf, `${randomUUID()}@example.org`);
  for (let turn = 0; turn < TRIES; turn++) {
    for (const [kind, emails] of [
      ["known", known],
      ["unknown", unknown],
    ] as const) {
      const { ms, reply } = await tryOnce(csrf, emails[turn] ?? "");
      times[kind].push(ms);
      replies.add(reply);
    }
  }
  const apart = Math.abs(median(times.known) - median(times.unknown));
  console.log(`${TRIES} wrong passwords each, one after the other`);
  console.log(`  known email   ${describe(times.known)}`);
  console.log(`  unknown email ${describe(times.unknown)}`);
  console.log(`  medians ${apart.toFixed(2)} ms apart; different replies: ${replies.size}`);
  const letThrough = await countLetThrough(csrf, `${randomUUID()}@example.org`);
  console.log(`  failures at one account that were let through: ${letThrough} of 15`);
  const isRight =
    apart < MOST_APART_MS && replies.size === 1 && letThrough === FAILURES_LET_THROUGH;
  if (!isRight) process.exitCode = 1;
} finally {
  await server.close();
}

/** Emails of people with a password, which need not be hashed for each. */
async function plantAccounts(count: number): Promise<string[]> {
  const emails = Array.from({ length: count }, () => `${randomUUID()}@example.org`);
  const client = new pg.Client({ connectionString: server.databaseUrl });
  await client.connect();
  try {
    await client.query(
      `insert into "User" (id, name, email, role, "passwordHash", "createdAt")
       select gen_random_uuid(), 'Kim', email, 'learner', $2, now() from unnest($1::text[]) email`,
      [emails, await hashPassword("carriage wednesday lantern")],
    );
  } finally {
    await client.end();
  }
  return emails;
}

type Csrf = { token: string; cookie: string };

async function fetchCsrf(): Promise<Csrf> {
  const response = await fetch(`${server.baseUrl}/api/auth/csrf`);
  const { csrfToken: token } = (await response.json()) as { csrfToken: string };
  const cookie = response.headers.getSetCookie().map((each) => each.split(";")[0] ?? "");
  return { token, cookie: cookie.join("; ") };
}

async function tryOnce({ token, cookie }: Csrf, email: string): Promise<Try> {
  const form = { csrfToken: token, json: "true", callbackUrl: "/", email, password: "not it" };
  const sentAt = performance.now();
  const response = await fetch(`${server.baseUrl}/api/auth/callback/password`, {
    method: "POST",
    headers: { cookie, "x-forwarded-for": `10.${[...randomBytes(3)].join(".")}` },
    body: new URLSearchParams(form),
    redirect: "manual",
  });
  const body = await response.text();
  const ms = performance.now() - sentAt;
  const target = response.headers.get("location") ?? "";
  return { ms, reply: `${response.status} ${target} ${body}` };
}

/** Of 15 wrong tries at one account, those that were answered as the first was. */
async function countLetThrough(csrf: Csrf, email: string): Promise<number> {
  const replies: string[] = [];
  for (let turn = 0; turn < 15; turn++) replies.push((await tryOnce(csrf, email)).reply);
  return replies.filter((reply) => reply === replies[0]).length;
}

function describe(times: readonly number[]): string {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => quantile(sorted, share).toFixed(1);
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms`;
}

function median(times: readonly number[]): number {
  return quantile(
    [...times].sort((a, b) => a - b),
    0.5,
  );
}
