/**
 * Reading what students did at an assignment: one page of them at a time, or what
 * statistics need of all of them, in portions.
 */
import type { Outcome } from "@/lib/domain/questions/question-kind";
import type { LineFinding } from "@/lib/domain/quizzes/question-results";
import type { ResultOrder, ResultState } from "@/lib/domain/quizzes/results-query";
import { databasePool } from "@/lib/server/db/client";

export type ResultStudent = {
  userId: string;
  name: string;
  email: string;
  studentNumber: string | null;
  section: string | null;
  state: ResultState;
  attempts: number;
  /** By hand, or else as computed; null while there is nothing, or something is to be marked. */
  total: number | null;
  maxPoints: number | null;
  latePercent: number;
  isByHand: boolean;
  submittedAt: Date | null;
};

type StudentFilter = { assignmentId: string; section: string | null; text: string };

// Whom it is for, and whoever else has an attempt, as they may have left.
const STUDENTS = `
  with attempt as (
    select "userId", count(*)::int as attempts, bool_or(state = 'open') as working,
           bool_or(state = 'submitted') as submitted, max("submittedAt") as "submittedAt"
      from "Attempt" where "assignmentId" = $1 group by "userId"),
  student as (
    select m."userId", u.name, coalesce(u.email, '') as email, m."studentNumber", s.name as section,
           case when g.excused then 'excused'
                when t.working then 'open'
                when coalesce(g.override, g.points) is not null then 'marked'
                when t.submitted then 'submitted'
                else 'not-begun' end as state,
           coalesce(t.attempts, 0) as attempts, coalesce(g.override, g.points) as total,
           g."maxPoints", coalesce(g."latePercent", 0) as "latePercent",
           g.override is not null as "isByHand", t."submittedAt"
      from "Assignment" a
      join "Member" m on m."classId" = a."classId"
      join "User" u on u.id = m."userId"
      left join "Section" s on s.id = m."sectionId"
      left join attempt t on t."userId" = m."userId"
      left join "AssignmentGrade" g on g."assignmentId" = a.id and g."userId" = m."userId"
     where a.id = $1
       and (t.attempts is not null
            or m.role = 'student' and m."removedAt" is null
               and (coalesce(cardinality(a."sectionIds"), 0) = 0 or m."sectionId" = any (a."sectionIds")))
       and ($2::uuid is null or m."sectionId" = $2)
       and ($3 = '' or position(lower($3) in lower(concat_ws(' ', u.name, u.email, m."studentNumber"))) > 0))`;

const filterValues = ({ assignmentId, section, text }: StudentFilter) => [
  assignmentId,
  section,
  text,
];

/** How many students are in each state. */
export async function countResultStates(
  filter: StudentFilter,
): Promise<Partial<Record<ResultState, number>>> {
  const { rows } = await databasePool().query<{ state: ResultState; count: number }>(
    `${STUDENTS} select state, count(*)::int as count from student group by state`,
    filterValues(filter),
  );
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
}

const ORDERS: Record<ResultOrder, string> = {
  name: "lower(name)",
  total: "total asc nulls last, lower(name)",
  "-total": "total desc nulls last, lower(name)",
  "-submitted": `"submittedAt" desc nulls last, lower(name)`,
  section: "section asc nulls last, lower(name)",
};

type StudentPage = StudentFilter & {
  state: ResultState | null;
  order: ResultOrder;
  offset: number;
  limit: number;
};

export async function listResultStudents(page: StudentPage): Promise<ResultStudent[]> {
  const { rows } = await databasePool().query<ResultStudent>(
    `${STUDENTS} select * from student where $4::text is null or state = $4
      order by ${ORDERS[page.order]}, "userId" offset $5 limit $6`,
    [...filterValues(page), page.state, page.offset, page.limit],
  );
  return rows;
}

/** A question of an attempt, for the matrix. */
export type ResultItem = {
  position: number;
  questionId: string;
  spentMs: number;
  score: number | null;
  points: number;
  override: number | null;
};

export type ResultAttempt = {
  userId: string;
  id: string;
  number: number;
  submittedBy: "learner" | "deadline";
  items: ResultItem[];
};

type AskedTuple = [position: number, questionId: string, spentMs: number, points: number];
type MarkTuple = [position: number, score: number | null, points: number, override: number | null];
type AttemptRow = Omit<ResultAttempt, "items"> & {
  asked: AskedTuple[] | null;
  marks: MarkTuple[] | null;
};

/** What these people have handed in, in order of number. */
export async function listSubmittedItems(
  assignmentId: string,
  userIds: readonly string[],
): Promise<ResultAttempt[]> {
  // What was asked and its marks each from their own index, to be put together here: joined,
  // every answer of an attempt is compared with every mark of it.
  const { rows } = await databasePool().query<AttemptRow>(
    `select t."userId", t.id, t.number, t."submittedBy",
            (select json_agg(json_build_array(w.position, w."questionId", w."spentMs", w.points)
                             order by w.position)
               from "AttemptAnswer" w where w."userId" = t."userId" and w."attemptId" = t.id) as asked,
            (select json_agg(json_build_array(g.position, g.score, g.points, g.override))
               from "ItemGrade" g where g."userId" = t."userId" and g."attemptId" = t.id) as marks
       from "Attempt" t
      where t."assignmentId" = $1 and t."userId" = any ($2) and t.state = 'submitted'
      order by t."userId", t.number`,
    [assignmentId, [...userIds]],
  );
  return rows.map(({ asked, marks, ...attempt }) => ({
    ...attempt,
    items: joinMarks(asked, marks),
  }));
}

