/** What tells that marks go by an older key, or other points, than there are today. */
import type { Db } from "@/lib/server/db/client";

/**
 * Questions with a version that is newer than marks go by and than the last regrade: what
 * that one left as it was, was meant to stay. Marks that people gave go by no key.
 */
export async function listNewerKeys(db: Db, assignmentId: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ questionId: string }[]>`
    select q.id as "questionId"
      from "Question" q
      join "QuestionVersion" v on v."questionId" = q.id and v.version = q."currentVersion"
     where v."createdAt" >= (select "createdAt" from "Assignment" where id = ${assignmentId}::uuid)
       and exists (
         select 1
           from "AttemptAnswer" w
           join "Attempt" a on a."userId" = w."userId" and a.id = w."attemptId"
           join "ItemGrade" g on g."userId" = w."userId" and g."attemptId" = w."attemptId"
                             and g.position = w.position
          where w."questionId" = q.id and a."assignmentId" = ${assignmentId}::uuid
            and a.state = 'submitted' and g."gradedVersion" < v.version and g.marks is null
            and not exists (
              select 1 from "Regrade" r
               where r."assignmentId" = a."assignmentId" and r.state = 'applied'
                 and r."createdAt" >= v."createdAt" and a."submittedAt" <= r."appliedAt"
                 and ((r.request ->> 'keys')::boolean or r.request -> 'questionIds' ? q.id)))`;
  return rows.map(({ questionId }) => questionId);
}

/** Whether somebody handed in an earlier version of the quiz than today's. */
export async function wasQuizChanged(db: Db, assignmentId: string): Promise<boolean> {
  const rows = await db.$queryRaw<{ found: number }[]>`
    select 1 as found from "Attempt" t
      join "Assignment" a on a.id = t."assignmentId" join "Quiz" q on q.id = a."quizId"
     where a.id = ${assignmentId}::uuid and t.state = 'submitted'
       and t."quizVersion" < q."currentVersion" limit 1`;
  return rows.length > 0;
}

/** What marks of submitted attempts are out of, by place in the quiz. */
export const listGivenPoints = (
  db: Db,
  assignmentId: string,
): Promise<{ section: number; questionId: string; points: number }[]> =>
  db.$queryRaw<{ section: number; questionId: string; points: number }[]>`
    select distinct w.section, w."questionId", g.points
      from "Attempt" a
      join "AttemptAnswer" w on w."userId" = a."userId" and w."attemptId" = a.id
      join "ItemGrade" g on g."userId" = w."userId" and g."attemptId" = w."attemptId"
                        and g.position = w.position
     where a."assignmentId" = ${assignmentId}::uuid and a.state = 'submitted'`;
