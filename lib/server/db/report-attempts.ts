import { databasePool } from "@/lib/server/db/client";

export type ReportAttempt = {
  id: string;
  assignmentId: string;
  number: number;
  submittedAt: Date;
  submittedBy: "learner" | "deadline";
  spentMs: number;
  /** Null while something is to be marked. */
  points: number | null;
  most: number;
};

/** What one student has handed in at these assignments, oldest first. */
export async function listReportAttempts(
  userId: string,
  assignmentIds: readonly string[],
): Promise<ReportAttempt[]> {
  const { rows } = await databasePool().query<ReportAttempt>(
    `select t.id, t."assignmentId", t.number, t."submittedAt", t."submittedBy", i."spentMs",
            case when i.unmarked = 0 then round(i.points::numeric, 2)::float8 end as points, i.most
       from "Attempt" t
       cross join lateral (
         select coalesce(sum(w."spentMs"), 0)::int as "spentMs",
                count(*) filter (where coalesce(g.override, g.score) is null) as unmarked,
                sum(coalesce(g.override, round((g.score * g.points)::numeric, 2)::float8)) as points,
                coalesce(sum(coalesce(g.points, w.points)), 0)::float8 as most
           from "AttemptAnswer" w
           left join "ItemGrade" g on g."userId" = w."userId" and g."attemptId" = w."attemptId"
                                  and g.position = w.position
          where w."userId" = t."userId" and w."attemptId" = t.id) i
      where t."userId" = $1 and t."assignmentId" = any ($2) and t.state = 'submitted'
      order by t."submittedAt", t.id`,
    [userId, [...assignmentIds]],
  );
  return rows;
}
