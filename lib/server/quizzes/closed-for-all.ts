import { NO_ACCOMMODATION, personalDates } from "@/lib/domain/quizzes/attempt-window";
import { findLastWorkers } from "@/lib/server/db/attempt-results";
import type { Db } from "@/lib/server/db/client";
import type { StoredAssignment } from "@/lib/server/db/quizzes";

/**
 * Whether nobody can work on an assignment any more: it has closed for whoever has the
 * most days more, and no attempt is open, as one with more time may be past closing.
 */
export async function isClosedForAll(
  db: Db,
  assignment: StoredAssignment,
  timeZone: string,
  now: Date,
): Promise<boolean> {
  const { extraDays, isAnyOpen } = await findLastWorkers(db, assignment.id);
  const last = personalDates({ ...assignment, timeZone }, { ...NO_ACCOMMODATION, extraDays });
  return now >= last.closesAt && !isAnyOpen;
}
