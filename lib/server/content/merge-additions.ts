import type { QuestionContent } from "@/lib/domain/questions/content";
import { withAlso } from "@/lib/domain/questions/gain-answer";
import type { Db } from "@/lib/server/db/client";
import { listAdditionsEverywhere } from "@/lib/server/db/key-additions";

/**
 * Questions as they are to be kept: with the answers that accepted appeals have added for
 * everybody, which no file knows of, and without those that were taken back since.
 */
export async function withAdditionsEverywhere(
  db: Db,
  questions: readonly QuestionContent[],
): Promise<QuestionContent[]> {
  const additions = await listAdditionsEverywhere(
    db,
    questions.map(({ id }) => id),
  );
  return questions.map(({ also: _also, ...written }) =>
    withAlso(written, additions.get(written.id) ?? []),
  );
}
