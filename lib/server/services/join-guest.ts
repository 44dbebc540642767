import type { Actor } from "@/lib/domain/access/actor";
import { replay } from "@/lib/domain/scheduling/replay";
import { lockCard, saveReplayed } from "@/lib/server/db/cards";
import { database } from "@/lib/server/db/client";
import { lockGuest, moveGuestLog } from "@/lib/server/db/guest-log";
import { getReviewLog, lockLog } from "@/lib/server/db/reviews";

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
      for (const questionId of await moveGuestLog(db, guest.id, userId, now)) {
        const exists = await lockCard(db, { userId, questionId });
        const card = replay(await getReviewLog(db, userId, questionId));
        await saveReplayed(db, { userId, questionId }, card, exists);
      }
    },
    { timeout: 60_000 },
  );
}
