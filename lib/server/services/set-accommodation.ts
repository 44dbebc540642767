import type { Actor } from "@/lib/domain/access/actor";
import { canRunClass } from "@/lib/domain/access/class-access";
import type { AccommodationChange, MemberRef } from "@/lib/domain/classes/class-input";
import { noSuchMember, requireClass } from "@/lib/server/classes/require-class";
import { database, type Db } from "@/lib/server/db/client";
import { setGradeCause } from "@/lib/server/db/grades";
import {
  findMember,
  listSubmittedAssignments,
  setAccommodation as save,
} from "@/lib/server/db/members";
import { gradeAssignment } from "@/lib/server/quizzes/grade-assignment";
import { recomputeDeadlines } from "@/lib/server/quizzes/recompute-deadlines";
import { settleAnewFor } from "@/lib/server/quizzes/settle-homework";
import { scheduleDeadline } from "@/lib/server/quizzes/schedule-deadline";
import { log } from "@/lib/server/log";

export type AccommodationEffect = {
  /** How many open attempts end at another time now. */
  moved: number;
};

/**
 * What every assignment of the class grants one person. It acts at once: open attempts get
 * their new end, and what was handed in is as late as it is now.
 */
export async function setAccommodation(
  actor: Actor,
  input: AccommodationChange,
  now: Date,
): Promise<AccommodationEffect> {
  const { classId, userId, ...grant } = input;
  await requireClass(actor, classId, canRunClass);
  const moved = await database().$transaction(async (db) => {
    const key = { classId, userId };
    if ((await findMember(db, key))?.role !== "student") throw noSuchMember();
    if (!(await save(db, key, grant))) throw noSuchMember();
    const attempts = await recomputeDeadlines(db, key);
    await regradeLateness(db, actor, key, now);
    const cause = { actorId: actor.id, cause: "accommodation", reason: null } as const;
    await settleAnewFor(db, key, cause, now);
    return attempts;
  });
  log.info("accommodation changed", { classId, userId, ...grant, by: actor.id });
  await Promise.all(moved.map(scheduleDeadline));
  return { moved: moved.length };
}

async function regradeLateness(db: Db, actor: Actor, key: MemberRef, now: Date): Promise<void> {
  const assignmentIds = await listSubmittedAssignments(db, key);
  if (assignmentIds.length === 0) return;
  await setGradeCause(db, { actorId: actor.id, cause: "accommodation", reason: null });
  for (const id of assignmentIds) await gradeAssignment(db, id, [key.userId], now);
}
