import { randomUUID } from "node:crypto";

import type { Actor } from "@/lib/domain/access/actor";
import type { QuestionContent } from "@/lib/domain/questions/content";
import { parseQuestion } from "@/lib/domain/questions/parse-question";
import { saveInBank } from "@/lib/server/authoring/save-in-bank";
import { database } from "@/lib/server/db/client";
import { createBank } from "@/lib/server/services/create-bank";
import { publishQuestion } from "@/lib/server/services/publish-question";
import { saveDraft } from "@/lib/server/services/write-question";
import { START } from "@/tests/helpers/people";
import { aShortQuestion } from "@/tests/helpers/study-content";

/** A question of a private bank as its author writes it; right with "pending". */
export function aPrivateQuestion(bankId: string, slug: string, rest: object = {}): QuestionContent {
  const { id: _, ...fields } = aShortQuestion(`${bankId}/${slug}`, rest);
  const parsed = parseQuestion({ ...fields, id: slug }, bankId);
  if (!parsed.ok) throw new Error(parsed.error.map(({ message }) => message).join("; "));
  return parsed.value;
}

export const saveQuestions = (bankId: string, questions: readonly QuestionContent[]) =>
  database().$transaction((db) => saveInBank(db, bankId, questions, START), { timeout: 60_000 });

/** A private bank with these questions. Returns its id. */
export async function aPrivateBank(owner: Actor, slugs: readonly string[]): Promise<string> {
  const { id } = await createBank(owner, { title: "Exam drills", description: "" });
  const questions = slugs.map((slug) => aPrivateQuestion(id, slug, { concept: slug }));
  await saveQuestions(id, questions);
  return id;
}

type QuestionRef = { bankId: string; slug: string };

/** YAML of a sound question `first`. */
export const sourceOf = (prompt: string): string => `id: first
kind: short
concept: first
prompt: ${prompt}
accepted:
  - Pending # the phase, not the reason
explanation: It waits.
sources:
  docs:
    - https://kubernetes.io/docs/concepts/
competencies:
  - cka/troubleshooting/clusters
difficulty: easy
`;

/** The first save of a new draft. */
export const aDraft = (ref: QuestionRef, prompt: string, rest: object = {}) => ({
  ...ref,
  draftId: randomUUID(),
  revision: 0,
  baseVersion: 0,
  source: sourceOf(prompt),
  ...rest,
});

/** Published as the version after this one. */
export async function publishAnew(
  author: Actor,
  ref: QuestionRef,
  prompt: string,
  baseVersion: number,
): Promise<number> {
  const draft = aDraft(ref, prompt, { baseVersion });
  const { revision } = await saveDraft(author, draft, START);
  const { draftId } = draft;
  return (await publishQuestion(author, { ...ref, draftId, revision }, START)).version;
}
