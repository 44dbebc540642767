/** A class that is far larger than any, for measuring what its results and regrades cost. */
import { randomUUID } from "node:crypto";
import type pg from "pg";

import type { QuestionContent } from "@/lib/domain/questions/content";
import { drawQuestion, type DrawnQuestion } from "@/lib/domain/questions/draw-question";
import { gradeAnswer, modelAnswer, type Answer } from "@/lib/domain/questions/grade-answer";
import { parseStoredQuestion } from "@/lib/domain/questions/parse-question";

export type PlantedResults = {
  classId: string;
  assignmentId: string;
  instructorId: string;
  /** In the middle of an attempt. */
  workerIds: string[];
  questionIds: string[];
};

type Size = { students: number; questions: number; workers: number };

const KINDS = ["single", "multiple", "short", "kubectl"];
/** Different answers to each question; students give one of them each. */
const ANSWERS_PER_QUESTION = 24;
const SECTIONS = 4;

/**
 * Students who have each handed in one attempt, and some who are still working. Answers are
 * graded by the product; a student's ability and a question's difficulty decide whether the
 * answer is a right one. Grades are written past the triggers, which tell of each.
 */
export async function plantResults(client: pg.Client, size: Size): Promise<PlantedResults> {
  const questions = await chooseQuestions(client, size.questions);
  const planted = {
    classId: randomUUID(),
    assignmentId: randomUUID(),
    instructorId: randomUUID(),
    questionIds: questions.map(({ content }) => content.id),
  };
  await client.query("begin");
  await client.query("set local session_replication_role = replica");
  await plantPeople(client, planted, size);
  await plantAssignment(client, planted);
  await plantAnswers(client, questions);
  const workerIds = await plantAttempts(client, planted, size);
  await client.query("commit");
  await client.query("vacuum analyze");
  return { ...planted, workerIds };
}

type Chosen = { version: number; content: QuestionContent };

async function chooseQuestions(client: pg.Client, count: number): Promise<Chosen[]> {
  const { rows } = await client.query<{ version: number; content: unknown }>(
    `select version, content
       from (select v.version, v.content, q.id,
                    row_number() over (partition by v.content ->> 'kind' order by md5(q.id)) as place
               from "Question" q
               join "QuestionVersion" v on v."questionId" = q.id and v.version = q."currentVersion"
              where q."retiredAt" is null and v.content ->> 'kind' = any ($1)) one
      where place <= $2 order by place, id limit $3`,
    [KINDS, Math.ceil(count / KINDS.length), count],
  );
  if (rows.length < count) throw new Error(`There are only ${rows.length} questions to ask`);
  return rows.map(({ version, content }) => ({ version, content: parseStoredQuestion(content) }));
}

async function plantPeople(
  client: pg.Client,
  { classId, instructorId }: Pick<PlantedResults, "classId" | "instructorId">,
  { students, workers }: Size,
): Promise<void> {
  await client.query(
    `create temp table student on commit drop as
     select gen_random_uuid() as id, n, n > $1::int as working from generate_series(1, $1::int + $2::int) n`,
    [students, workers],
  );
  await client.query(
    `insert into "User" (id, name, email, role, "createdAt")
     select id, 'Student ' || lpad(n::text, 5, '0'), id || '@example.org', 'learner'::"Role", now() from student
     union all select $1::uuid, 'Instructor', $1 || '@example.org', 'instructor', now()`,
    [instructorId],
  );
  await client.query(
    `insert into "StudySettings" ("userId", version, "createdAt")
     select id, 1, now() from student union all select $1::uuid, 1, now()`,
    [instructorId],
  );
  await client.query(
    `insert into "Class" (id, name, "timeZone", "createdAt") values ($1, 'Bench', 'UTC', now())`,
    [classId],
  );
  await client.query(
    `insert into "Section" (id, "classId", name)
     select gen_random_uuid(), $1, 'Section ' || n from generate_series(1, ${SECTIONS}) n`,
    [classId],
  );
  await client.query(
    `insert into "Member" ("userId", "classId", role, "sectionId", "joinedAt")
     select s.id, $1, 'student'::"MemberRole", x.id, now()
       from student s
       join (select id, row_number() over (order by name) as place from "Section" where "classId" = $1) x
         on x.place = 1 + s.n % ${SECTIONS}
     union all select $2::uuid, $1, 'instructor', null, now()`,
    [classId, instructorId],
  );
}

async function plantAssignment(
  client: pg.Client,
  { classId, assignmentId, instructorId, questionIds }: Omit<PlantedResults, "workerIds">,
): Promise<void> {
  const items = questionIds.map((questionId) => ({ type: "question", questionId, points: 1 }));
  const quizId = randomUUID();
  await client.query(
    `insert into "Quiz" (id, "ownerId", title, "createdAt", "updatedAt")
     values ($1, $2, 'Bench', now(), now())`,
    [quizId, instructorId],
  );
  await client.query(
    `insert into "QuizVersion" ("quizId", version, content, "createdAt") values ($1, 1, $2, now())`,
    [quizId, { instructions: "", sections: [{ title: "", shuffle: true, items }] }],
  );
  await client.query(
    `insert into "Assignment" (id, "classId", kind, title, "quizId", "opensAt", "dueAt", "sectionIds",
            "createdById", "createdAt", "publishedAt")
     values ($1, $2, 'quiz', 'Bench', $3, now() - interval '1 hour', now() + interval '1 day', '{}',
             $4, now(), now())`,
    [assignmentId, classId, quizId, instructorId],
  );
}

