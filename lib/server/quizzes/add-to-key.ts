import { parseStoredQuestion } from "@/lib/domain/questions/parse-question";
import { withAdditionsEverywhere } from "@/lib/server/content/merge-additions";
import { planImport } from "@/lib/server/content/plan-import";
import type { Db } from "@/lib/server/db/client";
import {
  createVersions,
  findContentState,
  findVersionContent,
  listNewestVersions,
  listQuestionsOfBank,
  lockContent,
  moveQuestions,
  saveContentState,
  type JsonDocument,
} from "@/lib/server/db/content";
import { changePrivateBank, findBankOwner, lockBank } from "@/lib/server/db/private-banks";

/**
 * Within the transaction that added to a question's key for everybody: makes the next
 * version of it. Every process reads the bank anew, and loading the files again makes the
 * same version of them.
 */
export async function publishAdditions(db: Db, questionId: string, now: Date): Promise<void> {
  const bankId = questionId.slice(0, questionId.indexOf("/"));
  const isPrivate = (await findBankOwner(db, questionId)).ownerId !== null;
  await (isPrivate ? lockBank(db, bankId) : lockContent(db));
  const newest = (await listNewestVersions(db, [questionId])).get(questionId);
  const stored = await findVersionContent(db, questionId, newest ?? 0);
  const content = await withAdditionsEverywhere(db, [parseStoredQuestion(stored)]);
  const known = (await listQuestionsOfBank(db, bankId)).filter(({ id }) => id === questionId);
  const plan = planImport(content, known);
  await createVersions(db, plan.versions, now);
  await moveQuestions(db, plan.changed);
  await (isPrivate ? changePrivateBank(db, bankId) : sayContentChanged(db, questionId, now));
}

/** By another hash than that of the files, which are therefore looked at once more at the next start. */
async function sayContentChanged(db: Db, questionId: string, now: Date): Promise<void> {
  const state = await findContentState(db);
  if (!state) throw new Error("No questions are loaded");
  await saveContentState(db, {
    hash: `${state.hash.slice(0, 64)} ${questionId} ${now.toISOString()}`,
    loadedAt: now,
    document: state.document as JsonDocument,
  });
}
