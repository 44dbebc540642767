import type { Outcome } from "@/lib/domain/questions/question-kind";
import type { LineFinding } from "@/lib/domain/quizzes/quiz-results";
import { databasePool } from "@/lib/server/db/client";

/** A question of an attempt: shown in the matrix, and counted in the figures when it is of a first attempt. */
export type ResultRowItem = {
  position: number;
  questionId: string;
  version: number;
  seed: string;
  answer: unknown;
  spentMs: number;
  outcome: Outcome | null;
  score: number | null;
  points: number;
  override: number | null;
  findings: LineFinding[] | null;
};

export type ResultRowAttempt = {
  id: string;
  number: number;
  state: "open" | "submitted";
  submittedBy: "learner" | "deadline" | null;
  submittedAt: string | null;
  items: ResultRowItem[];
};

export type ResultRow = {
  userId: string;
  name: string;
  section: string | null;
  points: number | null;
  maxPoints: number | null;
  latePercent: number | null;
  override: number | null;
  excused: boolean | null;
  /** In order of number. */
  attempts: ResultRowAttempt[];
};

/**
 * Everything that the results of an assignment say, in one statement: its students, by
 * name, and whoever else has an attempt, as they may have left.
 */
export async function listResults(assignmentId: string): Promise<ResultRow[]> {
  const { rows } = await databasePool().query<ResultRow>(
    `with attempt as (
       select t."userId", json_agg(json_build_object(
                'id', t.id, 'number', t.number, 'state', t.state, 'submittedBy', t."submittedBy",
                'submittedAt', t."submittedAt", 'items', coalesce(i.items, '[]'))
              order by t.number) as attempts
         from "Attempt" t
         cross join lateral (
           select json_agg(json_build_object(
                    'position', w.position, 'questionId', w."questionId",
                    'version', w."questionVersion", 'seed', w.seed, 'answer', w.answer,
                    'spentMs', w."spentMs", 'outcome', g.outcome, 'score', g.score,
                    'points', coalesce(g.points, w.points), 'override', g.override,
                    'findings', g.graded -> 'detail' -> 'findings') order by w.position) as items
             from "AttemptAnswer" w
             left join "ItemGrade" g on g."userId" = w."userId" and g."attemptId" = w."attemptId"
                                    and g.position = w.position
            where w."userId" = t."userId" and w."attemptId" = t.id) i
        where t."assignmentId" = $1
        group by t."userId")
     select m."userId", u.name, s.name as section, g.points, g."maxPoints", g."latePercent",
            g.override, g.excused, coalesce(t.attempts, '[]') as attempts
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
      order by u.name, m."userId"`,
    [assignmentId],
  );
  return rows;
}
