import { randomBytes, randomUUID } from "node:crypto";
import type { APIRequestContext, PlaywrightWorkerArgs } from "@playwright/test";
import { v7 as uuidV7 } from "uuid";

import { JOIN_CODE_ALPHABET } from "@/lib/domain/classes/join-code";
import { ACCESS_ROLES, type AccessRole, type AccessWorld } from "@/tests/access/access-roles";

import { aPerson, signIn, sql, type TestPerson } from "./people";

type Caller = { request: APIRequestContext; person: TestPerson | null };
export type Callers = Record<AccessRole, Caller>;

const SERVER_ROLES = { instructor: "instructor", colleague: "instructor", admin: "admin" } as const;

/** One browser session for each role; the same for every request. */
export async function openCallers(
  { playwright }: Pick<PlaywrightWorkerArgs, "playwright">,
  baseURL: string,
): Promise<Callers> {
  const entries = ACCESS_ROLES.map(async (role): Promise<[AccessRole, Caller]> => {
    const request = await playwright.request.newContext({ baseURL });
    if (role === "visitor") return [role, { request, person: null }];
    if (role === "guest") {
      await signInAsGuest(request);
      return [role, { request, person: null }];
    }
    const serverRole = role in SERVER_ROLES ? SERVER_ROLES[role as "admin"] : "learner";
    const person = await aPerson({ name: `Access ${role}`, role: serverRole });
    await signIn(request, person);
    return [role, { request, person }];
  });
  return Object.fromEntries(await Promise.all(entries)) as Callers;
}

async function signInAsGuest(request: APIRequestContext): Promise<void> {
  const csrf = (await (await request.get("/api/auth/csrf")).json()) as { csrfToken: string };
  const form = { csrfToken: csrf.csrfToken, json: "true", callbackUrl: "/" };
  await request.post("/api/auth/callback/guest", { form });
}

/** Words that only those may read who may see the class. */
export type Secrets = { className: string; description: string; targetName: string };

const idOf = (callers: Callers, role: AccessRole): string => {
  const { person } = callers[role];
  if (!person) throw new Error(`A ${role} is nobody in particular`);
  return person.id;
};

/** A class of its own for one request, with a student's open attempt. */
export async function makeWorld(callers: Callers): Promise<AccessWorld & { secrets: Secrets }> {
  const secret = randomUUID();
  const secrets = {
    className: `Class ${secret}`,
    description: `About ${secret}`,
    targetName: `Target ${secret}`,
  };
  const world: AccessWorld = {
    classId: randomUUID(),
    joinCode: Array.from(randomBytes(8), (byte) =>
      JOIN_CODE_ALPHABET.charAt(byte % JOIN_CODE_ALPHABET.length),
    ).join(""),
    inviteToken: randomUUID(),
    sectionId: randomUUID(),
    expectedEmail: `${randomUUID()}@example.org`,
    targetId: randomUUID(),
    targetReportId: randomUUID(),
    quizId: randomUUID(),
    assignmentId: randomUUID(),
    homeworkId: randomUUID(),
    attemptId: uuidV7(),
    ownBankId: `own-${randomBytes(6).toString("hex")}`,
    draftId: randomUUID(),
    ...(await twoQuestions()),
  };
  await plant(world, secrets, callers);
  return { ...world, secrets };
}

const STUDY_RULE = {
  kind: "reviews",
  scope: { by: "all" },
  perDay: 20,
  days: 7,
  credit: "proportional",
  points: 10,
};

async function twoQuestions() {
  const [first, second] = await sql<{ id: string; bankId: string }>(
    `select q.id, q."bankId" from "Question" q join "Bank" b on b.id = q."bankId"
      where q."retiredAt" is null and b."retiredAt" is null and b."ownerId" is null and b.position < 99
      order by q.id limit 2`,
  );
  if (!first || !second) throw new Error("There are no questions");
  return { questionId: first.id, bankId: first.bankId, assignedQuestionId: second.id };
}