function joinMarks(asked: AskedTuple[] | null, marks: MarkTuple[] | null): ResultItem[] {
  const byPosition = new Map(marks?.map((mark) => [mark[0], mark]));
  return (asked ?? []).map(([position, questionId, spentMs, worth]) => {
    const [, score = null, points = worth, override = null] = byPosition.get(position) ?? [];
    return { position, questionId, spentMs, score, points, override };
  });
}

/** The first attempt that somebody handed in, by position. `points` holds null where it is not marked. */
export type FirstAttempt = {
  questionIds: string[];
  points: (number | null)[];
  mosts: number[];
};

const ATTEMPTS_AT_ONCE = 1_000;

// Two lists, each from its own index: a join of every answer with its mark, and the sorting
// that it takes, would cost three times as much. As text, which is split many times faster
// than arrays are parsed.
const FIRST_ATTEMPTS = `
  with first as materialized (
    select distinct on (t."userId") t."userId", t.id
      from "Attempt" t
     where t."assignmentId" = $1 and t."userId" > $2 and t.state = 'submitted'
     order by t."userId", t.number
     limit ${ATTEMPTS_AT_ONCE})
  select f."userId",
         array_to_string(array(select w."questionId" from "AttemptAnswer" w
                                where w."userId" = f."userId" and w."attemptId" = f.id
                                order by w.position), ' '),
         array_to_string(g.points, ' ', '?'), array_to_string(g.mosts, ' ')
    from first f
    cross join lateral (
      select array_agg(coalesce(g.override, g.score * g.points) order by g.position) as points,
             array_agg(g.points order by g.position) as mosts
        from "ItemGrade" g where g."userId" = f."userId" and g."attemptId" = f.id) g
   order by f."userId"`;

type FirstRow = [userId: string, questionIds: string, points: string | null, mosts: string | null];

/** The first attempts of everybody, in portions. */
export async function* readFirstAttempts(assignmentId: string): AsyncGenerator<FirstAttempt[]> {
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const { rows } = await databasePool().query<FirstRow>({
      name: "first-attempts",
      text: FIRST_ATTEMPTS,
      values: [assignmentId, after],
      rowMode: "array",
    });
    const last = rows.at(-1);
    if (!last) return;
    yield rows.map(([, questionIds, points, mosts]) => ({
      questionIds: questionIds.split(" "),
      points: (points ?? "").split(" ").map((text) => (text === "?" ? null : Number(text))),
      mosts: (mosts ?? "").split(" ").map(Number),
    }));
    if (rows.length < ATTEMPTS_AT_ONCE) return;
    [after] = last;
  }
}

export type AnswerOfQuestion = {
  version: number;
  seed: string;
  answer: unknown;
  outcome: Outcome | null;
  findings: LineFinding[] | null;
  /** Points of the whole attempt; null where something is not marked. */
  total: number | null;
};

/** What first attempts answered to one question. */
export async function listAnswersOfQuestion(
  assignmentId: string,
  questionId: string,
): Promise<AnswerOfQuestion[]> {
  const { rows } = await databasePool().query<AnswerOfQuestion>(
    `with first as materialized (
       select distinct on (t."userId") t."userId", t.id
         from "Attempt" t where t."assignmentId" = $1 and t.state = 'submitted'
        order by t."userId", t.number)
     select w."questionVersion" as version, w.seed, w.answer, g.outcome,
            g.graded -> 'detail' -> 'findings' as findings,
            (select case when bool_and(coalesce(i.override, i.score) is not null)
                         then sum(coalesce(i.override, i.score * i.points)) end
               from "ItemGrade" i
              where i."userId" = f."userId" and i."attemptId" = f.id) as total
       from first f
       join "AttemptAnswer" w on w."userId" = f."userId" and w."attemptId" = f.id and w."questionId" = $2
       left join "ItemGrade" g on g."userId" = w."userId" and g."attemptId" = w."attemptId"
                              and g.position = w.position`,
    [assignmentId, questionId],
  );
  return rows;
}

/** Whether an assignment asks it of anybody, or has asked it. */
export async function isAskedBy(assignmentId: string, questionId: string): Promise<boolean> {
  const { rows } = await databasePool().query<{ found: boolean }>(
    `select exists (select 1 from "AssignmentQuestion"
                     where "assignmentId" = $1 and "questionId" = $2)
         or exists (select 1 from "AttemptAnswer" w
                      join "Attempt" t on t."userId" = w."userId" and t.id = w."attemptId"
                     where t."assignmentId" = $1 and w."questionId" = $2) as found`,
    [assignmentId, questionId],
  );
  return rows[0]?.found ?? false;
}
