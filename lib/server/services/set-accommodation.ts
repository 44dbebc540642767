import type { Actor } from "@/lib/domain/access/actor";
import { canRunClass } from "@/lib/domain/access/class-access";
import type { AccommodationChange, MemberRef } from "@/lib/domain/classes/class-input";
import { deadlineOf, personalDates, type Accommodation } from "@/lib/domain/quizzes/attempt-window";
import { noSuchMember, requireClass } from "@/lib/server/classes/require-class";
import type { StoredAttempt } from "@/lib/server/db/attempts";
import { database, type Db } from "@/lib/server/db/client";
import { setGradeCause } from "@/lib/server/db/grades";
import {
  findMember,
  listOpenAttemptsInClass,
  listSubmittedAssignments,
  moveDeadline,
  setAccommodation as save,
} from "@/lib/server/db/members";
import { datesOf } from "@/lib/server/quizzes/assignment-dates";
import { gradeAssignment } from "@/lib/server/quizzes/grade-assignment";
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
    const attempts = await moveOpenAttempts(db, key, grant);
    await regradeLateness(db, actor, key, now);
    const cause = { actorId: actor.id, cause: "accommodation", reason: null } as const;
    await settleAnewFor(db, key, cause, now);
    return attempts;
  });
  log.info("accommodation changed", { classId, userId, ...grant, by: actor.id });
  await Promise.all(moved.map(scheduleDeadline));
  return { moved: moved.length };
}

async function moveOpenAttempts(db: Db, key: MemberRef, grant: Accommodation) {
  const moved: StoredAttempt[] = [];
  for (const { assignment, ...attempt } of await listOpenAttemptsInClass(db, key)) {
    const { class: group, ...dates } = assignment;
    const own = personalDates(
      datesOf({ assignment: dates, class: { ...group, archivedAt: null } }),
      grant,
    );
    const deadlineAt = deadlineOf(attempt.startedAt, own);
    if (deadlineAt.getTime() === attempt.deadlineAt?.getTime()) continue;
    if (await moveDeadline(db, attempt, deadlineAt)) moved.push({ ...attempt, deadlineAt });
  }
  return moved;
}

async function regradeLateness(db: Db, actor: Actor, key: MemberRef, now: Date): Promise<void> {
  const assignmentIds = await listSubmittedAssignments(db, key);
  if (assignmentIds.length === 0) return;
  await setGradeCause(db, { actorId: actor.id, cause: "accommodation", reason: null });
  for (const id of assignmentIds) await gradeAssignment(db, id, [key.userId], now);
}
