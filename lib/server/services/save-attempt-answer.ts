import { isDeepStrictEqual } from "node:util";
import { v7 as uuidV7 } from "uuid";

import type { SaveAnswer, SavedAnswer } from "@/lib/domain/quizzes/attempt-contract";
import { GRACE_MS } from "@/lib/domain/quizzes/attempt-window";
import { signedOut } from "@/lib/server/auth/actor";
import type { SessionClaims } from "@/lib/server/db/people";
import { saveAttemptAnswer as save, type SaveOutcome } from "@/lib/server/db/save-attempt-answer";
import { AppError } from "@/lib/server/errors";
import type { Device } from "@/lib/server/quizzes/device";

/**
 * Saves an answer of an open attempt: one statement. The same save sent again, because
 * its reply was lost, is answered as before; one made on an older answer than is saved is
 * refused and changes nothing.
 */
export async function saveAttemptAnswer(
  claims: SessionClaims,
  input: SaveAnswer & { id: string; position: number },
  now: Date,
  device: Device,
): Promise<SavedAnswer> {
  const { id: attemptId, position, revision, answer, flagged, spentMs } = input;
  const outcome = await save(claims, {
    attemptId,
    position,
    revision,
    answer,
    flagged,
    spentMs,
    now,
    graceMs: GRACE_MS,
    eventId: uuidV7(),
    ...device,
  });
  const { attempt } = outcome;
  if (!outcome.isSignedIn) throw signedOut();
  if (!attempt || !outcome.stored) throw new AppError("not-found", "There is no such attempt.");
  return {
    revision: outcome.saved ?? revisionOfRepeat(outcome, attempt, input, now),
    serverNow: now.toISOString(),
    deadlineAt: attempt.deadlineAt?.toISOString() ?? null,
  };
}

/** Nothing was saved: because it was before, or else it must be said why not. */
function revisionOfRepeat(
  { stored }: SaveOutcome,
  { state, deadlineAt }: { state: string; deadlineAt: Date | null },
  { revision, answer, flagged }: SaveAnswer,
  now: Date,
): number {
  const isSaved =
    stored?.revision === revision + 1 &&
    stored.flagged === flagged &&
    isDeepStrictEqual(stored.answer, JSON.parse(JSON.stringify(answer)));
  if (isSaved) return stored.revision;
  if (state !== "open") {
    throw new AppError("conflict", "This attempt was handed in. Nothing can be changed any more.");
  }
  if (deadlineAt && now.getTime() > deadlineAt.getTime() + GRACE_MS) {
    throw new AppError("conflict", "The time is over. What was saved before it counts.");
  }
  throw new AppError(
    "conflict",
    "A newer answer was saved from another tab or device. Yours is still here: compare them, then save again.",
  );
}
