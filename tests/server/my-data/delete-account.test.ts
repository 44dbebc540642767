import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";

import type { Actor } from "@/lib/domain/access/actor";
import { database, databasePool } from "@/lib/server/db/client";
import { EXPORTED_TABLES, NOT_EXPORTED } from "@/lib/server/db/export-rows";
import { findSessionPerson } from "@/lib/server/db/people";
import { AppError } from "@/lib/server/errors";
import { deleteAccount } from "@/lib/server/services/delete-account";
import { aGuest, aPerson, START } from "@/tests/helpers/people";

const FRESH = { signedInAt: START, now: START };

/** What they wrote, and what was written to them. */
const WORDS = "words between two people";

type Column = { table: string; column: string };

/** Columns that hold a person's id, as the database has them: a new one fails the tests below until it is dealt with. */
async function personColumns(): Promise<Column[]> {
  const { rows } = await databasePool().query<Column>(
    `select table_name as table, column_name as column from information_schema.columns
      where table_schema = 'public' and data_type = 'uuid'
        and (column_name ~* '(user|person|owner|actor|member|student|teacher|author)id$' or column_name ~ 'ById$')
      order by 1, 2`,
  );
  return rows;
}

const ids = () => ({ class: randomUUID(), assignment: randomUUID(), attempt: randomUUID() });

