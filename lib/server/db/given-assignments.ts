import type { Accommodation } from "@/lib/domain/quizzes/attempt-window";
import { databasePool } from "@/lib/server/db/client";

export type GivenAssignment = Accommodation & {
  id: string;
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
  isHandedIn: boolean;
};

/** Nobody has more than this many at once. */
const MOST_GIVEN = 500;

/**
 * What is assigned to somebody as a student in any of their classes and due from `since`
 * on, soonest first, each with what the class grants them.
 */
export async function listGivenAssignments(
  userId: string,
  since: Date,
): Promise<GivenAssignment[]> {
  const { rows } = await databasePool().query<GivenAssignment>(
    `select a.id, a."classId", k.name as "className", k."timeZone", a.kind, a.title, a."opensAt", a."dueAt",
            a."closesAt", a."timeLimitSeconds", a."attemptsAllowed",
            m."timeMultiplier", m."extraDays", m."extraAttempts",
            exists (select 1 from "Attempt" t
                     where t."assignmentId" = a.id and t."userId" = m."userId"
                       and t.state = 'submitted') as "isHandedIn"
       from "Member" m
       join "Class" k on k.id = m."classId" and k."archivedAt" is null
       join "Assignment" a on a."classId" = m."classId"
        and a."publishedAt" is not null and a."archivedAt" is null
        and (coalesce(cardinality(a."sectionIds"), 0) = 0 or m."sectionId" = any (a."sectionIds"))
      where m."userId" = $1 and m.role = 'student' and m."removedAt" is null
        and a."dueAt" + make_interval(days => m."extraDays" + 1) >= $2::timestamptz
      order by a."dueAt", a.id limit ${MOST_GIVEN}`,
    [userId, since],
  );
  return rows;
}
