import type { Db } from "@/lib/server/db/client";
import type { Assignment } from "@/lib/server/db/generated/client";

export type StoredAssignment = Assignment;

export const getAssignment = (db: Db, id: string): Promise<StoredAssignment> =>
  db.assignment.findUniqueOrThrow({ where: { id } });

/** As it was saved; checked by whoever reads it. */
export async function getQuizContent(db: Db, quizId: string, version: number): Promise<unknown> {
  const row = await db.quizVersion.findUniqueOrThrow({
    where: { quizId_version: { quizId, version } },
    select: { content: true },
  });
  return row.content;
}