/** A row in every table that can name a person. */
async function leaveTraces(person: Actor, other: Actor): Promise<void> {
  const id = ids();
  const quiz = randomUUID();
  const regrade = randomUUID();
  const action = randomUUID();
  const review = randomUUID();
  const bank = `bank-${randomUUID()}`;
  const statements = [
    `insert into "Identity" values ('github', '${randomUUID()}', '${person.id}', now())`,
    `insert into "Card" values ('${person.id}', 'pods/phase', 'review', now(), 1, 5, 1, 0, 1, 0, now(), now(), 1)`,
    `insert into "Review" ("userId", id, "questionId", "questionVersion", seed, "settingsVersion", answer, graded, outcome, "suggestedRating", rating, "reviewedAt", "durationMs")
     values ('${person.id}', '${review}', 'pods/phase', 1, 's', 1, '{}', '{}', 'right', 3, 3, now(), 1)`,
    `insert into "ReviewEdit" ("userId", id, "reviewId", action, "fromRating", "editedAt") values ('${person.id}', '${randomUUID()}', '${review}', 'rate', 3, now())`,
    `insert into "Undo" ("userId", id, target, "targetId", at) values ('${person.id}', '${randomUUID()}', 'review', '${review}', now())`,
    `insert into "CardEvent" ("userId", id, "questionId", kind, cause, "actionId", at) values ('${person.id}', '${randomUUID()}', 'pods/phase', 'reset', 'learner', '${action}', now())`,
    `insert into "QuestionMark" ("userId", "questionId") values ('${person.id}', 'pods/phase')`,
    `insert into "StudyAction" ("userId", id, kind, before, after, at) values ('${person.id}', '${action}', 'flag', '{}', '{}', now())`,
    `insert into "ParameterFit" ("userId", id, "fittedAt", reviews, "heldOut", "logLossBefore", "logLossAfter", "rmseBefore", "rmseAfter", adopted) values ('${person.id}', '${randomUUID()}', now(), 1, 1, 1, 1, 1, 1, false)`,
    `insert into "NoticeChoices" ("userId") values ('${person.id}')`,
    `insert into "CalendarFeed" ("tokenHash", "userId", "createdAt") values ('${randomUUID()}', '${person.id}', now())`,
    `insert into "Notice" ("userId", id, kind, key, facts, link, "createdAt") values ('${person.id}', '${randomUUID()}', 'assigned', 'k', '{}', '/', now())`,
    `insert into "ProblemReport" ("userId", id, "questionId", "questionVersion", seed, kind, text, "createdAt") values ('${person.id}', '${randomUUID()}', 'pods/phase', 1, 's', 'wrong', 't', now())`,
    `insert into "ProblemReport" ("userId", id, "questionId", "questionVersion", seed, kind, text, "createdAt", "closedById") values ('${other.id}', '${randomUUID()}', 'pods/phase', 1, 's', 'wrong', 't', now(), '${person.id}')`,
    `insert into "Class" (id, name, "timeZone", "createdAt") values ('${id.class}', 'K8s', 'UTC', now())`,
    `insert into "Member" ("userId", "classId", role, "joinedAt") values ('${person.id}', '${id.class}', 'instructor', now()), ('${other.id}', '${id.class}', 'instructor', now())`,
    `insert into "RosterEntry" ("classId", email, "tokenHash", "createdAt", "claimedById") values ('${id.class}', '${person.email ?? ""}', '${randomUUID()}', now(), '${person.id}')`,
    `insert into "Bank" (id, title, description, position, "ownerId") values ('${bank}', 'Own', '', 1, '${person.id}')`,
    `insert into "QuestionDraft" ("userId", id, "questionId", "bankId", source, "updatedAt") values ('${person.id}', '${randomUUID()}', 'own/q', '${bank}', '', now())`,
    `insert into "KeyAddition" (id, "questionId", answer, "addedById", "addedAt") values ('${randomUUID()}', 'pods/phase', '{}', '${person.id}', now())`,
    `insert into "Quiz" (id, "ownerId", title, "createdAt", "updatedAt") values ('${quiz}', '${person.id}', 'Pods', now(), now())`,
    `insert into "QuizVersion" ("quizId", version, content, "createdAt") values ('${quiz}', 1, '{}', now())`,
    `insert into "Assignment" (id, "classId", kind, title, "quizId", "opensAt", "dueAt", "createdById", "createdAt") values ('${id.assignment}', '${id.class}', 'quiz', 'Pods', '${quiz}', now(), now(), '${person.id}', now())`,
    `insert into "Attempt" ("userId", id, "assignmentId", number, "quizVersion", "startedAt") values ('${person.id}', '${id.attempt}', '${id.assignment}', 1, 1, now()), ('${other.id}', '${id.attempt}', '${id.assignment}', 1, 1, now())`,
    `insert into "AttemptAnswer" ("userId", "attemptId", position, "questionId", "questionVersion", seed, points) values ('${person.id}', '${id.attempt}', 0, 'pods/phase', 1, 's', 1)`,
    `insert into "AttemptEvent" ("userId", "attemptId", id, at, kind) values ('${person.id}', '${id.attempt}', '${randomUUID()}', now(), 'started')`,
    `begin; select set_config('reconcile.cause', 'marked', true), set_config('reconcile.actor', '${person.id}', true);
     insert into "ItemGrade" ("userId", "attemptId", position, "gradedVersion", outcome, points, graded, "markedById", comment, "gradedAt")
     values ('${person.id}', '${id.attempt}', 0, 1, 'right', 1, '{"detail": {"text": "${WORDS}"}}', '${person.id}', '${WORDS}', now()), ('${other.id}', '${id.attempt}', 0, 1, 'right', 1, '{}', '${person.id}', null, now());
     insert into "AssignmentGrade" ("userId", "assignmentId", points, "maxPoints", "updatedAt") values ('${person.id}', '${id.assignment}', 1, 1, now()); commit`,
    `insert into "HomeworkResult" ("userId", "assignmentId", reached, wanted, "settledAt") values ('${person.id}', '${id.assignment}', 1, 1, now())`,
    `insert into "Regrade" (id, "assignmentId", cause, policy, state, "createdById", "createdAt") values ('${regrade}', '${id.assignment}', 'key', 'replace', 'applied', '${person.id}', now())`,
    `insert into "RegradeChange" ("regradeId", "userId", "attemptId", position, before, after) values ('${regrade}', '${person.id}', '${id.attempt}', 0, '{}', '{}')`,
    `insert into "Appeal" ("userId", "attemptId", position, id, "assignmentId", text, "createdAt") values ('${person.id}', '${id.attempt}', 0, '${randomUUID()}', '${id.assignment}', 't', now())`,
    `insert into "Appeal" ("userId", "attemptId", position, id, "assignmentId", text, "createdAt", "answeredById") values ('${other.id}', '${id.attempt}', 0, '${randomUUID()}', '${id.assignment}', 't', now(), '${person.id}')`,
    `insert into "rate_limit" (key, points) values ('password-person:${person.id}', 1), ('sign-in-account:${person.email ?? ""}', 1)`,
  ];
  for (const statement of statements) await databasePool().query(statement);
}

