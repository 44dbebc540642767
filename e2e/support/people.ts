import { randomUUID } from "node:crypto";
import type { APIRequestContext, Browser, BrowserContext, Page } from "@playwright/test";
import pg from "pg";

import { hashPassword } from "@/lib/server/auth/password";

const PASSWORD = "carriage wednesday lantern";

export type TestPerson = { id: string; email: string; name: string };
type Role = "learner" | "instructor" | "admin";

export async function sql<T extends pg.QueryResultRow>(
  text: string,
  values: unknown[] = [],
): Promise<T[]> {
  const client = new pg.Client({ connectionString: process.env["DATABASE_URL"] });
  await client.connect();
  try {
    return (await client.query<T>(text, values)).rows;
  } finally {
    await client.end();
  }
}

/** Somebody who has signed up. */
export async function aPerson({
  name = "Kim",
  role = "learner",
}: { name?: string; role?: Role } = {}): Promise<TestPerson> {
  const id = randomUUID();
  const email = `${id}@example.org`;
  await sql(
    `with person as (
       insert into "User" (id, email, name, role, "passwordHash", "createdAt")
       values ($1, $2, $3, $4::"Role", $5, now()) returning id)
     insert into "StudySettings" ("userId", version, "createdAt") select id, 1, now() from person`,
    [id, email, name, role, await hashPassword(PASSWORD)],
  );
  return { id, email, name };
}

/** Without clicking through anything. */
export async function signIn(request: APIRequestContext, { email }: TestPerson): Promise<void> {
  const csrf = (await (await request.get("/api/auth/csrf")).json()) as { csrfToken: string };
  const form = {
    csrfToken: csrf.csrfToken,
    json: "true",
    callbackUrl: "/",
    email,
    password: PASSWORD,
  };
  const response = await request.post("/api/auth/callback/password", { form });
  if (!response.ok()) throw new Error(`Signing in failed: ${response.status()}`);
}

/** A browser of their own. */
export async function browserOf(
  browser: Browser,
  person: TestPerson,
): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext();
  await signIn(context.request, person);
  return { context, page: await context.newPage() };
}
