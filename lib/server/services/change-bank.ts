import type { Actor } from "@/lib/domain/access/actor";
import { canRunClass } from "@/lib/domain/access/class-access";
import type { BankChange, BankRef, BankShareRef } from "@/lib/domain/authoring/bank-input";
import { requireBank } from "@/lib/server/authoring/require-bank";
import { requireClass } from "@/lib/server/classes/require-class";
import { createShare, deleteShare } from "@/lib/server/db/authored-questions";
import { database } from "@/lib/server/db/client";
import { listReleasedWith } from "@/lib/server/db/misses";
import { changePrivateBank } from "@/lib/server/db/private-banks";
import { queueLearning } from "@/lib/server/quizzes/queue-learning";

export async function changeBank(
  actor: Actor,
  { bankId, title, description }: BankChange,
): Promise<void> {
  await requireBank(actor, bankId);
  await changePrivateBank(database(), bankId, { title, description });
}

/** Nobody is asked its questions any more; what was answered stays. Bringing it back brings all back. */
export async function archiveBank(
  actor: Actor,
  { bankId, archived }: BankRef & { archived: boolean },
  now: Date,
): Promise<void> {
  await requireBank(actor, bankId);
  await changePrivateBank(database(), bankId, { retiredAt: archived ? now : null });
}

/** With everybody who is in the class, as long as they are in it: what they have missed of it in quizzes becomes due. */
export async function shareBank(actor: Actor, { bankId, classId }: BankShareRef): Promise<void> {
  await requireBank(actor, bankId);
  await requireClass(actor, classId, canRunClass);
  await database().$transaction(async (db) => {
    await createShare(db, bankId, classId);
    for (const id of await listReleasedWith(db, { bankId, classId })) {
      await queueLearning(db, id, null);
    }
  });
}

/** At once: its questions leave the students' queues. Their memory of them is kept. */
export async function unshareBank(actor: Actor, { bankId, classId }: BankShareRef): Promise<void> {
  await requireBank(actor, bankId);
  await deleteShare(database(), bankId, classId);
}
