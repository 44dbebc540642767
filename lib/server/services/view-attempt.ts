import type { Actor } from "@/lib/domain/access/actor";
import type { AttemptStatus, AttemptView } from "@/lib/domain/quizzes/attempt-contract";
import { findAttempt } from "@/lib/server/db/attempts";
import { database } from "@/lib/server/db/client";
import { AppError } from "@/lib/server/errors";
import { viewOpenAttempt } from "@/lib/server/quizzes/view-open-attempt";

/** An attempt of one's own as it is taken: from another device, it goes on there. */
export async function viewAttempt(actor: Actor, id: string, now: Date): Promise<AttemptView> {
  const attempt = await findAttempt(database(), { userId: actor.id, id });
  if (!attempt) throw new AppError("not-found", "There is no such attempt.");
  return viewOpenAttempt(attempt, now);
}

/** How an attempt of one's own stands. */
export async function viewAttemptStatus(
  actor: Actor,
  id: string,
  now: Date,
): Promise<AttemptStatus> {
  const attempt = await findAttempt(database(), { userId: actor.id, id });
  if (!attempt) throw new AppError("not-found", "There is no such attempt.");
  return {
    state: attempt.state === "open" ? "open" : "submitted",
    deadlineAt: attempt.deadlineAt?.toISOString() ?? null,
    serverNow: now.toISOString(),
  };
}
