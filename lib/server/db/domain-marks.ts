import { databasePool } from "@/lib/server/db/client";

export type DomainMark = {
  userId: string;
  domain: string;
  answers: number;
  /** Points that were had, and that could be. */
  points: number;
  most: number;
};

type DomainMarksQuery = {
  classId: string;
  /** One student, or all. */
  userId: string | null;
  /** These assignments, or all of the class. */
  assignmentIds: readonly string[] | null;
  /** A question of two domains counts in both. */
  questions: readonly { questionId: string; domain: string }[];
};

// The latest attempt says what somebody knows now.
const DOMAIN_MARKS = `
  with sat as materialized (
    select distinct on (t."assignmentId", t."userId") t."userId", t.id
      from "Assignment" a join "Attempt" t on t."assignmentId" = a.id
     where a."classId" = $1 and a."archivedAt" is null and t.state = 'submitted'
       and ($2::uuid is null or t."userId" = $2) and ($3::uuid[] is null or a.id = any ($3))
     order by t."assignmentId", t."userId", t.number desc)
  select s."userId", d.domain, count(*)::int as answers,
         sum(coalesce(g.override, g.score * g.points)) as points, sum(g.points) as most
    from sat s
    join "AttemptAnswer" w on w."userId" = s."userId" and w."attemptId" = s.id
    join "ItemGrade" g on g."userId" = w."userId" and g."attemptId" = w."attemptId"
                      and g.position = w.position
    join unnest($4::text[], $5::text[]) d ("questionId", domain) on d."questionId" = w."questionId"
   where coalesce(g.override, g.score) is not null
   group by s."userId", d.domain`;

/** How students of a class did at its quizzes, by domain of the curriculum. */
export async function listDomainMarks(query: DomainMarksQuery): Promise<DomainMark[]> {
  const { classId, userId, assignmentIds, questions } = query;
  const { rows } = await databasePool().query<DomainMark>(DOMAIN_MARKS, [
    classId,
    userId,
    assignmentIds === null ? null : [...assignmentIds],
    questions.map(({ questionId }) => questionId),
    questions.map(({ domain }) => domain),
  ]);
  return rows;
}
