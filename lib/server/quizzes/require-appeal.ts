import type { Actor } from "@/lib/domain/access/actor";
import { canRunClass } from "@/lib/domain/access/class-access";
import type { AppealRef } from "@/lib/domain/quizzes/appeal-input";
import { requireClass } from "@/lib/server/classes/require-class";
import { findAppeal, type StoredAppeal } from "@/lib/server/db/appeals";
import { database } from "@/lib/server/db/client";
import { AppError } from "@/lib/server/errors";
import { findNamedAssignment } from "@/lib/server/quizzes/find-named-assignment";

/** An appeal in the class, for whoever instructs it; to everybody else there is none. */
export async function requireAppeal(
  actor: Actor,
  { classId, appealId }: AppealRef,
): Promise<StoredAppeal> {
  const { row: group } = await requireClass(actor, classId, canRunClass);
  const appeal = await findAppeal(database(), appealId);
  if (!appeal || !(await findNamedAssignment(group.id, appeal.assignmentId))) {
    throw new AppError("not-found", "There is no such appeal.");
  }
  return appeal;
}
