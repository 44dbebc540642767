import type { Actor } from "@/lib/domain/access/actor";
import type { AttemptView } from "@/lib/domain/quizzes/attempt-contract";
import { AttemptIdSchema } from "@/lib/domain/quizzes/attempt-contract";
import { AppError } from "@/lib/server/errors";
import { submitAtDeadline } from "@/lib/server/services/submit-attempt";
import { viewAttempt } from "@/lib/server/services/view-attempt";
import { viewAttemptResult, type AttemptResult } from "@/lib/server/services/view-attempt-result";

export type OpenedAttempt =
  { open: AttemptView; result: null } | { open: null; result: AttemptResult };

/**
 * An attempt of one's own: to go on with, or its result. One whose time is over is handed
 * in first, should no job have come to it yet.
 */
export async function openAttempt(actor: Actor, id: string, now: Date): Promise<OpenedAttempt> {
  if (!AttemptIdSchema.safeParse(id).success) {
    throw new AppError("not-found", "There is no such attempt.");
  }
  await submitAtDeadline({ userId: actor.id, id }, now);
  const result = await viewAttemptResult(actor, id, now);
  return result
    ? { open: null, result }
    : { open: await viewAttempt(actor, id, now), result: null };
}
