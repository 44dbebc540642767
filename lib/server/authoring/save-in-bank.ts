import type { QuestionContent } from "@/lib/domain/questions/content";
import { withAdditionsEverywhere } from "@/lib/server/content/merge-additions";
import { planImport } from "@/lib/server/content/plan-import";
import type { Db } from "@/lib/server/db/client";
import {
  createQuestions,
  createVersions,
  listQuestionsOfBank,
  moveQuestions,
  reviveQuestions,
} from "@/lib/server/db/content";
import { changePrivateBank, lockBank } from "@/lib/server/db/private-banks";

/** Full ids, each in one list. */
type SavedQuestions = {
  added: string[];
  changed: string[];
  /** Were retired, and are back as they were. */
  revived: string[];
  unchanged: string[];
};

/**
 * Puts questions into a private bank, within a transaction of whoever may write in it: new
 * ones, and next versions of those whose content differs; whatever else is in the bank stays.
 * Sent again, the same questions change nothing. What is wrong with them is the caller's to
 * have looked at: they are the bank's own, each once.
 */
export async function saveInBank(
  db: Db,
  bankId: string,
  questions: readonly QuestionContent[],
  now: Date,
): Promise<SavedQuestions> {
  await lockBank(db, bankId);
  const kept = await withAdditionsEverywhere(db, questions);
  const plan = planImport(kept, await listQuestionsOfBank(db, bankId));
  const saved = {
    added: plan.added.map(({ id }) => id),
    changed: plan.changed.map(({ id }) => id),
    revived: plan.revived,
    unchanged: plan.unchanged,
  };
  if (saved.unchanged.length === questions.length) return saved;
  await createQuestions(db, plan.added);
  await createVersions(db, plan.versions, now);
  await moveQuestions(db, plan.changed);
  await reviveQuestions(db, plan.revived);
  await changePrivateBank(db, bankId);
  return saved;
}
