import type { Actor } from "@/lib/domain/access/actor";
import type { Publish, Published, QuestionRef } from "@/lib/domain/authoring/editor-contract";
import type { QuestionContent } from "@/lib/domain/questions/content";
import { parseStoredQuestion } from "@/lib/domain/questions/parse-question";
import { readSource } from "@/lib/server/authoring/read-source";
import { requireBank } from "@/lib/server/authoring/require-bank";
import { findAuthored } from "@/lib/server/db/authored-questions";
import { database, type Db } from "@/lib/server/db/client";
import { findVersionContent, retireQuestions, reviveQuestions } from "@/lib/server/db/content";
import { changePrivateBank, lockBank } from "@/lib/server/db/private-banks";
import { deleteDraft, findDraft } from "@/lib/server/db/question-drafts";
import { AppError } from "@/lib/server/errors";
import { saveInBank } from "@/lib/server/authoring/save-in-bank";
import { noSuchQuestion, questionIdOf } from "@/lib/server/services/write-question";

/**
 * Makes the draft the question's next version. Errors keep it from being published; flaws
 * and warnings do not. A draft that was changed since `revision`, or begun from an older
 * version than is published, is refused.
 */
export async function publishQuestion(
  actor: Actor,
  { draftId, revision, ...ref }: QuestionRef & Publish,
  now: Date,
): Promise<Published> {
  await requireBank(actor, ref.bankId);
  const key = { userId: actor.id, questionId: questionIdOf(ref) };
  const draft = await findDraft(database(), key);
  if (draft?.id !== draftId || draft.revision !== revision) throw changedMeanwhile();
  const content = await requireSound(ref, draft.source);
  return database().$transaction(async (db) => {
    await lockBank(db, ref.bankId);
    const published = await findAuthored(db, key.questionId);
    if ((published?.version ?? 0) !== draft.baseVersion) throw newerVersion(published?.version);
    if (!(await deleteDraft(db, key, { id: draftId, revision }))) throw changedMeanwhile();
    await saveInBank(db, ref.bankId, [content], now);
    return versionOf(db, key.questionId);
  });
}

/** An old version again, as the next one. The versions between stay. */
export async function restoreVersion(
  actor: Actor,
  { version, ...ref }: QuestionRef & { version: number },
  now: Date,
): Promise<Published> {
  await requireBank(actor, ref.bankId);
  const questionId = questionIdOf(ref);
  const stored = await findVersionContent(database(), questionId, version);
  if (stored === null) throw noSuchQuestion();
  const content = parseStoredQuestion(stored);
  return database().$transaction(async (db) => {
    await saveInBank(db, ref.bankId, [content], now);
    return versionOf(db, questionId);
  });
}

/** Nobody is asked it any more; answers, reviews and attempts stay. `retired` false brings it back. */
export async function retireQuestion(
  actor: Actor,
  { retired, ...ref }: QuestionRef & { retired: boolean },
  now: Date,
): Promise<void> {
  await requireBank(actor, ref.bankId);
  const questionId = questionIdOf(ref);
  await database().$transaction(async (db) => {
    await lockBank(db, ref.bankId);
    if (!(await findAuthored(db, questionId))) throw noSuchQuestion();
    await (retired ? retireQuestions(db, [questionId], now) : reviveQuestions(db, [questionId]));
    await changePrivateBank(db, ref.bankId);
  });
}

async function requireSound(ref: QuestionRef, source: string): Promise<QuestionContent> {
  const { content, problems } = await readSource(ref, source);
  const errors = problems.filter(({ severity }) => severity === "error");
  if (content && errors.length === 0) return content;
  const count = errors.length === 1 ? "1 error" : `${errors.length} errors`;
  throw new AppError("conflict", `The question has ${count}: mend them before it is published.`);
}

async function versionOf(db: Db, questionId: string): Promise<Published> {
  const row = await findAuthored(db, questionId);
  if (!row) throw noSuchQuestion();
  return { version: row.version };
}

const changedMeanwhile = () =>
  new AppError("conflict", "This draft was changed in another tab. Load the page again.");

const newerVersion = (version = 0) =>
  new AppError(
    "conflict",
    `Version ${version} was published since this draft was begun. Compare them, then publish yours over it.`,
  );
