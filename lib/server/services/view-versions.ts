import { stringify } from "yaml";

import type { Actor } from "@/lib/domain/access/actor";
import { changedFields } from "@/lib/domain/authoring/changed-fields";
import type { QuestionRef } from "@/lib/domain/authoring/editor-contract";
import { parseStoredQuestion } from "@/lib/domain/questions/parse-question";
import { requireBank } from "@/lib/server/authoring/require-bank";
import { findAuthored, listVersions } from "@/lib/server/db/authored-questions";
import { database } from "@/lib/server/db/client";
import { noSuchQuestion, questionIdOf } from "@/lib/server/services/write-question";

export type VersionsView = {
  bankId: string;
  bankTitle: string;
  slug: string;
  isRetired: boolean;
  current: number;
  /** Newest first, each with the fields that it changed. */
  versions: { version: number; createdAt: string; changed: string[] }[];
  /** Between two of them; null when there is only one. */
  comparison: {
    from: number;
    to: number;
    /** As YAML; null where there was none. */
    fields: { field: string; before: string | null; after: string | null }[];
  } | null;
};

/** All versions of a question, and what is different between two: the last two unless others are asked for. */
export async function viewVersions(
  actor: Actor,
  ref: QuestionRef,
  asked: { from: number | null; to: number | null },
): Promise<VersionsView> {
  const bank = await requireBank(actor, ref.bankId);
  const questionId = questionIdOf(ref);
  const [row, stored] = await Promise.all([
    findAuthored(database(), questionId),
    listVersions(database(), questionId),
  ]);
  if (!row) throw noSuchQuestion();
  const versions = stored.map(({ content, ...rest }) => ({
    ...rest,
    content: parseStoredQuestion(content),
  }));
  const find = (wanted: number | null, otherwise: number) =>
    versions.find(({ version }) => version === wanted) ?? versions[otherwise];
  const [to, from] = [find(asked.to, 0), find(asked.from, 1)];
  return {
    ...ref,
    bankTitle: bank.title,
    isRetired: row.retired,
    current: row.version,
    versions: versions.map(({ version, createdAt, content }, index) => {
      const before = versions[index + 1]?.content;
      return {
        version,
        createdAt: createdAt.toISOString(),
        changed: before ? changedFields(before, content).map(({ field }) => field) : [],
      };
    }),
    comparison:
      from && to
        ? {
            from: from.version,
            to: to.version,
            fields: changedFields(from.content, to.content).map(({ field, before, after }) => ({
              field,
              before: asText(before),
              after: asText(after),
            })),
          }
        : null,
  };
}

/** Plain text as it is, everything else as YAML. */
function asText(value: unknown): string | null {
  if (value === undefined) return null;
  return typeof value === "string" ? value : stringify(value, { lineWidth: 100 });
}
