/**
 * Brings the database to what the files say. A changed question becomes a new version,
 * one that is gone is retired and comes back if it reappears; nothing is ever deleted.
 * Files that were loaded before cost one query; files with errors change nothing.
 */
import { createHash } from "node:crypto";

import type { QuestionContent } from "@/lib/domain/questions/content";
import type { CheckedContent } from "@/lib/server/content/check-content";
import { ContentError } from "@/lib/server/content/content-error";
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
  listStoredQuestions,
  lockContent,
  moveQuestions,
  retireQuestions,
  reviveQuestions,
  saveBanks,
  saveContentState,
  type JsonDocument,
  type NewVersion,
  type QuestionRow,
  type StoredQuestion,
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
  const plan = planImport(questions, await listStoredQuestions(tx));
  await saveBanks(tx, banks, now);
  await createQuestions(tx, plan.added);
  await createVersions(tx, plan.versions, now);
  await moveQuestions(tx, plan.changed);
  await retireQuestions(tx, plan.retired, now);
  await reviveQuestions(tx, plan.revived);
  await saveContentState(tx, { hash, loadedAt: now, document });
  return {
    status: "loaded",
    added: plan.added.length,
    changed: plan.changed.length,
    retired: plan.retired.length,
    revived: plan.revived.length,
    total: questions.length,
  };
}

type ImportPlan = {
  added: QuestionRow[];
  changed: QuestionRow[];
  versions: NewVersion[];
  retired: string[];
  revived: string[];
};

function planImport(
  questions: readonly QuestionContent[],
  stored: readonly StoredQuestion[],
): ImportPlan {
  const plan: ImportPlan = { added: [], changed: [], versions: [], retired: [], revived: [] };
  const before = new Map(stored.map((question) => [question.id, question]));
  for (const content of questions) {
    const known = before.get(content.id);
    before.delete(content.id);
    const contentHash = hashQuestion(content);
    if (known?.contentHash === contentHash) {
      if (known.retired) plan.revived.push(content.id);
      continue;
    }
    const version = (known?.currentVersion ?? 0) + 1;
    (known ? plan.changed : plan.added).push(rowOf(content, version));
    plan.versions.push({ questionId: content.id, version, contentHash, content: asJson(content) });
  }
  plan.retired = [...before.values()].filter(({ retired }) => !retired).map(({ id }) => id);
  return plan;
}

const rowOf = ({ id, bank, kind, concept }: QuestionContent, version: number): QuestionRow => ({
  id,
  bankId: bank,
  kind,
  concept,
  currentVersion: version,
});

/** Parsed YAML holds nothing that JSON does not. */
const asJson = (content: QuestionContent): JsonDocument =>
  JSON.parse(JSON.stringify(content)) as JsonDocument;

/** The same for the same content, whatever the order of its fields. */
const hashQuestion = (content: QuestionContent): string =>
  createHash("sha256").update(canonicalJson(content)).digest("hex");

function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