/** What may be answered to each question, with what the grader says of it. */
async function plantAnswers(client: pg.Client, questions: readonly Chosen[]): Promise<void> {
  const rows = questions.flatMap(({ version, content }, place) =>
    Array.from({ length: ANSWERS_PER_QUESTION }, (_, turn) => {
      const seed = `bench ${turn}`;
      const drawn = drawQuestion(content, seed);
      const answer = turn % 2 === 0 ? modelAnswer(drawn) : wrongAnswer(drawn, turn);
      const graded = gradeAnswer(drawn, answer);
      const { outcome, score } = graded;
      return { place, version, questionId: content.id, seed, answer, outcome, score, graded };
    }),
  );
  await client.query(
    `create temp table given on commit drop as
     select *, outcome in ('right', 'right-with-extras') as is_right
       from json_to_recordset($1::json)
         as g (place int, version int, "questionId" text, seed text, answer jsonb, outcome text,
               score float8, graded jsonb)`,
    [JSON.stringify(rows)],
  );
}

function wrongAnswer(drawn: DrawnQuestion, turn: number): Answer {
  if (drawn.kind === "single") {
    return { kind: "single", pick: (drawn.body.correct + turn) % drawn.body.options.length };
  }
  if (drawn.kind === "multiple") {
    return { kind: "multiple", picks: [turn % drawn.body.options.length] };
  }
  if (drawn.kind === "kubectl") {
    const { nearMisses, task } = drawn.body;
    const text = nearMisses[turn % Math.max(1, nearMisses.length)]?.answer;
    return { kind: "kubectl", text: text ?? `${task.accept[0] ?? ""} --wrong=${turn}` };
  }
  return { kind: "short", text: `no such thing ${turn}` };
}

/** Each question at a place that differs between students, as in a quiz that is shuffled. */
async function plantAttempts(
  client: pg.Client,
  { assignmentId, questionIds }: Omit<PlantedResults, "workerIds">,
  { students }: Size,
): Promise<string[]> {
  await client.query("select setseed(0.5)");
  await client.query(
    `insert into "Attempt" ("userId", id, "assignmentId", number, "quizVersion", state, "startedAt",
            "deadlineAt", "submittedAt", "submittedBy")
     select id, gen_random_uuid(), $1, 1, 1, case when working then 'open' else 'submitted' end, now(),
            now() + interval '1 day', case when not working then now() end,
            case when not working then 'learner' end
       from student order by n`,
    [assignmentId],
  );
  await client.query(
    `create temp table sat on commit drop as
     select t."userId", t.id as "attemptId", s.working, q as place, (q + s.n) % $2::int as position,
            random() < 1 / (1 + exp(3.0 * q / $2::int - 1.5 - 4.0 * (s.n::float8 / $3::int - 0.5))) as is_right,
            floor(random() * ${ANSWERS_PER_QUESTION})::int as turn
       from "Attempt" t join student s on s.id = t."userId"
       cross join generate_series(0, $2::int - 1) q
      where t."assignmentId" = $1 order by t."userId", t.id, position`,
    [assignmentId, questionIds.length, students],
  );
  await client.query(
    `create temp table chosen on commit drop as
     select *, row_number() over (partition by place, is_right order by seed) - 1 as turn,
            count(*) over (partition by place, is_right) as turns
       from given`,
  );
  await client.query(
    `insert into "AttemptAnswer" ("userId", "attemptId", position, "questionId", "questionVersion",
            seed, points, revision, answer, "savedAt", "spentMs")
     select s."userId", s."attemptId", s.position, c."questionId", c.version, c.seed, 1, 1,
            c.answer, now(), 20000
       from sat s join chosen c on c.place = s.place and c.is_right = s.is_right
                               and c.turn = s.turn % c.turns
      order by s."userId", s."attemptId", s.position`,
  );
  await client.query(
    `insert into "ItemGrade" ("userId", "attemptId", position, "gradedVersion", outcome, score, points, graded, "gradedAt")
     select s."userId", s."attemptId", s.position, c.version, c.outcome, c.score, 1, c.graded, now()
       from sat s join chosen c on c.place = s.place and c.is_right = s.is_right
                               and c.turn = s.turn % c.turns
      where not s.working order by s."userId", s."attemptId", s.position`,
  );
  await client.query(
    `insert into "AssignmentGrade" ("userId", "assignmentId", points, "maxPoints", "updatedAt")
     select t."userId", $1, round(sum(g.score * g.points)::numeric, 2), $2, now()
       from "Attempt" t join "ItemGrade" g on g."userId" = t."userId" and g."attemptId" = t.id
      where t."assignmentId" = $1 group by t."userId"`,
    [assignmentId, questionIds.length],
  );
  const { rows } = await client.query<{ id: string }>("select id from student where working");
  return rows.map(({ id }) => id);
}
