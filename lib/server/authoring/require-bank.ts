import type { Actor } from "@/lib/domain/access/actor";
import { canEditBank } from "@/lib/domain/access/bank-access";
import { database, type Db } from "@/lib/server/db/client";
import { findPrivateBank, type PrivateBankRow } from "@/lib/server/db/private-banks";
import { AppError } from "@/lib/server/errors";

/** The actor's own bank; to everybody else it does not exist, so that ids cannot be probed. */
export async function requireBank(
  actor: Actor,
  bankId: string,
  db: Db = database(),
): Promise<PrivateBankRow> {
  const bank = await findPrivateBank(db, bankId);
  if (!bank || !canEditBank(actor, bank)) throw noSuchBank();
  return bank;
}

export const noSuchBank = () => new AppError("not-found", "There is no such bank.");
