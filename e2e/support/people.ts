import { randomBytes, randomUUID } from "node:crypto";
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

/** A network address of its own: so many sign in from here that they would be throttled as one. */
const anAddress = () => `10.${[...randomBytes(3)].join(".")}`;

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
  const headers = { "x-forwarded-for": anAddress() };
  const response = await request.post("/api/auth/callback/password", { form, headers });
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

/** A class with a student, somebody who is expected, and a section; returns its id. */
export async function aClassOf(instructor: TestPerson): Promise<string> {
  const id = randomUUID();
  const student = await aPerson({ name: "Sami Student" });
  await sql(
    `insert into "Class" (id, name, description, "timeZone", "joinCode", "inviteToken", "createdAt")
     values ($1, 'Kubernetes 101', 'Mondays at ten.', 'Europe/Berlin', null, $2, now())`,
    [id, randomUUID()],
  );
  await sql(
    `insert into "Member" ("userId", "classId", role, "timeMultiplier", "joinedAt")
     values ($2, $1, 'instructor', 1, now()), ($3, $1, 'student', 1.5, now())`,
    [id, instructor.id, student.id],
  );
  await sql(`insert into "Section" (id, "classId", name) values ($2, $1, 'Lab A')`, [
    id,
    randomUUID(),
  ]);
  await sql(
    `insert into "RosterEntry" ("classId", email, "tokenHash", "createdAt") values ($1, $2, $3, now())`,
    [id, `${randomUUID()}@example.org`, randomUUID()],
  );
  return id;
}
