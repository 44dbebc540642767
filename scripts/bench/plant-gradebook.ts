/** A class that has taken many quizzes, for measuring what its gradebook and progress cost. */
import { randomUUID } from "node:crypto";
import type pg from "pg";

export type PlantedGradebook = { classId: string; studentId: string };

type Size = { students: number; assignments: number; questions: number };

/**
 * Every student has handed in one attempt at each quiz, of the product's own questions; half of
 * the students share their study. Grades are written past the triggers, which tell of each.
 */
export async function plantGradebook(
  client: pg.Client,
  instructorId: string,
  size: Size,
): Promise<PlantedGradebook> {
  const classId = randomUUID();
  await client.query("begin");
  await client.query("set local session_replication_role = replica");
  const studentId = await plantPeople(client, { classId, instructorId }, size);
  await plantQuizzes(client, { classId, instructorId }, size);
  await plantMarks(client);
  await client.query("commit");
  await client.query("vacuum analyze");
  return { classId, studentId };
}

type Whose = { classId: string; instructorId: string };

async function plantPeople(
  client: pg.Client,
  { classId, instructorId }: Whose,
  { students }: Size,
): Promise<string> {
  await client.query(
    `create temp table pupil on commit drop as
     select gen_random_uuid() as id, n from generate_series(1, $1::int) n`,
    [students],
  );
  await client.query(
    `insert into "User" (id, name, email, role, "createdAt")
     select id, 'Pupil ' || lpad(n::text, 4, '0'), id || '@example.org', 'learner'::"Role", now() from pupil`,
  );
  await client.query(
    `insert into "StudySettings" ("userId", version, "createdAt") select id, 1, now() from pupil`,
  );
  await client.query(
    `insert into "Class" (id, name, "timeZone", "createdAt") values ($1, 'Gradebook', 'UTC', now())`,
    [classId],
  );
  await client.query(
    `insert into "Member" ("userId", "classId", role, "sharesStudy", "joinedAt")
     select id, $1::uuid, 'student'::"MemberRole", n % 2 = 0, now() - interval '90 days' from pupil
     union all select $2::uuid, $1, 'instructor', false, now()`,
    [classId, instructorId],
  );
  const { rows } = await client.query<{ id: string }>("select id from pupil order by n limit 1");
  return rows[0]?.id ?? "";
}

async function plantQuizzes(
  client: pg.Client,
  { classId, instructorId }: Whose,
  { assignments, questions }: Size,
): Promise<void> {
  await client.query(
    `create temp table given on commit drop as
     select gen_random_uuid() as id, gen_random_uuid() as "quizId", n from generate_series(1, $1::int) n`,
    [assignments],
  );
  await client.query(
    `create temp table asked on commit drop as
     select g.id as "assignmentId", g."quizId", q.id as "questionId", q."currentVersion" as version,
            row_number() over (partition by g.id order by q.id) - 1 as position
       from given g
       cross join lateral (select id, "currentVersion" from "Question"
                            where "retiredAt" is null order by md5(id || g.n) limit $1) q`,
    [questions],
  );
  await client.query(
    `insert into "Quiz" (id, "ownerId", title, "createdAt", "updatedAt")
     select "quizId", $1, 'Quiz ' || n, now(), now() from given`,
    [instructorId],
  );
  await client.query(
    `insert into "QuizVersion" ("quizId", version, content, "createdAt")
     select "quizId", 1,
            json_build_object('instructions', '', 'sections', json_build_array(json_build_object(
              'title', '', 'shuffle', true, 'items', json_agg(json_build_object(
                'type', 'question', 'questionId', "questionId", 'points', 1))))), now()
       from asked group by "quizId"`,
  );
  await client.query(
    `insert into "GradeCategory" (id, "classId", name, weight, "dropLowest", position)
     select gen_random_uuid(), $1, 'Category ' || n, n, n % 2, n from generate_series(1, 3) n`,
    [classId],
  );
  await client.query(
    `insert into "Assignment" (id, "classId", kind, title, "quizId", "opensAt", "dueAt", "sectionIds",
            "categoryId", "createdById", "createdAt", "publishedAt", "releasedAt")
     select g.id, $1, 'quiz', 'Quiz ' || g.n, g."quizId", now() - interval '80 days' + g.n * interval '1 day',
            now() - interval '79 days' + g.n * interval '1 day', '{}', c.id, $2, now(), now(), now()
       from given g
       join "GradeCategory" c on c."classId" = $1 and c.position = 1 + g.n % 3`,
    [classId, instructorId],
  );
}

async function plantMarks(client: pg.Client): Promise<void> {
  await client.query(
    `insert into "Attempt" ("userId", id, "assignmentId", number, "quizVersion", state, "startedAt",
            "submittedAt", "submittedBy")
     select p.id, gen_random_uuid(), g.id, 1, 1, 'submitted', now() - interval '80 days',
            now() - interval '80 days' + g.n * interval '1 day', 'learner'
       from pupil p cross join given g`,
  );
  await client.query(
    `insert into "AttemptAnswer" ("userId", "attemptId", position, "questionId", "questionVersion",
            seed, points, revision, answer, "savedAt", "spentMs")
     select t."userId", t.id, a.position, a."questionId", a.version, 'seed', 1, 1,
            '{"kind": "short", "text": "an answer"}', now(), 20000
       from asked a join "Attempt" t on t."assignmentId" = a."assignmentId"
      order by t."userId", t.id, a.position`,
  );
  await client.query(
    `insert into "ItemGrade" ("userId", "attemptId", position, "gradedVersion", outcome, score, points, graded, "gradedAt")
     select w."userId", w."attemptId", w.position, w."questionVersion", 'partly', random(), 1,
            '{"outcome": "partly", "score": 0.5}', now()
       from "AttemptAnswer" w
       join "Attempt" t on t."userId" = w."userId" and t.id = w."attemptId"
       join given g on g.id = t."assignmentId"
      order by w."userId", w."attemptId", w.position`,
  );
  await client.query(
    `insert into "AssignmentGrade" ("userId", "assignmentId", points, "maxPoints", "updatedAt")
     select t."userId", t."assignmentId", round(sum(i.score)::numeric, 2), count(*), now()
       from given g join "Attempt" t on t."assignmentId" = g.id
       join "ItemGrade" i on i."userId" = t."userId" and i."attemptId" = t.id
      group by t."userId", t."assignmentId"`,
  );
  await client.query(
    `insert into "Card" ("userId", "questionId", state, "dueAt", stability, difficulty, "scheduledDays",
            "learningSteps", reps, lapses, "lastReviewAt", "firstReviewAt")
     select p.id, q.id, 'review', now() + random() * interval '30 days', 5 + random() * 50, 5, 10, 0, 4, 0,
            now() - random() * interval '20 days', now() - interval '60 days'
       from pupil p
       cross join lateral (select id from "Question" where "retiredAt" is null order by md5(id || p.n) limit 300) q`,
  );
}
