import type { Actor } from "@/lib/domain/access/actor";
import type { ClassPlace } from "@/lib/domain/access/class-access";
import type { AssignmentRef } from "@/lib/domain/quizzes/assignment-input";
import { requireClass } from "@/lib/server/classes/require-class";
import { findAssignmentInClass } from "@/lib/server/db/assignments";
import type { StoredClass } from "@/lib/server/db/classes";
import { database } from "@/lib/server/db/client";
import type { StoredAssignment } from "@/lib/server/db/quizzes";
import { AppError } from "@/lib/server/errors";

/**
 * The assignment of a quiz, when the actor may do `may` in its class; to everybody else it
 * does not exist. Archived ones are left as they are.
 */
export async function requireGradable(
  actor: Actor,
  { classId, assignmentId }: AssignmentRef,
  may: (actor: Actor, place: ClassPlace) => boolean,
): Promise<StoredAssignment & { group: StoredClass; place: ClassPlace }> {
  const { row: group, place } = await requireClass(actor, classId, may);
  const isId = /^[\da-f-]{36}$/iu.test(assignmentId);
  const found = isId ? await findAssignmentInClass(database(), group.id, assignmentId) : null;
  if (found?.archivedAt !== null || found.kind !== "quiz") {
    throw new AppError("not-found", "There is no such assignment.");
  }
  return { ...found, group, place };
}