async function tablesNaming(texts: readonly string[]): Promise<string[]> {
  const { rows } = await databasePool().query<{ name: string }>(
    `select table_name as name from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
  );
  const found: string[] = [];
  for (const { name } of rows) {
    const { rowCount } = await databasePool().query(
      `select 1 from "${name}" t
        where exists (select 1 from unnest($1::text[]) word where position(word in t::text) > 0) limit 1`,
      [texts],
    );
    if (rowCount) found.push(name);
  }
  return found;
}

test("nothing of a deleted person is left in any table but their bare id in the audit of grades", async () => {
  const person = await aPerson({ password: "a long password", role: "instructor" });
  const other = await aPerson({ role: "instructor" });
  await leaveTraces(person, other);

  const named = new Set(await tablesNaming([person.id]));
  const untraced = (await personColumns()).filter(({ table }) => !named.has(table));
  expect(untraced, "tables that can name a person and where this test leaves no trace").toEqual([]);

  await deleteAccount(person, { confirmation: person.email, password: "a long password" }, FRESH);
  expect(await tablesNaming([person.id])).toEqual(["GradeAudit"]);
  expect(await tablesNaming([person.email, WORDS])).toEqual([]);
});

test("every table that can name a person by userId is in the file of everything, or said why not", async () => {
  const known = new Set([
    ...EXPORTED_TABLES.map(({ table }) => table),
    ...Object.keys(NOT_EXPORTED),
  ]);
  const missing = (await personColumns()).filter(
    ({ table, column }) => column === "userId" && !known.has(table),
  );
  expect(missing).toEqual([]);
});

test("sessions of a deleted person end at once", async () => {
  const person = await aPerson({ password: "a long password" });
  await deleteAccount(person, { confirmation: person.email, password: "a long password" }, FRESH);
  expect(await findSessionPerson({ userId: person.id, sessionVersion: 0 })).toBeNull();
});

test("a class's quiz goes to another of its instructors", async () => {
  const person = await aPerson({ password: "a long password", role: "instructor" });
  const other = await aPerson({ role: "instructor" });
  await leaveTraces(person, other);
  await deleteAccount(person, { confirmation: person.email, password: "a long password" }, FRESH);
  expect(await database().quiz.count({ where: { ownerId: other.id } })).toBe(1);
});

const refusal = async (attempt: Promise<unknown>) => {
  const error: unknown = await attempt.catch((reason: unknown) => reason);
  return error instanceof AppError ? [error.code, Object.keys(error.fields ?? {})] : error;
};

test("a wrong password deletes nothing", async () => {
  const person = await aPerson({ password: "a long password" });
  const input = { confirmation: person.email, password: "another one" };
  expect(await refusal(deleteAccount(person, input, FRESH))).toEqual(["invalid", ["password"]]);
  expect(await database().user.count({ where: { id: person.id } })).toBe(1);
});

test("whoever does not type their address deletes nothing", async () => {
  const person = await aPerson({ password: "a long password" });
  const input = { confirmation: "yes", password: "a long password" };
  expect(await refusal(deleteAccount(person, input, FRESH))).toEqual(["invalid", ["confirmation"]]);
});

test("without a password only a fresh sign-in will do", async () => {
  const person = await aPerson();
  const input = { confirmation: person.email, password: "" };
  const stale = { signedInAt: START, now: new Date(START.getTime() + 11 * 60_000) };
  expect(await refusal(deleteAccount(person, input, stale))).toEqual(["forbidden", []]);
  await deleteAccount(person, input, FRESH);
  expect(await database().user.count({ where: { id: person.id } })).toBe(0);
});

test("a guest types a word", async () => {
  const guest = await aGuest();
  await deleteAccount(guest, { confirmation: "delete", password: "" }, FRESH);
  expect(await database().user.count({ where: { id: guest.id } })).toBe(0);
});

test("the only instructor of a class with others in it cannot go", async () => {
  const person = await aPerson({ password: "a long password", role: "instructor" });
  const student = await aPerson();
  const classId = randomUUID();
  await databasePool().query(
    `insert into "Class" (id, name, "timeZone", "createdAt") values ('${classId}', 'K8s', 'UTC', now());
     insert into "Member" ("userId", "classId", role, "joinedAt")
     values ('${person.id}', '${classId}', 'instructor', now()), ('${student.id}', '${classId}', 'student', now())`,
  );
  const input = { confirmation: person.email, password: "a long password" };
  expect(await refusal(deleteAccount(person, input, FRESH))).toEqual(["conflict", []]);
});

test("the only admin of the server cannot go", async () => {
  const admin = await aPerson({ password: "a long password", role: "admin" });
  const input = { confirmation: admin.email, password: "a long password" };
  expect(await refusal(deleteAccount(admin, input, FRESH))).toEqual(["conflict", []]);
});
