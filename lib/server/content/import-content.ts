/**
 * Brings the database to what the files say. A changed question becomes a new version,
 * one that is gone is retired and comes back if it reappears; nothing is ever deleted.
 * Banks that belong to somebody are never touched.
 * Files that were loaded before cost one query; files with errors change nothing.
 */
import type { CheckedContent } from "@/lib/server/content/check-content";
import { ContentError } from "@/lib/server/content/content-error";
import { withAdditionsEverywhere } from "@/lib/server/content/merge-additions";
import { planImport } from "@/lib/server/content/plan-import";
import {
  hashContentFiles,
  readContentFiles,
  type ContentFile,
} from "@/lib/server/content/read-content-files";
import { database, type Db } from "@/lib/server/db/client";
import {
  createQuestions,
  createVersions,
  findContentHash,
  listPrivateBanksAmong,
  listPublicQuestions,
  lockContent,
  moveQuestions,
  retireQuestions,
  reviveQuestions,
  saveBanks,
  saveContentState,
  type BankRow,
} from "@/lib/server/db/content";

export type ImportResult =
  | { status: "unchanged" }
  | {
      status: "loaded";
      added: number;
      changed: number;
      retired: number;
      revived: number;
      total: number;
    };

/** A first load on a slow machine; a later one takes a fraction of a second. */
const TRANSACTION_MS = 60_000;

/** Throws a ContentError with everything that is wrong, before anything is written. */
export async function importContent(folder: string, now: Date): Promise<ImportResult> {
  return importFiles(await readContentFiles(folder), now);
}

export async function importFiles(files: readonly ContentFile[], now: Date): Promise<ImportResult> {
  const hash = hashContentFiles(files);
  if ((await findContentHash(database())) === hash) return { status: "unchanged" };

  // Brings every grader with it; a start with unchanged files does without.
  const { checkContent } = await import("@/lib/server/content/check-content");
  const content = checkContent(files);
  const errors = content.problems.filter((problem) => problem.severity === "error");
  if (errors.length > 0) throw new ContentError(errors);

  return database().$transaction(
    async (tx) => {
      await lockContent(tx);
      // Another process may have loaded the same files while this one waited for the lock.
      if ((await findContentHash(tx)) === hash) return { status: "unchanged" };
      return save(tx, content, { hash, now });
    },
    { timeout: TRANSACTION_MS, maxWait: TRANSACTION_MS },
  );
}

async function save(
  tx: Db,
  { banks, questions, document }: CheckedContent,
  { hash, now }: { hash: string; now: Date },
): Promise<ImportResult> {
  await refuseTakenBanks(tx, banks);
  const kept = await withAdditionsEverywhere(tx, questions);
  const plan = planImport(kept, await listPublicQuestions(tx));
  await saveBanks(tx, banks, now);
  await createQuestions(tx, plan.added);
  await createVersions(tx, plan.versions, now);
  await moveQuestions(tx, plan.changed);
  await retireQuestions(tx, plan.missing, now);
  await reviveQuestions(tx, plan.revived);
  await saveContentState(tx, { hash, loadedAt: now, document });
  return {
    status: "loaded",
    added: plan.added.length,
    changed: plan.changed.length,
    retired: plan.missing.length,
    revived: plan.revived.length,
    total: questions.length,
  };
}

/** A file may not take a bank from its owner. */
async function refuseTakenBanks(tx: Db, banks: readonly BankRow[]): Promise<void> {
  const taken = await listPrivateBanksAmong(
    tx,
    banks.map(({ id }) => id),
  );
  if (taken.length === 0) return;
  throw new ContentError(
    taken.map((id) => ({
      file: `${id}/bank.yaml`,
      line: 1,
      question: null,
      message: `A private bank has the id ${id}: rename this folder`,
      severity: "error",
    })),
  );
}
