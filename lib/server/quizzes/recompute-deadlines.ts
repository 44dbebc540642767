import { deadlineOf, personalDates } from "@/lib/domain/quizzes/attempt-window";
import { listOpenAttempts } from "@/lib/server/db/assignments";
import type { StoredAttempt } from "@/lib/server/db/attempts";
import type { Db } from "@/lib/server/db/client";
import { moveDeadline } from "@/lib/server/db/members";
import type { StoredAssignment } from "@/lib/server/db/quizzes";

/**
 * Gives open attempts at an assignment the ends that its dates and limits now give them.
 * Returns those that moved: once the transaction is through their deadlines are scheduled.
 */
export async function recomputeDeadlines(
  db: Db,
  assignment: StoredAssignment,
  timeZone: string,
): Promise<StoredAttempt[]> {
  const moved: StoredAttempt[] = [];
  for (const { attempt, accommodation } of await listOpenAttempts(db, assignment)) {
    const own = personalDates({ ...assignment, timeZone }, accommodation);
    const deadlineAt = deadlineOf(attempt.startedAt, own);
    if (deadlineAt.getTime() === attempt.deadlineAt?.getTime()) continue;
    if (await moveDeadline(db, attempt, deadlineAt)) moved.push({ ...attempt, deadlineAt });
  }
  return moved;
}
