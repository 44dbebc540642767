import { v7 as uuidV7 } from "uuid";

import type { Actor } from "@/lib/domain/access/actor";
import type {
  NewQuestion,
  QuestionRef,
  SaveDraft,
  SavedDraft,
  StoredDraft,
} from "@/lib/domain/authoring/editor-contract";
import { slugOf } from "@/lib/domain/authoring/slug-of";
import { parseStoredQuestion } from "@/lib/domain/questions/parse-question";
import { blankQuestion } from "@/lib/server/authoring/blank-question";
import { questionSource } from "@/lib/server/authoring/question-source";
import { requireBank } from "@/lib/server/authoring/require-bank";
import { findAuthored } from "@/lib/server/db/authored-questions";
import { database } from "@/lib/server/db/client";
import { deleteDraft, findDraft, saveDraftRow } from "@/lib/server/db/question-drafts";
import { AppError } from "@/lib/server/errors";

export const questionIdOf = ({ bankId, slug }: QuestionRef): string => `${bankId}/${slug}`;

/** A draft of a new question with the fields of its kind. Its name becomes its id, for good. */
export async function beginQuestion(
  actor: Actor,
  { bankId, name, kind }: NewQuestion,
  now: Date,
): Promise<QuestionRef> {
  await requireBank(actor, bankId);
  const slug = slugOf(name);
  if (slug === "") throw invalidName("Use letters or digits.");
  const questionId = questionIdOf({ bankId, slug });
  const saved = await saveDraftRow({
    userId: actor.id,
    questionId,
    id: uuidV7(),
    bankId,
    source: blankQuestion(slug, kind),
    baseVersion: 0,
    revision: 0,
    now,
  });
  if (saved === null) throw invalidName(`The bank has a question ${slug} already.`);
  return { bankId, slug };
}

const invalidName = (message: string) =>
  new AppError("invalid", message, { fields: { name: [message] } });

/** The draft of a question and what is published of it. */
export async function viewDraft(actor: Actor, ref: QuestionRef): Promise<StoredDraft> {
  await requireBank(actor, ref.bankId);
  const questionId = questionIdOf(ref);
  const [draft, published] = await Promise.all([
    findDraft(database(), { userId: actor.id, questionId }),
    findAuthored(database(), questionId),
  ]);
  return {
    draft: draft && {
      draftId: draft.id,
      revision: draft.revision,
      baseVersion: draft.baseVersion,
      source: draft.source,
      updatedAt: draft.updatedAt.toISOString(),
    },
    version: published?.version ?? 0,
    published: published && questionSource(parseStoredQuestion(published.content)),
  };
}

/**
 * Saves what is being written. One that was made on an older draft than is saved is refused
 * and changes nothing; the same save sent again, because its reply was lost, is answered as before.
 */
export async function saveDraft(
  actor: Actor,
  { draftId, revision, baseVersion, source, ...ref }: QuestionRef & SaveDraft,
  now: Date,
): Promise<SavedDraft> {
  await requireBank(actor, ref.bankId);
  const key = { userId: actor.id, questionId: questionIdOf(ref) };
  const saved = await saveDraftRow({
    ...key,
    id: draftId,
    bankId: ref.bankId,
    source,
    baseVersion,
    revision,
    now,
  });
  if (saved !== null) return { revision: saved };
  const stored = await findDraft(database(), key);
  const isRepeat =
    stored?.id === draftId && stored.revision === revision + 1 && stored.source === source;
  if (isRepeat) return { revision: stored.revision };
  throw new AppError(
    "conflict",
    stored
      ? "This question was changed in another tab or on another device. Your text is still here."
      : "This draft was published or discarded in another tab. Your text is still here.",
  );
}

/** What is published stays as it is. A draft that was changed meanwhile is kept. */
export async function discardDraft(
  actor: Actor,
  { draftId, revision, ...ref }: QuestionRef & { draftId: string; revision: number },
): Promise<void> {
  await requireBank(actor, ref.bankId);
  const key = { userId: actor.id, questionId: questionIdOf(ref) };
  if (await deleteDraft(database(), key, { id: draftId, revision })) return;
  if (!(await findDraft(database(), key))) return;
  throw new AppError("conflict", "This draft was changed meanwhile. Load the page again.");
}

export const noSuchQuestion = () => new AppError("not-found", "There is no such question.");
