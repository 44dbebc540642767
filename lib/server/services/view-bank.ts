import type { Actor } from "@/lib/domain/access/actor";
import { AppError } from "@/lib/server/errors";
import { mayExport } from "@/lib/server/services/export-questions";
import { listBanks, type BankSummary } from "@/lib/server/services/list-banks";

export type BankView = BankSummary & {
  /** Takes its questions out, with their keys. */
  mayExport: boolean;
};

/** One bank with what the learner has of it. */
export async function viewBank(actor: Actor, bankId: string, now: Date): Promise<BankView> {
  const bank = (await listBanks(actor, now)).find(({ id }) => id === bankId);
  if (!bank) throw new AppError("not-found", "There is no such bank.");
  return { ...bank, mayExport: await mayExport(actor, bankId) };
}
