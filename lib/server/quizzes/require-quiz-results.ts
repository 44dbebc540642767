import type { Actor } from "@/lib/domain/access/actor";
import { canSeeStudents, type ClassPlace } from "@/lib/domain/access/class-access";
import type { StoredClass } from "@/lib/server/db/classes";
import type { StoredAssignment } from "@/lib/server/db/quizzes";
import { requireGradable } from "@/lib/server/quizzes/require-gradable";

export type AssignmentRef = { classId: string; assignmentId: string };

/** A quiz that is given to a class, for those who may see how its students did. */
export async function requireQuizResults(
  actor: Actor,
  ref: AssignmentRef,
): Promise<{ group: StoredClass; place: ClassPlace; assignment: StoredAssignment }> {
  const { group, place, ...assignment } = await requireGradable(actor, ref, canSeeStudents);
  return { group, place, assignment };
}
