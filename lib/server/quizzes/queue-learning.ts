import type { Db } from "@/lib/server/db/client";
import { queueJob } from "@/lib/server/db/misses";
import { prepareQueue } from "@/lib/server/jobs/enqueue";

export const LEARN_FROM_MISSES = "learn-from-misses";

/**
 * Part of the transaction that changes marks of a released assignment: the study of these
 * students, or of all, follows soon after.
 */
export async function queueLearning(
  db: Db,
  assignmentId: string,
  userIds: readonly string[] | null,
): Promise<void> {
  await prepareQueue();
  await queueJob(db, LEARN_FROM_MISSES, { assignmentId, userIds });
}
