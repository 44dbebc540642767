import type { Actor } from "@/lib/domain/access/actor";
import type { QuestionContent } from "@/lib/domain/questions/content";
import { requireBank } from "@/lib/server/authoring/require-bank";
import { withAdditionsEverywhere } from "@/lib/server/content/merge-additions";
import { planImport } from "@/lib/server/content/plan-import";
import { database, type Db } from "@/lib/server/db/client";
import {
  createQuestions,
  createVersions,
  listQuestionsOfBank,
  moveQuestions,
  reviveQuestions,
} from "@/lib/server/db/content";
import { changePrivateBank, lockBank } from "@/lib/server/db/private-banks";
import { AppError } from "@/lib/server/errors";

/** Full ids, each in one list. */
export type SavedQuestions = {
  added: string[];
  changed: string[];
  /** Were retired, and are back as they were. */
  revived: string[];
  unchanged: string[];
};

/** A bank of a thousand questions on a slow machine. */
const TRANSACTION_MS = 60_000;

/**
 * Puts questions into the actor's own bank, all of them or none: new ones, and next versions
 * of those whose content differs; whatever else is in the bank stays. Sent again, the same
 * questions change nothing.
 *
 * The questions are checked already: `parseQuestion(data, bankId)` makes one of plain data as
 * YAML gives it (with `id: <slug>`), and `questionProblems` says what else is wrong with it.
 * A question with an error must not be saved; flaws and warnings may. Somebody else's bank is
 * "not-found"; a question of another bank, or an id that is given twice, is "invalid".
 */
export async function saveQuestions(
  actor: Actor,
  bankId: string,
  questions: readonly QuestionContent[],
  now: Date,
): Promise<SavedQuestions> {
  await requireBank(actor, bankId);
  refuseStrays(bankId, questions);
  return database().$transaction((db) => saveInBank(db, bankId, questions, now), {
    timeout: TRANSACTION_MS,
    maxWait: TRANSACTION_MS,
  });
}

/** Within a transaction, by whoever may write in the bank. */
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

function refuseStrays(bankId: string, questions: readonly QuestionContent[]): void {
  const seen = new Set<string>();
  for (const { id, bank } of questions) {
    if (bank !== bankId || !id.startsWith(`${bankId}/`)) {
      throw new AppError("invalid", `${id} is a question of another bank.`);
    }
    if (seen.has(id)) throw new AppError("invalid", `The id ${id} is given twice.`);
    seen.add(id);
  }
}
