import type { ClassRole } from "@/lib/domain/access/class-access";
import type { Door } from "@/lib/domain/classes/class-input";
import type { Db } from "@/lib/server/db/client";
import type { Class } from "@/lib/server/db/generated/client";

export type StoredClass = Class;

type NewClass = Pick<
  StoredClass,
  "id" | "name" | "description" | "timeZone" | "joinCode" | "inviteToken" | "createdAt"
>;

/** A class and its first instructor. Throws a unique violation when the code is taken. */
export const createClass = (db: Db, row: NewClass, instructorId: string) =>
  db.class.create({
    data: {
      ...row,
      members: { create: { userId: instructorId, role: "instructor", joinedAt: row.createdAt } },
    },
    select: { id: true },
  });

/** The class, and the person's place in it. Null when there is no such class. */
export async function findClassFor(
  db: Db,
  classId: string,
  userId: string,
): Promise<{ row: StoredClass; place: { role: ClassRole } | null } | null> {
  const found = await db.class.findUnique({
    where: { id: classId },
    include: { members: { where: { userId, removedAt: null }, select: { role: true } } },
  });
  if (!found) return null;
  const { members, ...row } = found;
  return { row, place: members[0] ?? null };
}

export const findClassZone = (db: Db, id: string): Promise<{ name: string; timeZone: string }> =>
  db.class.findUniqueOrThrow({ where: { id }, select: { name: true, timeZone: true } });

/** Makes changes of who is in a class wait for each other. */
export const lockClass = (db: Db, classId: string) =>
  db.$queryRaw`select 1 from "Class" where id = ${classId}::uuid for no key update`;

/** By a door that is open, of a class that is not archived. */
export const findClassByDoor = (db: Db, door: Door, secret: string): Promise<StoredClass | null> =>
  db.class.findFirst({
    where: {
      archivedAt: null,
      ...(door === "code" ? { joinCode: secret } : { inviteToken: secret }),
    },
  });

type ClassDetails = Pick<StoredClass, "name" | "description" | "timeZone">;

/** False when somebody else has changed it since `revision`. */
export async function updateClass(
  db: Db,
  { id, revision }: Pick<StoredClass, "id" | "revision">,
  details: ClassDetails,
): Promise<boolean> {
  const { count } = await db.class.updateMany({
    where: { id, revision },
    data: { ...details, revision: { increment: 1 } },
  });
  return count === 1;
}

export const setArchived = (db: Db, id: string, archivedAt: Date | null) =>
  db.class.update({ where: { id }, data: { archivedAt }, select: { id: true } });

/** Null closes the door; what it was opened with before stops working at once. */
export const setDoor = (db: Db, id: string, door: Door, secret: string | null) =>
  db.class.update({
    where: { id },
    data: door === "code" ? { joinCode: secret } : { inviteToken: secret },
    select: { id: true },
  });

export type ClassListing = {
  id: string;
  name: string;
  timeZone: string;
  archivedAt: Date | null;
  role: ClassRole;
  students: number;
};

/** The classes a person is in, by name. */
export const listClassesOf = (db: Db, userId: string): Promise<ClassListing[]> =>
  db.$queryRaw<ClassListing[]>`
    select c.id, c.name, c."timeZone", c."archivedAt", m.role::text as role,
           (select count(*)::int from "Member" s
             where s."classId" = c.id and s.role = 'student' and s."removedAt" is null) as students
      from "Member" m join "Class" c on c.id = m."classId"
     where m."userId" = ${userId}::uuid and m."removedAt" is null
     order by lower(c.name), c.id`;

/** Everybody's, for an admin who is asked for help; newest first. */
export const listOtherClasses = (db: Db, userId: string, most: number) =>
  db.class.findMany({
    where: { archivedAt: null, members: { none: { userId, removedAt: null } } },
    orderBy: { createdAt: "desc" },
    take: most,
    select: { id: true, name: true },
  });

export const listSections = (db: Db, classId: string) =>
  db.section.findMany({
    where: { classId },
    orderBy: { name: "asc" },
    select: { id: true, name: true },
  });

export const createSection = (db: Db, section: { id: string; classId: string; name: string }) =>
  db.section.create({ data: section, select: { id: true } });

export async function renameSection(
  db: Db,
  { id, classId, name }: { id: string; classId: string; name: string },
): Promise<boolean> {
  const { count } = await db.section.updateMany({ where: { id, classId }, data: { name } });
  return count === 1;
}

/** Its people stay in the class, in no section. False when there is none, or an assignment names it. */
export async function deleteSection(db: Db, classId: string, id: string): Promise<boolean> {
  const inUse = await db.assignment.count({ where: { classId, sectionIds: { has: id } } });
  if (inUse > 0) return false;
  await db.member.updateMany({ where: { classId, sectionId: id }, data: { sectionId: null } });
  await db.rosterEntry.updateMany({ where: { classId, sectionId: id }, data: { sectionId: null } });
  const { count } = await db.section.deleteMany({ where: { id, classId } });
  return count === 1;
}
