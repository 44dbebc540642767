import type { ClassRole } from "@/lib/domain/access/class-access";
import type { Accommodation } from "@/lib/domain/quizzes/attempt-window";
import type { Db } from "@/lib/server/db/client";
import type { Member } from "@/lib/server/db/generated/client";

export type MemberKey = { userId: string; classId: string };

const byKey = ({ userId, classId }: MemberKey) => ({ userId_classId: { userId, classId } });

/** With name and address; by name. Those who left are not in it. */
export const listMembers = (db: Db, classId: string) =>
  db.member.findMany({
    where: { classId, removedAt: null },
    orderBy: [{ user: { name: "asc" } }, { userId: "asc" }],
    include: { user: { select: { name: true, email: true } } },
  });

export const findMember = (db: Db, key: MemberKey): Promise<Member | null> =>
  db.member.findUnique({ where: { ...byKey(key), removedAt: null } });

/** For the staff of a class whom everyone in it may know by name. */
export const listStaff = (db: Db, classId: string) =>
  db.member.findMany({
    where: { classId, removedAt: null, role: { not: "student" } },
    orderBy: [{ role: "desc" }, { user: { name: "asc" } }],
    select: { userId: true, role: true, user: { select: { name: true } } },
  });

type Joining = {
  role: ClassRole;
  sectionId: string | null;
  studentNumber: string | null;
  joinedAt: Date;
};

/**
 * Takes a place. Who is in already stays as they are: false. Who had left comes back to
 * what was granted to them, in the role of this joining.
 */
export async function joinClass(
  db: Db,
  { userId, classId }: MemberKey,
  { role, sectionId, studentNumber, joinedAt }: Joining,
): Promise<boolean> {
  const joined = await db.$executeRaw`
    insert into "Member" ("userId", "classId", role, "sectionId", "studentNumber", "joinedAt")
    values (${userId}::uuid, ${classId}::uuid, ${role}::"MemberRole", ${sectionId}::uuid, ${studentNumber}, ${joinedAt})
    on conflict ("userId", "classId") do update
       set role = excluded.role,
           "sectionId" = coalesce(excluded."sectionId", "Member"."sectionId"),
           "studentNumber" = coalesce(excluded."studentNumber", "Member"."studentNumber"),
           "joinedAt" = excluded."joinedAt", "removedAt" = null,
           revision = "Member".revision + 1
     where "Member"."removedAt" is not null`;
  return joined === 1;
}

type Change = Partial<Pick<Member, "role" | "sectionId" | "studentNumber" | "sharesStudy">>;

/** False when there is no such member. The database refuses to leave a class without an instructor. */
export async function updateMember(
  db: Db,
  { userId, classId }: MemberKey,
  change: Change,
): Promise<boolean> {
  const { count } = await db.member.updateMany({
    where: { userId, classId, removedAt: null },
    data: { ...change, revision: { increment: 1 } },
  });
  return count === 1;
}

/** As the roster says; what it does not say stays. Whoever is more than a student stays that. */
export const placeStudent = (
  db: Db,
  { userId, classId }: MemberKey,
  { role, sectionId, studentNumber }: Pick<Member, "role" | "sectionId" | "studentNumber">,
) =>
  db.member.updateMany({
    where: { userId, classId, role: "student", removedAt: null },
    data: {
      role,
      ...(sectionId === null ? {} : { sectionId }),
      ...(studentNumber === null ? {} : { studentNumber }),
      revision: { increment: 1 },
    },
  });

/** Attempts and grades stay; study is no longer shared. False when there is no such member. */
export async function removeMember(
  db: Db,
  { userId, classId }: MemberKey,
  removedAt: Date,
): Promise<boolean> {
  const { count } = await db.member.updateMany({
    where: { userId, classId, removedAt: null },
    data: { removedAt, sharesStudy: false, revision: { increment: 1 } },
  });
  return count === 1;
}

/** Also holds up starts of attempts, which lock the member, until the transaction ends. */
export async function setAccommodation(
  db: Db,
  { userId, classId }: MemberKey,
  grant: Accommodation,
): Promise<boolean> {
  const { count } = await db.member.updateMany({
    where: { userId, classId, removedAt: null },
    data: { ...grant, revision: { increment: 1 } },
  });
  return count === 1;
}

export const countMembers = (db: Db, classId: string) =>
  db.member.groupBy({
    by: ["role"],
    where: { classId, removedAt: null },
    _count: { _all: true },
  });

/** What removing or leaving does not take away. */
export const countAttemptsInClass = (db: Db, { userId, classId }: MemberKey): Promise<number> =>
  db.attempt.count({ where: { userId, assignment: { classId } } });

/** Also once they have left: their grades stay. */
export async function findStudent(
  db: Db,
  key: MemberKey,
): Promise<{ name: string; section: string | null } | null> {
  const row = await db.member.findUnique({
    where: { ...byKey(key), role: "student" },
    select: { sectionId: true, user: { select: { name: true } } },
  });
  if (!row) return null;
  const section =
    row.sectionId === null
      ? null
      : await db.section.findUnique({ where: { id: row.sectionId }, select: { name: true } });
  return { name: row.user.name, section: section?.name ?? null };
}

/** Also once they have left. */
export async function isStudentOfClass(db: Db, { userId, classId }: MemberKey): Promise<boolean> {
  return (await db.member.count({ where: { userId, classId, role: "student" } })) === 1;
}

/** Nothing when it was handed in meanwhile: false. */
export async function moveDeadline(
  db: Db,
  { userId, id }: { userId: string; id: string },
  deadlineAt: Date | null,
): Promise<boolean> {
  const { count } = await db.attempt.updateMany({
    where: { userId, id, state: "open" },
    data: { deadlineAt },
  });
  return count === 1;
}

/** Assignments of quizzes in which the person has handed something in. */
export async function listSubmittedAssignments(db: Db, key: MemberKey): Promise<string[]> {
  const rows = await db.attempt.findMany({
    where: {
      userId: key.userId,
      state: "submitted",
      assignment: { classId: key.classId, kind: "quiz" },
    },
    distinct: ["assignmentId"],
    select: { assignmentId: true },
  });
  return rows.map(({ assignmentId }) => assignmentId);
}
