import { randomUUID } from "node:crypto";
import { encode } from "next-auth/jwt";
import pg from "pg";

import { BENCH_SECRET } from "@/scripts/bench/bench-server";

export type BenchStudent = { id: string; cookie: string };
export type BenchClass = { assignmentId: string; students: BenchStudent[] };

const KINDS = ["short", "single", "multiple", "kubectl"];

/** A class of signed-in students, and a quiz of the product's own questions that is open for a day. */
export async function plantClass(
  databaseUrl: string,
  { students, questions }: { students: number; questions: number },
): Promise<BenchClass> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const people = await plantPeople(client, students);
    const { rows } = await client.query<{ id: string }>(
      `select q.id from "Question" q
         join "QuestionVersion" v on v."questionId" = q.id and v.version = q."currentVersion"
        where q."retiredAt" is null and v.content ->> 'kind' = any ($1) order by q.id limit $2`,
      [KINDS, questions],
    );
    if (rows.length < questions) throw new Error(`There are only ${rows.length} questions to ask`);
    const assignmentId = await plantAssignment(
      client,
      people,
      rows.map(({ id }) => id),
    );
    return {
      assignmentId,
      students: await Promise.all(
        people.map(async (id) => ({ id, cookie: await sessionCookie(id) })),
      ),
    };
  } finally {
    await client.end();
  }
}

async function plantPeople(client: pg.Client, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => randomUUID());
  await client.query(
    `with people as (
       insert into "User" (id, name, email, role, "createdAt")
       select id, 'Student', id || '@example.org', 'learner', now() from unnest($1::uuid[]) id
       returning id)
     insert into "StudySettings" ("userId", version, "createdAt") select id, 1, now() from people`,
    [ids],
  );
  return ids;
}

async function plantAssignment(
  client: pg.Client,
  people: readonly string[],
  questionIds: readonly string[],
): Promise<string> {
  const [classId, quizId, assignmentId] = [randomUUID(), randomUUID(), randomUUID()];
  const owner = people[0];
  const items = questionIds.map((questionId) => ({ type: "question", questionId, points: 1 }));
  const content = { instructions: "", sections: [{ title: "", shuffle: true, items }] };
  await client.query(
    `insert into "Class" (id, name, "timeZone", "createdAt") values ($1, 'Bench', 'UTC', now())`,
    [classId],
  );
  await client.query(
    `insert into "Member" ("userId", "classId", role, "joinedAt")
     select id, $2, 'student', now() from unnest($1::uuid[]) id`,
    [people, classId],
  );
  await client.query(
    `insert into "Quiz" (id, "ownerId", title, "createdAt", "updatedAt")
     values ($1, $2, 'Bench', now(), now())`,
    [quizId, owner],
  );
  await client.query(
    `insert into "QuizVersion" ("quizId", version, content, "createdAt") values ($1, 1, $2, now())`,
    [quizId, content],
  );
  await client.query(
    `insert into "Assignment" (id, "classId", kind, title, "quizId", "opensAt", "dueAt", "sectionIds",
            "createdById", "createdAt", "publishedAt")
     values ($1, $2, 'quiz', 'Bench', $3, now() - interval '1 hour', now() + interval '1 day', '{}',
             $4, now(), now())`,
    [assignmentId, classId, quizId, owner],
  );
  return assignmentId;
}

async function sessionCookie(userId: string): Promise<string> {
  const token = await encode({ token: { sub: userId, sessionVersion: 0 }, secret: BENCH_SECRET });
  return `reconcile.session=${token}`;
}
