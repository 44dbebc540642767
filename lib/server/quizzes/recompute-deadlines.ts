import { deadlineOf, personalDates } from "@/lib/domain/quizzes/attempt-window";
import { listOpenAttempts } from "@/lib/server/db/assignments";
import type { StoredAttempt } from "@/lib/server/db/attempts";
import type { Db } from "@/lib/server/db/client";
import { moveDeadline } from "@/lib/server/db/members";

/**
 * Gives open attempts, at an assignment or of one member of a class, the ends that dates,
 * limits and what is granted now give them. Returns those that moved: once the transaction
 * is through their deadlines are scheduled.
 */
export async function recomputeDeadlines(
  db: Db,
  which: Parameters<typeof listOpenAttempts>[1],
): Promise<StoredAttempt[]> {
  const moved: StoredAttempt[] = [];
  for (const { attempt, dates, accommodation } of await listOpenAttempts(db, which)) {
    const deadlineAt = deadlineOf(attempt.startedAt, personalDates(dates, accommodation));
    if (deadlineAt.getTime() === attempt.deadlineAt?.getTime()) continue;
    if (await moveDeadline(db, attempt, deadlineAt)) moved.push({ ...attempt, deadlineAt });
  }
  return moved;
}
