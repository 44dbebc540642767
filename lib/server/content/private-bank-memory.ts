/**
 * Private banks that were asked for lately, in the memory of this process. Each is known by
 * its revision, which every reader learns from the database together with what else they
 * read: a change is seen at once, and an unchanged bank costs nothing.
 */
import {
  toCatalogueQuestion,
  type CatalogueQuestion,
} from "@/lib/server/content/catalogue-question";
import { LeastRecentlyUsed } from "@/lib/domain/least-recently-used";
import { database } from "@/lib/server/db/client";
import type { BankRow } from "@/lib/server/db/content";
import { findStoredBank, type OpenBank } from "@/lib/server/db/private-banks";

export type PrivateBank = { bank: BankRow; questions: ReadonlyMap<string, CatalogueQuestion> };

type Kept = { revision: number; loading: Promise<PrivateBank | null> };

const BANKS_KEPT = 200;

// On globalThis, as bundled routes may each hold their own copy of this module.
const store = globalThis as typeof globalThis & {
  reconcilePrivateBanks?: LeastRecentlyUsed<string, Kept>;
};
const memory = () => (store.reconcilePrivateBanks ??= new LeastRecentlyUsed(BANKS_KEPT));

/** The bank at this revision or a later one; null when it was archived or deleted meanwhile. */
export function getPrivateBank({ id, revision }: OpenBank): Promise<PrivateBank | null> {
  const kept = memory().get(id);
  if (kept && kept.revision >= revision) return kept.loading;
  // Whoever asks meanwhile waits for the same load.
  const loading = loadBank(id);
  const entry = { revision, loading };
  memory().set(id, entry);
  // One that failed is tried again by the next who asks.
  loading.catch(() => {
    if (memory().get(id) === entry) memory().set(id, { revision: -1, loading });
  });
  return loading;
}

/** A live question of a bank that is kept, without asking the database. */
export async function findKeptQuestion(questionId: string): Promise<CatalogueQuestion | undefined> {
  const kept = memory().get(questionId.slice(0, questionId.indexOf("/")));
  return kept && kept.revision >= 0 ? (await kept.loading)?.questions.get(questionId) : undefined;
}

export function forgetPrivateBanks(): void {
  delete store.reconcilePrivateBanks;
}

async function loadBank(id: string): Promise<PrivateBank | null> {
  const stored = await findStoredBank(database(), id);
  if (!stored) return null;
  const questions = stored.questions.map(toCatalogueQuestion);
  return {
    bank: stored.bank,
    questions: new Map(questions.map((question) => [question.content.id, question])),
  };
}
