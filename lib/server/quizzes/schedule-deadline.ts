import { GRACE_MS } from "@/lib/domain/quizzes/attempt-window";
import type { StoredAttempt } from "@/lib/server/db/attempts";
import { enqueue } from "@/lib/server/jobs/enqueue";
import { submitAttemptAtDeadline } from "@/lib/server/jobs/submit-attempt-at-deadline";
import { log } from "@/lib/server/log";

/** A moment after the last save could have arrived. */
const AFTER_GRACE_MS = GRACE_MS + 1_000;

/** Asks for the attempt to be handed in at its end. A queue that is away is no reason not to start: overdue attempts are swept. */
export async function scheduleDeadline({ userId, id, deadlineAt }: StoredAttempt): Promise<void> {
  if (deadlineAt === null) return;
  const at = new Date(deadlineAt.getTime() + AFTER_GRACE_MS);
  try {
    await enqueue(submitAttemptAtDeadline, { userId, id }, { at, key: `deadline ${userId} ${id}` });
  } catch (error) {
    log.warn("the deadline of an attempt was not scheduled", { attemptId: id, error });
  }
}
