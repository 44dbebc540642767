import { randomUUID } from "node:crypto";

import { aPerson, sql, type TestPerson } from "./people";

type Grade = { points: number | null; excused?: boolean; override?: number };

export type PlantedGradebook = {
  classId: string;
  instructor: TestPerson;
  students: { ada: TestPerson; bo: TestPerson };
};

/** Points of each quiz. */
const MOST = 10;
const QUESTION = "journey/agent-on-a-node";

/** A class with an instructor, two students, and work of which some is marked, released, excused or missing. */
export async function plantGradebook(): Promise<PlantedGradebook> {
  const instructor = await aPerson({ name: "Ina Instructor", role: "instructor" });
  const ada = await aPerson({ name: "Ada Able" });
  const bo = await aPerson({ name: "Bo Behind" });
  const classId = randomUUID();
  await sql(
    `insert into "Class" (id, name, "timeZone", "createdAt") values ($1, 'Graded class', 'UTC', now())`,
    [classId],
  );
  await sql(
    `insert into "Member" ("userId", "classId", role, "joinedAt")
     values ($2, $1, 'instructor', now()), ($3, $1, 'student', now() - interval '20 days'),
            ($4, $1, 'student', now() - interval '20 days')`,
    [classId, instructor.id, ada.id, bo.id],
  );
  const by = { classId, instructorId: instructor.id };
  const pods = await plantAssignment({
    ...by,
    title: "Pods quiz",
    closedDaysAgo: 10,
    isReleased: true,
  });
  const services = await plantAssignment({
    ...by,
    title: "Services quiz",
    closedDaysAgo: 5,
    isReleased: true,
  });
  const exam = await plantAssignment({
    ...by,
    title: "Final exam",
    closedDaysAgo: 1,
    isReleased: false,
  });
  await plantGrade(pods, ada, { points: 9 });
  await plantGrade(services, ada, { points: 5, override: 7 });
  await plantGrade(exam, ada, { points: 10 });
  await plantGrade(pods, bo, { points: 0 });
  await plantGrade(services, bo, { points: null, excused: true });
  return { classId, instructor, students: { ada, bo } };
}

type Draft = {
  classId: string;
  instructorId: string;
  title: string;
  closedDaysAgo: number;
  isReleased: boolean;
};

async function plantAssignment(draft: Draft): Promise<string> {
  const { classId, instructorId, title, closedDaysAgo, isReleased } = draft;
  const [id, quizId] = [randomUUID(), randomUUID()];
  const items = [{ type: "question", questionId: QUESTION, points: MOST }];
  await sql(
    `with quiz as (insert into "Quiz" (id, "ownerId", title, "createdAt", "updatedAt")
                   values ($1, $2, $3, now(), now()) returning id)
     insert into "QuizVersion" ("quizId", version, content, "createdAt")
     select id, 1, $4::jsonb, now() from quiz`,
    [quizId, instructorId, title, JSON.stringify({ sections: [{ items }] })],
  );
  await sql(
    `insert into "Assignment" (id, "classId", kind, title, "quizId", "opensAt", "dueAt", "sectionIds",
            "createdById", "createdAt", "publishedAt", "releasedAt")
     values ($1, $2, 'quiz', $3, $4, now() - interval '20 days', now() - make_interval(days => $5), '{}',
             $6, now(), now(), case when $7 then now() end)`,
    [id, classId, title, quizId, closedDaysAgo, instructorId, isReleased],
  );
  return id;
}

/** With its entry in the audit, which a grade cannot be without. */
async function plantGrade(assignmentId: string, { id }: TestPerson, grade: Grade): Promise<void> {
  const { points, excused = false, override = null } = grade;
  await sql(
    `with cause as (select set_config('reconcile.cause', 'submitted', true) as said)
     insert into "AssignmentGrade" ("userId", "assignmentId", points, "maxPoints", excused, override,
            "overrideReason", "updatedAt")
     select $1, $2, $3::float8, ${MOST}, $4, $5::float8,
            case when $5::float8 is not null then 'Talked it over' end, now()
       from cause where said is not null`,
    [id, assignmentId, points, excused, override],
  );
}

/** A quiz of one question with options that twelve students have handed in and that is marked. */
export async function plantAnswers({ classId, instructor }: PlantedGradebook) {
  const [question] = await sql<{ id: string; version: number }>(
    `select q.id, q."currentVersion" as version
       from "Question" q
       join "QuestionVersion" v on v."questionId" = q.id and v.version = q."currentVersion"
       join "Bank" b on b.id = q."bankId"
      where q."retiredAt" is null and b."ownerId" is null and v.content ->> 'kind' = 'single'
      order by q.id limit 1`,
  );
  if (!question) throw new Error("There is no question with options");
  const assignmentId = await plantAssignment({
    classId,
    instructorId: instructor.id,
    title: "Options quiz",
    closedDaysAgo: 2,
    isReleased: true,
  });
  for (let turn = 0; turn < 12; turn++) {
    const student = await aPerson({ name: `Student ${turn}` });
    await sql(
      `with member as (
         insert into "Member" ("userId", "classId", role, "joinedAt") values ($1, $2, 'student', now())),
       attempt as (
         insert into "Attempt" ("userId", id, "assignmentId", number, "quizVersion", state, "startedAt",
                "submittedAt", "submittedBy")
         values ($1, $3, $4, 1, 1, 'submitted', now() - interval '3 days', now() - interval '3 days', 'learner'))
       insert into "AttemptAnswer" ("userId", "attemptId", position, "questionId", "questionVersion",
              seed, points, answer, "spentMs")
       values ($1, $3, 0, $5, $6, 'seed', ${MOST}, $7::jsonb, 60000)`,
      [
        student.id,
        classId,
        student.id,
        assignmentId,
        question.id,
        question.version,
        JSON.stringify({ kind: "single", pick: turn % 2 }),
      ],
    );
    await sql(
      `with cause as (select set_config('reconcile.cause', 'submitted', true) as said)
       insert into "ItemGrade" ("userId", "attemptId", position, "gradedVersion", outcome, score,
              points, graded, "gradedAt")
       select $1, $1, 0, $2, 'right', $3::float8, ${MOST}, '{}', now() from cause where said is not null`,
      [student.id, question.version, turn % 2],
    );
    await plantGrade(assignmentId, student, { points: MOST * (turn % 2) });
  }
  return { assignmentId, questionId: question.id };
}
