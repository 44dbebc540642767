import { LAPSES_OF_A_LEECH } from "@/lib/domain/scheduling/leech";
import { databasePool } from "@/lib/server/db/client";

export type StudentActivity = {
  userId: string;
  joinedAt: Date;
  sharesStudy: boolean;
  /** Last attempt in the class; null without any. */
  attemptedAt: Date | null;
  /** Last answer of study, and leeches: null where it is not shared. */
  studiedAt: Date | null;
  leeches: number | null;
};

// What is not shared is not even read.
const ACTIVITY = `
  select m."userId", m."joinedAt", m."sharesStudy", t.at as "attemptedAt", s.at as "studiedAt",
         case when m."sharesStudy" then s.leeches end as leeches
    from "Member" m
    left join (select t."userId", max(coalesce(t."submittedAt", t."startedAt")) as at
                 from "Attempt" t join "Assignment" a on a.id = t."assignmentId"
                where a."classId" = $1 group by t."userId") t on t."userId" = m."userId"
    left join lateral (
      select max(c."lastReviewAt") as at,
             count(*) filter (where c.lapses >= ${LAPSES_OF_A_LEECH})::int as leeches
        from "Card" c where c."userId" = m."userId") s on m."sharesStudy"
   where m."classId" = $1 and m.role = 'student' and m."removedAt" is null
     and ($2::uuid is null or m."userId" = $2)`;

/** When each student of a class, or one of them, was last seen at work, by id. */
export async function listActivity(
  classId: string,
  userId: string | null,
): Promise<Map<string, StudentActivity>> {
  const { rows } = await databasePool().query<StudentActivity>(ACTIVITY, [classId, userId]);
  return new Map(rows.map((row) => [row.userId, row]));
}
