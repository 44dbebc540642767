import { createHash } from "node:crypto";

import { changedFields } from "@/lib/domain/authoring/changed-fields";
import { canonicalJson } from "@/lib/domain/canonical-json";
import type { FileQuestion } from "@/lib/domain/formats/check-file";
import type { ImportState } from "@/lib/domain/formats/transfer-contract";
import type { QuestionContent } from "@/lib/domain/questions/content";
import { parseStoredQuestion } from "@/lib/domain/questions/parse-question";
import type { AuthoredRow } from "@/lib/server/db/authored-questions";

export type PlannedQuestion = FileQuestion & {
  state: ImportState;
  /** What the bank holds now; null for what is new. */
  before: QuestionContent | null;
};

/** What would become of each question of a file in a bank with these rows. */
export function planQuestionFile(
  questions: readonly FileQuestion[],
  rows: readonly AuthoredRow[],
): { planned: PlannedQuestion[]; fingerprint: string } {
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  const planned = questions.map((question) => plan(question, rowOf));
  const named = planned.map(({ state, content }) => [
    state,
    canonicalJson(content),
    content ? (rowOf.get(content.id)?.version ?? 0) : 0,
  ]);
  const fingerprint = createHash("sha256").update(JSON.stringify(named)).digest("base64url");
  return { planned, fingerprint };
}

function plan(question: FileQuestion, rowOf: ReadonlyMap<string, AuthoredRow>): PlannedQuestion {
  if (!question.content) return { ...question, state: "error", before: null };
  const row = rowOf.get(question.content.id);
  if (!row) return { ...question, state: "new", before: null };
  const before = parseStoredQuestion(row.content);
  // What appeals added to the key is no author's to take away.
  const content = before.also ? { ...question.content, also: before.also } : question.content;
  const isSame = changedFields(before, content).length === 0;
  const state = isSame ? (row.retired ? "back" : "unchanged") : "changed";
  return { ...question, content, state, before };
}
