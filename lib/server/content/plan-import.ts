/** From what is stored to what is given: which questions are new, changed, back, or gone. */
import { createHash } from "node:crypto";

import { canonicalJson } from "@/lib/domain/canonical-json";
import type { QuestionContent } from "@/lib/domain/questions/content";
import type {
  JsonDocument,
  NewVersion,
  QuestionRow,
  StoredQuestion,
} from "@/lib/server/db/content";

export type ImportPlan = {
  added: QuestionRow[];
  changed: QuestionRow[];
  versions: NewVersion[];
  /** Stored but not given. */
  missing: string[];
  revived: string[];
  unchanged: string[];
};

export function planImport(
  questions: readonly QuestionContent[],
  stored: readonly StoredQuestion[],
): ImportPlan {
  const plan: ImportPlan = {
    added: [],
    changed: [],
    versions: [],
    missing: [],
    revived: [],
    unchanged: [],
  };
  const before = new Map(stored.map((question) => [question.id, question]));
  for (const content of questions) {
    const known = before.get(content.id);
    before.delete(content.id);
    const contentHash = hashQuestion(content);
    if (known?.contentHash === contentHash) {
      (known.retired ? plan.revived : plan.unchanged).push(content.id);
      continue;
    }
    const version = (known?.currentVersion ?? 0) + 1;
    (known ? plan.changed : plan.added).push(rowOf(content, version));
    plan.versions.push({ questionId: content.id, version, contentHash, content: asJson(content) });
  }
  plan.missing = [...before.values()].filter(({ retired }) => !retired).map(({ id }) => id);
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
