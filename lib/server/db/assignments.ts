import type { Accommodation, AssignmentDates } from "@/lib/domain/quizzes/attempt-window";
import type { StoredAttempt } from "@/lib/server/db/attempts";
import type { Db } from "@/lib/server/db/client";
import type { Assignment, Prisma } from "@/lib/server/db/generated/client";
import type { StoredAssignment } from "@/lib/server/db/quizzes";

type Draft = Omit<
  Assignment,
  | "feedback"
  | "latePolicy"
  | "studyRule"
  | "categoryId"
  | "releasedAt"
  | "archivedAt"
  | "publishedAt"
  | "revision"
> & { feedback: object; latePolicy: object; studyRule?: object };

export const createAssignment = (db: Db, draft: Draft) =>
  db.assignment.create({ data: draft, select: { id: true } });

type Change = Partial<Omit<Draft, "id" | "classId" | "kind" | "createdById" | "createdAt">>;

/** False when somebody else has changed it since `revision`. */
export async function updateAssignment(
  db: Db,
  { id, revision }: Pick<StoredAssignment, "id" | "revision">,
  change: Change,
): Promise<boolean> {
  const { count } = await db.assignment.updateMany({
    where: { id, revision },
    data: { ...change, revision: { increment: 1 } },
  });
  return count === 1;
}

type Standing = Partial<Pick<StoredAssignment, "publishedAt" | "archivedAt">>;

export const setStanding = (db: Db, id: string, standing: Standing) =>
  db.assignment.update({
    where: { id },
    data: { ...standing, revision: { increment: 1 } },
    select: { id: true },
  });

/** Waits for whoever starts an attempt at it at this moment; whoever comes later finds it as it is afterwards. */
export const lockAssignment = (db: Db, id: string) =>
  db.$queryRaw`select 1 as locked from "Assignment" where id = ${id}::uuid for update`;

/** Whether it is published and not archived; until the end of the transaction nobody takes it back. */
export async function isStillGiven(db: Db, id: string): Promise<boolean> {
  const rows = await db.$queryRaw<{ isGiven: boolean }[]>`
    select "publishedAt" is not null and "archivedAt" is null as "isGiven"
      from "Assignment" where id = ${id}::uuid for key share`;
  return rows[0]?.isGiven ?? false;
}

/** False when it was published already. */
export async function markPublished(db: Db, id: string, publishedAt: Date): Promise<boolean> {
  const { count } = await db.assignment.updateMany({
    where: { id, publishedAt: null },
    data: { publishedAt, revision: { increment: 1 } },
  });
  return count === 1;
}

export const findAssignmentInClass = (
  db: Db,
  classId: string,
  id: string,
): Promise<StoredAssignment | null> => db.assignment.findUnique({ where: { id, classId } });

/** By due time; archived ones are left out. */
export const listAssignmentsOfClass = (db: Db, classId: string): Promise<StoredAssignment[]> =>
  db.assignment.findMany({
    where: { classId, archivedAt: null },
    orderBy: [{ dueAt: "asc" }, { id: "asc" }],
  });

/** How far the students of each assignment are. */
export async function countProgress(
  db: Db,
  classId: string,
): Promise<Map<string, { open: number; submitted: number }>> {
  const rows = await db.$queryRaw<{ id: string; open: number; submitted: number }[]>`
    select a.id, count(distinct t."userId") filter (where t.state = 'open')::int as open,
           count(distinct t."userId") filter (where t.state = 'submitted')::int as submitted
      from "Assignment" a join "Attempt" t on t."assignmentId" = a.id
     where a."classId" = ${classId}::uuid group by a.id`;
  return new Map(rows.map(({ id, open, submitted }) => [id, { open, submitted }]));
}

/** A student's own attempts at the assignments of a class, oldest first. */
export const listOwnAttempts = (
  db: Db,
  classId: string,
  userId: string,
): Promise<StoredAttempt[]> =>
  db.attempt.findMany({
    where: { userId, assignment: { classId } },
    orderBy: [{ assignmentId: "asc" }, { number: "asc" }],
  });

export const listOwnGrades = (db: Db, assignmentIds: readonly string[], userId: string) =>
  db.assignmentGrade.findMany({ where: { userId, assignmentId: { in: [...assignmentIds] } } });

export type OpenAttempt = {
  attempt: StoredAttempt;
  dates: AssignmentDates;
  accommodation: Accommodation;
};

/**
 * Open attempts at an assignment, or of a member of a class, each with the dates that it
 * runs by and what the class grants its student.
 */
export async function listOpenAttempts(
  db: Db,
  which: { assignmentId: string } | { userId: string; classId: string },
): Promise<OpenAttempt[]> {
  const attempts = await db.attempt.findMany({
    where: {
      state: "open",
      ...("assignmentId" in which
        ? { assignmentId: which.assignmentId }
        : { userId: which.userId, assignment: { classId: which.classId } }),
    },
    include: {
      assignment: { include: { class: { select: { timeZone: true } } } },
    },
  });
  const members = await db.member.findMany({
    where: {
      classId: { in: attempts.map(({ assignment }) => assignment.classId) },
      userId: { in: attempts.map(({ userId }) => userId) },
    },
  });
  const byPlace = new Map(members.map((member) => [`${member.userId} ${member.classId}`, member]));
  return attempts.flatMap(({ assignment, ...attempt }) => {
    const accommodation = byPlace.get(`${attempt.userId} ${assignment.classId}`);
    const { class: group, ...dates } = assignment;
    return accommodation
      ? [{ attempt, dates: { ...dates, timeZone: group.timeZone }, accommodation }]
      : [];
  });
}

/** Students that an assignment is for. */
export async function listStudentsFor(
  db: Db,
  { classId, sectionIds }: Pick<StoredAssignment, "classId" | "sectionIds">,
): Promise<string[]> {
  const where: Prisma.MemberWhereInput = { classId, role: "student", removedAt: null };
  const rows = await db.member.findMany({
    where: sectionIds.length === 0 ? where : { ...where, sectionId: { in: sectionIds } },
    select: { userId: true },
  });
  return rows.map(({ userId }) => userId);
}
