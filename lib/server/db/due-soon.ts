import type { Accommodation } from "@/lib/domain/quizzes/attempt-window";
import { databasePool } from "@/lib/server/db/client";

export type DueWork = Accommodation & {
  userId: string;
  assignmentId: string;
  classId: string;
  className: string;
  /** The class's. */
  timeZone: string;
  /** "quiz" or "study". */
  kind: string;
  title: string;
  opensAt: Date;
  dueAt: Date;
  closesAt: Date | null;
  timeLimitSeconds: number | null;
  attemptsAllowed: number | null;
  /** How long before it is due this person wants to be told. */
  hoursBefore: number;
};

/**
 * What students have to hand in that may be due from `now` until `latest`, with what the
 * class grants them; what was published after `publishedBy` or handed in is left out.
 */
export async function listDueWork(now: Date, latest: Date, publishedBy: Date): Promise<DueWork[]> {
  const { rows } = await databasePool().query<DueWork>(
    `select m."userId", a.id as "assignmentId", a."classId", k.name as "className", k."timeZone",
            a.kind, a.title, a."opensAt", a."dueAt", a."closesAt", a."timeLimitSeconds",
            a."attemptsAllowed", m."timeMultiplier", m."extraDays", m."extraAttempts",
            coalesce(c."dueSoonHours", 24) as "hoursBefore"
       from "Assignment" a
       join "Class" k on k.id = a."classId" and k."archivedAt" is null
       join "Member" m on m."classId" = a."classId" and m.role = 'student' and m."removedAt" is null
        and (coalesce(cardinality(a."sectionIds"), 0) = 0 or m."sectionId" = any (a."sectionIds"))
       left join "NoticeChoices" c on c."userId" = m."userId"
      where a."publishedAt" <= $3 and a."archivedAt" is null and a."dueAt" < $2
        and a."dueAt" + make_interval(days => m."extraDays" + 1) > $1
        and a."dueAt" + make_interval(days => m."extraDays" - 1) < $2
        and not exists (select 1 from "Attempt" t
                         where t."assignmentId" = a.id and t."userId" = m."userId"
                           and t.state = 'submitted')
        and not exists (select 1 from "AssignmentGrade" g
                         where g."assignmentId" = a.id and g."userId" = m."userId" and g.excused)
      order by a.id, m."userId"`,
    [now, latest, publishedBy],
  );
  return rows;
}
