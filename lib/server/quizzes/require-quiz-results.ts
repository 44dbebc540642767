import type { Actor } from "@/lib/domain/access/actor";
import { canSeeStudents, type ClassPlace } from "@/lib/domain/access/class-access";
import { requireClass } from "@/lib/server/classes/require-class";
import { findAssignmentInClass } from "@/lib/server/db/assignments";
import type { StoredClass } from "@/lib/server/db/classes";
import { database } from "@/lib/server/db/client";
import type { StoredAssignment } from "@/lib/server/db/quizzes";
import { AppError } from "@/lib/server/errors";

export type AssignmentRef = { classId: string; assignmentId: string };

/** A quiz that is given to a class, for those who may see how its students did. */
export async function requireQuizResults(
  actor: Actor,
  { classId, assignmentId }: AssignmentRef,
): Promise<{ group: StoredClass; place: ClassPlace; assignment: StoredAssignment }> {
  const { row: group, place } = await requireClass(actor, classId, canSeeStudents);
  const isId = /^[\da-f-]{36}$/iu.test(assignmentId);
  const assignment = isId ? await findAssignmentInClass(database(), group.id, assignmentId) : null;
  if (assignment?.archivedAt !== null || assignment.kind !== "quiz") {
    throw new AppError("not-found", "There is no such assignment.");
  }
  return { group, place, assignment };
}