async function plant(world: AccessWorld, secrets: Secrets, callers: Callers): Promise<void> {
  const instructorId = idOf(callers, "instructor");
  const studentId = idOf(callers, "student");
  const content = {
    sections: [{ items: [{ type: "question", questionId: world.assignedQuestionId, points: 1 }] }],
  };
  await sql(
    `insert into "Class" (id, name, description, "timeZone", "joinCode", "inviteToken", "createdAt")
     values ($1, $2, $3, 'UTC', $4, $5, now())`,
    [world.classId, secrets.className, secrets.description, world.joinCode, world.inviteToken],
  );
  await sql(
    `with person as (insert into "User" (id, email, name, "createdAt")
                     values ($1, $2, $3, now()) returning id)
     insert into "StudySettings" ("userId", version, "createdAt") select id, 1, now() from person`,
    [world.targetId, `${world.targetId}@example.org`, secrets.targetName],
  );
  await sql(
    `insert into "Member" ("userId", "classId", role, "joinedAt")
     values ($2, $1, 'student', now()), ($3, $1, 'assistant', now()), ($4, $1, 'instructor', now()), ($5, $1, 'student', now())`,
    [world.classId, studentId, idOf(callers, "assistant"), instructorId, world.targetId],
  );
  await sql(`insert into "Section" (id, "classId", name) values ($2, $1, 'Lab A')`, [
    world.classId,
    world.sectionId,
  ]);
  await sql(
    `insert into "RosterEntry" ("classId", email, "tokenHash", "createdAt") values ($1, $2, $3, now())`,
    [world.classId, world.expectedEmail, randomUUID()],
  );
  await sql(
    `insert into "ProblemReport" ("userId", id, "questionId", "questionVersion", seed, kind, text, "createdAt")
     values ($1, $2, $3, 1, 's', 'unclear', '', now())`,
    [world.targetId, world.targetReportId, world.questionId],
  );
  await sql(
    `with quiz as (insert into "Quiz" (id, "ownerId", title, "createdAt", "updatedAt")
                   values ($1, $2, $3, now(), now()) returning id)
     insert into "QuizVersion" ("quizId", version, content, "createdAt") select id, 1, $4::jsonb, now() from quiz`,
    [world.quizId, instructorId, secrets.className, JSON.stringify(content)],
  );
  await plantBank(world, { instructorId, title: secrets.className });
  await plantAttempt(world, { instructorId, studentId, title: secrets.className });
}

async function plantBank(
  { ownBankId, draftId, questionId }: AccessWorld,
  { instructorId, title }: { instructorId: string; title: string },
): Promise<void> {
  await sql(
    `insert into "Bank" (id, title, description, position, "ownerId") values ($1, $2, '', 10000, $3)`,
    [ownBankId, title, instructorId],
  );
  await sql(
    `with own as (
       insert into "Question" (id, "bankId", kind, concept, "currentVersion")
       select $1 || '/own', $1, kind, concept, 1 from "Question" where id = $2 returning id)
     insert into "QuestionVersion" ("questionId", version, "contentHash", content, "createdAt")
     select own.id, 1, 'planted',
            v.content || jsonb_build_object('id', own.id, 'bank', $1::text), now()
       from own, "Question" q
       join "QuestionVersion" v on v."questionId" = q.id and v.version = q."currentVersion"
      where q.id = $2`,
    [ownBankId, questionId],
  );
  await sql(
    `insert into "QuestionDraft" ("userId", "questionId", id, "bankId", source, "baseVersion", "updatedAt")
     values ($1, $2 || '/own', $3, $2, 'id: own', 1, now())`,
    [instructorId, ownBankId, draftId],
  );
}

async function plantAttempt(
  world: AccessWorld,
  { instructorId, studentId, title }: { instructorId: string; studentId: string; title: string },
): Promise<void> {
  await sql(
    `insert into "Assignment" (id, "classId", kind, title, "quizId", "opensAt", "dueAt", "createdById", "createdAt", "publishedAt")
     values ($1, $2, 'quiz', $3, $4, now() - interval '1 hour', now() + interval '1 day', $5, now(), now())`,
    [world.assignmentId, world.classId, title, world.quizId, instructorId],
  );
  await sql(
    `insert into "Assignment" (id, "classId", kind, title, "studyRule", "opensAt", "dueAt", "createdById", "createdAt", "publishedAt")
     values ($1, $2, 'study', $3, $4, now() - interval '1 hour', now() + interval '9 days', $5, now(), now())`,
    [world.homeworkId, world.classId, title, JSON.stringify(STUDY_RULE), instructorId],
  );
  await sql(
    `insert into "Attempt" ("userId", id, "assignmentId", number, "quizVersion", "startedAt", "deadlineAt")
     values ($1, $2, $3, 1, 1, now(), now() + interval '1 day')`,
    [studentId, world.attemptId, world.assignmentId],
  );
  await sql(
    `insert into "AttemptAnswer" ("userId", "attemptId", position, "questionId", "questionVersion", seed, points)
     select $1, $2, 0, id, "currentVersion", 'seed', 1 from "Question" where id = $3`,
    [studentId, world.attemptId, world.assignedQuestionId],
  );
}
