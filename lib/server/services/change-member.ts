import type { Actor } from "@/lib/domain/access/actor";
import { canAdmit, canAttempt, canRunClass, canSeeClass } from "@/lib/domain/access/class-access";
import type { MemberChange, MemberRef } from "@/lib/domain/classes/class-input";
import { noSuchMember, requireClass } from "@/lib/server/classes/require-class";
import { listSections, lockClass } from "@/lib/server/db/classes";
import { database, type Db } from "@/lib/server/db/client";
import { isKeptByDatabase } from "@/lib/server/db/kept-by-database";
import { findMember, removeMember as remove, updateMember } from "@/lib/server/db/members";
import { AppError } from "@/lib/server/errors";
import { log } from "@/lib/server/log";

/** Role, section and student number. An admin who is not in the class changes roles only. */
export async function changeMember(actor: Actor, input: MemberChange): Promise<void> {
  const { classId, userId, role, sectionId, studentNumber } = input;
  const { place } = await requireClass(actor, classId, canAdmit);
  const change = canRunClass(actor, place) ? { role, sectionId, studentNumber } : { role };
  await keepingAnInstructor(async (db) => {
    await lockClass(db, classId);
    const sections = await listSections(db, classId);
    if (sectionId !== null && !sections.some(({ id }) => id === sectionId)) throw noSuchMember();
    const before = await findMember(db, { userId, classId });
    if (!before || !(await updateMember(db, { userId, classId }, change))) throw noSuchMember();
    if (before.role !== role) {
      log.info("class role changed", {
        classId,
        userId,
        from: before.role,
        to: role,
        by: actor.id,
      });
    }
  });
}

/** Takes somebody out of the class. Their attempts and grades stay. */
export async function removeFromClass(actor: Actor, input: MemberRef, now: Date): Promise<void> {
  await requireClass(actor, input.classId, canAdmit);
  await leave(input, now);
  log.info("removed from class", { ...input, by: actor.id });
}

/** Of one's own accord. One's attempts and grades stay. */
export async function leaveClass(
  actor: Actor,
  { classId }: { classId: string },
  now: Date,
): Promise<void> {
  await requireClass(actor, classId, canSeeClass);
  await leave({ classId, userId: actor.id }, now);
}

/** Whether the staff of a class see what one of its students studies by themself. */
export async function shareStudy(
  actor: Actor,
  { classId, share }: { classId: string; share: "yes" | "no" },
): Promise<void> {
  await requireClass(actor, classId, canAttempt);
  await updateMember(database(), { classId, userId: actor.id }, { sharesStudy: share === "yes" });
}

async function leave(key: MemberRef, now: Date): Promise<void> {
  await keepingAnInstructor(async (db) => {
    await lockClass(db, key.classId);
    if (!(await remove(db, key, now))) throw noSuchMember();
  });
}

async function keepingAnInstructor(change: (db: Db) => Promise<void>): Promise<void> {
  try {
    await database().$transaction(change);
  } catch (cause) {
    if (!isKeptByDatabase(cause, "last-instructor")) throw cause;
    throw new AppError(
      "conflict",
      "A class keeps an instructor. Make somebody else an instructor first.",
      { cause },
    );
  }
}
