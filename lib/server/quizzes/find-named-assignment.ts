import { validate as isUuid } from "uuid";

import { findAssignmentInClass } from "@/lib/server/db/assignments";
import { database } from "@/lib/server/db/client";
import type { StoredAssignment } from "@/lib/server/db/quizzes";

/**
 * The assignment that an address names; null for one that is archived or of another class,
 * and for what is no id at all.
 */
export async function findNamedAssignment(
  classId: string,
  assignmentId: string,
): Promise<StoredAssignment | null> {
  if (!isUuid(assignmentId)) return null;
  const found = await findAssignmentInClass(database(), classId, assignmentId);
  return found?.archivedAt === null ? found : null;
}
