import { databasePool, type Db } from "@/lib/server/db/client";
import type { QuestionDraft } from "@/lib/server/db/generated/client";

export type StoredDraftRow = QuestionDraft;

export type DraftKey = { userId: string; questionId: string };

export const findDraft = (db: Db, key: DraftKey): Promise<StoredDraftRow | null> =>
  db.questionDraft.findUnique({ where: { userId_questionId: key } });

/** Newest change first. */
export const listDraftsIn = (db: Db, userId: string, bankId: string): Promise<StoredDraftRow[]> =>
  db.questionDraft.findMany({ where: { userId, bankId }, orderBy: { updatedAt: "desc" } });

export type DraftToSave = DraftKey & {
  id: string;
  bankId: string;
  source: string;
  baseVersion: number;
  /** That it was made on; 0 for the first save. */
  revision: number;
  now: Date;
};

/**
 * Saves a draft where it is written that it is still the one it was made on: the new
 * revision, or null when another one is there, or none any more.
 */
export async function saveDraftRow(draft: DraftToSave): Promise<number | null> {
  const { rows } = await databasePool().query<{ revision: number }>({
    ...(draft.revision === 0 ? FIRST : NEXT),
    values: [
      draft.userId,
      draft.questionId,
      draft.id,
      draft.source,
      draft.baseVersion,
      draft.now,
      draft.revision === 0 ? draft.bankId : draft.revision,
    ],
  });
  return rows[0]?.revision ?? null;
}

const FIRST = {
  name: "save-first-draft",
  text: `
  insert into "QuestionDraft" ("userId", "questionId", id, source, "baseVersion", "updatedAt", "bankId")
  select $1::uuid, $2, $3::uuid, $4, $5::int, $6, $7
   where coalesce((select q."currentVersion" from "Question" q where q.id = $2), 0) = $5::int
      on conflict ("userId", "questionId") do nothing
  returning revision`,
};

const NEXT = {
  name: "save-draft",
  text: `
  update "QuestionDraft"
     set source = $4, "baseVersion" = $5, "updatedAt" = $6, revision = revision + 1
   where "userId" = $1 and "questionId" = $2 and id = $3 and revision = $7::int
  returning revision`,
};

/** False when there is no such draft at this revision. */
export async function deleteDraft(
  db: Db,
  key: DraftKey,
  at: { id: string; revision: number },
): Promise<boolean> {
  const { count } = await db.questionDraft.deleteMany({ where: { ...key, ...at } });
  return count === 1;
}
