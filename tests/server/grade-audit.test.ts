import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { migrate } from "@/scripts/migrations.mjs";

const ROLE = `application_${process.pid}`;
const ownerUrl = process.env["DATABASE_URL"] ?? "";

const applicationUrl = (): string => {
  const url = new URL(ownerUrl);
  url.username = ROLE;
  return url.href;
};

const owner = new pg.Client({ connectionString: ownerUrl });
const application = new pg.Client({ connectionString: applicationUrl() });

const PERSON = "01900000-0000-7000-8000-000000000001";
const CLASS = "01900000-0000-7000-8000-000000000002";
const ASSIGNMENT = "01900000-0000-7000-8000-000000000003";

beforeAll(async () => {
  await owner.connect();
  await owner.query(`CREATE ROLE ${ROLE} LOGIN`);
  await migrate(ownerUrl, applicationUrl());
  await application.connect();
  await application.query(`
    INSERT INTO "User" (id, "createdAt") VALUES ('${PERSON}', now());
    INSERT INTO "Class" (id, name, "timeZone", "createdAt") VALUES ('${CLASS}', 'K8s', 'UTC', now());
    INSERT INTO "Assignment" (id, "classId", kind, title, "opensAt", "dueAt", "createdById", "createdAt")
    VALUES ('${ASSIGNMENT}', '${CLASS}', 'quiz', 'Pods', now(), now(), '${PERSON}', now());`);
});

afterAll(async () => {
  await application.end();
  await owner.query(`DROP OWNED BY ${ROLE}; DROP ROLE ${ROLE};`);
  await owner.end();
});

const grade = (points: number) => `
  INSERT INTO "AssignmentGrade" ("userId", "assignmentId", points, "maxPoints", "updatedAt")
  VALUES ('${PERSON}', '${ASSIGNMENT}', ${points}, 10, now())
  ON CONFLICT ("userId", "assignmentId") DO UPDATE SET points = excluded.points`;

async function withCause(statement: string): Promise<void> {
  await application.query(`
    BEGIN;
    SELECT set_config('reconcile.cause', 'marked', true),
           set_config('reconcile.actor', '${PERSON}', true),
           set_config('reconcile.reason', 'A second reading', true);
    ${statement};
    COMMIT;`);
}

const audit = async () => {
  const { rows } = await application.query(`
    SELECT cause, "actorId", reason, before ->> 'points' AS before, after ->> 'points' AS after
      FROM "GradeAudit" ORDER BY id`);
  return rows as unknown[];
};

describe("with the application's own database role", () => {
  test("a grade that changes without a cause is refused", async () => {
    await expect(application.query(grade(1))).rejects.toThrow(/cannot change without a cause/);
  });

  test("each change of a grade leaves an entry that says who, why, before and after", async () => {
    await withCause(grade(7));
    await withCause(grade(9));
    const entry = { cause: "marked", actorId: PERSON, reason: "A second reading" };
    expect(await audit()).toEqual([
      { ...entry, before: null, after: "7" },
      { ...entry, before: "7", after: "9" },
    ]);
  });

  test("saving the grade that is there already leaves no entry", async () => {
    const before = await audit();
    await withCause(grade(9));
    expect(await audit()).toEqual(before);
  });

  test.each([
    ["changed", `UPDATE "GradeAudit" SET reason = 'another'`],
    ["deleted", `DELETE FROM "GradeAudit"`],
    ["truncated", `TRUNCATE "GradeAudit"`],
    [
      "forged",
      `INSERT INTO "GradeAudit" (subject, "userId", cause) VALUES ('item', '${PERSON}', 'x')`,
    ],
    ["dropped", `DROP TABLE "GradeAudit"`],
    ["left without its triggers", `ALTER TABLE "GradeAudit" DISABLE TRIGGER ALL`],
    ["left out by grades", `ALTER TABLE "AssignmentGrade" DISABLE TRIGGER ALL`],
    ["passed by as a replica", `SET session_replication_role = replica`],
  ])("the audit cannot be %s", async (_how, statement) => {
    const before = await audit();
    await expect(application.query(statement)).rejects.toThrow(/permission denied|must be owner/);
    expect(await audit()).toEqual(before);
  });
});

test("the audit outlives the account: only the id is left of the person", async () => {
  const before = await audit();
  await withCause(`DELETE FROM "User" WHERE id = '${PERSON}'`);
  expect((await audit()).slice(0, before.length)).toEqual(before);
  const { rows } = await application.query(
    `SELECT proname FROM pg_proc WHERE prosrc ILIKE '%delete from "GradeAudit"%' OR prosrc ILIKE '%update "GradeAudit"%'`,
  );
  expect(rows, "functions that would change it for the application").toEqual([]);
});

test("not even its owner changes the audit by an ordinary statement", async () => {
  await expect(owner.query(`UPDATE "GradeAudit" SET reason = 'x'`)).rejects.toThrow(/append-only/);
  await expect(owner.query(`TRUNCATE "GradeAudit"`)).rejects.toThrow(/append-only/);
});
