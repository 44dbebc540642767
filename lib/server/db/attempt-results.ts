import { type AttemptKey } from "@/lib/server/db/attempts";
import type { Db } from "@/lib/server/db/client";
import type { ItemGrade } from "@/lib/server/db/generated/client";

export type StoredItemGrade = ItemGrade;

/** The marks of an attempt, by position. */
export async function findItemGrades(
  db: Db,
  { userId, id }: AttemptKey,
): Promise<Map<number, StoredItemGrade>> {
  const rows = await db.itemGrade.findMany({ where: { userId, attemptId: id } });
  return new Map(rows.map((row) => [row.position, row]));
}

export type AssignmentClass = {
  id: string;
  name: string;
  timeZone: string;
  archivedAt: Date | null;
};

export async function getClassOfAssignment(db: Db, assignmentId: string): Promise<AssignmentClass> {
  const row = await db.assignment.findUniqueOrThrow({
    where: { id: assignmentId },
    select: { class: { select: { id: true, name: true, timeZone: true, archivedAt: true } } },
  });
  return row.class;
}

/**
 * The most days that closing moves for any student of the assignment, and whether
 * anybody is still working on it.
 */
export async function findLastWorkers(
  db: Db,
  assignmentId: string,
): Promise<{ extraDays: number; isAnyOpen: boolean }> {
  const [row] = await db.$queryRaw<{ extraDays: number | null; isAnyOpen: boolean }[]>`
    select (select max(m."extraDays") from "Assignment" a
              join "Member" m on m."classId" = a."classId"
             where a.id = ${assignmentId}::uuid and m.role = 'student' and m."removedAt" is null
               and (coalesce(cardinality(a."sectionIds"), 0) = 0 or m."sectionId" = any (a."sectionIds"))) as "extraDays",
           exists (select 1 from "Attempt" t
                    where t."assignmentId" = ${assignmentId}::uuid and t.state = 'open') as "isAnyOpen"`;
  return { extraDays: row?.extraDays ?? 0, isAnyOpen: row?.isAnyOpen ?? false };
}

export const countAttemptsAt = (db: Db, assignmentId: string): Promise<number> =>
  db.attempt.count({ where: { assignmentId } });
