import type { Actor } from "@/lib/domain/access/actor";
import type { ClassPlace } from "@/lib/domain/access/class-access";
import type { AssignmentRef } from "@/lib/domain/quizzes/assignment-input";
import { requireClass } from "@/lib/server/classes/require-class";
import type { StoredClass } from "@/lib/server/db/classes";
import type { StoredAssignment } from "@/lib/server/db/quizzes";
import { AppError } from "@/lib/server/errors";
import { findNamedAssignment } from "@/lib/server/quizzes/find-named-assignment";

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
  const found = await findNamedAssignment(group.id, assignmentId);
  if (found?.kind !== "quiz") {
    throw new AppError("not-found", "There is no such assignment.");
  }
  return { ...found, group, place };
}
