import type { Db } from "@/lib/server/db/client";
import type { Appeal } from "@/lib/server/db/generated/client";

export type StoredAppeal = Omit<Appeal, "state"> & { state: "open" | "accepted" | "refused" };

const typed = (row: Appeal): StoredAppeal => ({
  ...row,
  state: row.state === "accepted" || row.state === "refused" ? row.state : "open",
});

/** By position. */
export async function listAppealsOfAttempt(
  db: Db,
  { userId, id }: { userId: string; id: string },
): Promise<Map<number, StoredAppeal>> {
  const rows = await db.appeal.findMany({ where: { userId, attemptId: id } });
  return new Map(rows.map((row) => [row.position, typed(row)]));
}

type NewAppeal = Pick<
  Appeal,
  "id" | "userId" | "attemptId" | "position" | "assignmentId" | "text" | "createdAt"
>;

/** False when the answer is contested already. */
export async function createAppeal(db: Db, appeal: NewAppeal): Promise<boolean> {
  const { count } = await db.appeal.createMany({ data: appeal, skipDuplicates: true });
  return count === 1;
}

/** False when it is not open any more. */
export async function deleteOpenAppeal(
  db: Db,
  { userId, attemptId, position }: Pick<Appeal, "userId" | "attemptId" | "position">,
): Promise<boolean> {
  const { count } = await db.appeal.deleteMany({
    where: { userId, attemptId, position, state: "open" },
  });
  return count === 1;
}

/** Appeals of a class, oldest first, with who made them and what they are about. */
export const listAppealsOfClass = (
  db: Db,
  classId: string,
  { isOpen, most, after }: { isOpen: boolean; most: number; after: number },
): Promise<AppealInClass[]> =>
  db.$queryRaw<AppealInClass[]>`
    select p.id, p."userId", u.name, p."attemptId", p.position, p."assignmentId", a.title, p.text,
           p.state, p.reply, p."createdAt", p."answeredAt", r.name as "answeredBy", w."questionId"
      from "Appeal" p
      join "Assignment" a on a.id = p."assignmentId"
      join "User" u on u.id = p."userId"
      join "AttemptAnswer" w on w."userId" = p."userId" and w."attemptId" = p."attemptId"
                            and w.position = p.position
      left join "User" r on r.id = p."answeredById"
     where a."classId" = ${classId}::uuid and a."archivedAt" is null and (p.state = 'open') = ${isOpen}
     order by case when ${isOpen} then p."createdAt" end, p."answeredAt" desc, p.id
     limit ${most} offset ${after}`;

export type AppealInClass = Pick<
  StoredAppeal,
  | "id"
  | "userId"
  | "attemptId"
  | "position"
  | "assignmentId"
  | "text"
  | "state"
  | "reply"
  | "createdAt"
  | "answeredAt"
> & { name: string; title: string; answeredBy: string | null; questionId: string };

export async function countAppeals(
  db: Db,
  classId: string,
): Promise<{ open: number; answered: number }> {
  const [row] = await db.$queryRaw<{ open: number; answered: number }[]>`
    select count(*) filter (where p.state = 'open')::int as open,
           count(*) filter (where p.state <> 'open')::int as answered
      from "Appeal" p join "Assignment" a on a.id = p."assignmentId"
     where a."classId" = ${classId}::uuid and a."archivedAt" is null`;
  return row ?? { open: 0, answered: 0 };
}

export async function findAppeal(db: Db, id: string): Promise<StoredAppeal | null> {
  const row = await db.appeal.findUnique({ where: { id } });
  return row && typed(row);
}

/** Waits for whoever answers it at this moment. */
export async function lockAppeal(db: Db, id: string): Promise<StoredAppeal | null> {
  await db.$queryRaw`select 1 as locked from "Appeal" where id = ${id}::uuid for update`;
  return findAppeal(db, id);
}

export const saveAppealAnswer = (
  db: Db,
  id: string,
  answer: { state: "accepted" | "refused"; reply: string; answeredById: string; answeredAt: Date },
) => db.appeal.update({ where: { id }, data: answer, select: { id: true } });

export type AffectedAssignment = { id: string; classId: string; title: string; className: string };

/** Where a question was or is being asked, in classes that a person instructs. Archived ones stay as they are. */
export const listAffectedAssignments = (
  db: Db,
  questionId: string,
  instructorId: string,
): Promise<AffectedAssignment[]> =>
  db.$queryRaw<AffectedAssignment[]>`
    select a.id, a."classId", a.title, c.name as "className"
      from "Assignment" a
      join "Class" c on c.id = a."classId" and c."archivedAt" is null
      join "Member" m on m."classId" = c.id and m."userId" = ${instructorId}::uuid
                     and m.role = 'instructor' and m."removedAt" is null
     where a.kind = 'quiz' and a."archivedAt" is null
       and exists (select 1 from "AttemptAnswer" w
                     join "Attempt" t on t."userId" = w."userId" and t.id = w."attemptId"
                    where w."questionId" = ${questionId} and t."assignmentId" = a.id)
     order by c.name, a."dueAt", a.id`;

/** Classes that a person instructs and that are not archived. */
export async function listInstructedClasses(
  db: Db,
  userId: string,
): Promise<{ id: string; name: string }[]> {
  return db.class.findMany({
    where: { archivedAt: null, members: { some: { userId, role: "instructor", removedAt: null } } },
    orderBy: { name: "asc" },
    select: { id: true, name: true },
  });
}

/** Appeals against marks at these assignments that are in that state. */
export async function listAppealsAt(
  db: Db,
  assignmentIds: readonly string[],
  state: StoredAppeal["state"],
): Promise<StoredAppeal[]> {
  const rows = await db.appeal.findMany({
    where: { assignmentId: { in: [...assignmentIds] }, state },
  });
  return rows.map(typed);
}
