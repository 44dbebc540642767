import type { Actor } from "@/lib/domain/access/actor";
import { canRunClass } from "@/lib/domain/access/class-access";
import type { BankChange, BankRef, BankShareRef } from "@/lib/domain/authoring/bank-input";
import { requireBank } from "@/lib/server/authoring/require-bank";
import { requireClass } from "@/lib/server/classes/require-class";
import { createShare, deleteShare } from "@/lib/server/db/authored-questions";
import { database } from "@/lib/server/db/client";
import { changePrivateBank } from "@/lib/server/db/private-banks";

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

/** With everybody who is in the class, as long as they are in it. */
export async function shareBank(actor: Actor, { bankId, classId }: BankShareRef): Promise<void> {
  await requireBank(actor, bankId);
  await requireClass(actor, classId, canRunClass);
  await createShare(database(), bankId, classId);
}

/** At once: its questions leave the students' queues. Their memory of them is kept. */
export async function unshareBank(actor: Actor, { bankId, classId }: BankShareRef): Promise<void> {
  await requireBank(actor, bankId);
  await deleteShare(database(), bankId, classId);
}
