import type { Actor } from "@/lib/domain/access/actor";
import type { ImportProgress } from "@/lib/domain/learner-data/data-contract";
import { findNewestImport } from "@/lib/server/db/import-reviews";

/** How far an import that is being saved has come. */
export async function viewImport({ id }: Actor): Promise<ImportProgress> {
  const newest = await findNewestImport(id);
  return { startedAt: newest?.importedAt ?? null, added: newest?.added ?? 0 };
}
