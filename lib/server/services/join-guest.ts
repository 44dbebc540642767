import type { Actor } from "@/lib/domain/access/actor";
import { database } from "@/lib/server/db/client";
import { listQuestionsInLog, lockGuest, moveGuestLog } from "@/lib/server/db/guest-log";
import { lockLog } from "@/lib/server/db/review-log";
import { changeAnswers } from "@/lib/server/study/change-answers";

/**
 * Brings a guest's reviews along into the account they have just signed in to: both
 * logs become one, in order of time, and the cards are replayed. Does nothing for
 * someone who is not a guest, and nothing the second time.
 */
export async function joinGuest(guest: Actor | null, userId: string, now: Date): Promise<void> {
  if (!guest?.isGuest || guest.id === userId) return;
  await database().$transaction(
    async (db) => {
      if (!(await lockGuest(db, guest.id))) return;
      await lockLog(db, userId);
      const questionIds = await listQuestionsInLog(db, guest.id);
      const of = { userId, at: now, since: new Date(0) };
      await changeAnswers(db, of, questionIds, () => moveGuestLog(db, guest.id, userId, now));
    },
    { timeout: 60_000 },
  );
}
