import type { RulingInForce } from "@/lib/domain/quizzes/regrade-item";
import type { Db } from "@/lib/server/db/client";

export type Rulings = ReadonlyMap<string, RulingInForce>;

/** What is decided of questions of an assignment for everybody, by question. */
export async function listRulings(db: Db, assignmentId: string): Promise<Rulings> {
  const rows = await db.questionRuling.findMany({ where: { assignmentId } });
  return new Map(
    rows.map(({ questionId, ruling, reason }) => [
      questionId,
      { ruling: ruling === "full" ? "full" : "left-out", reason },
    ]),
  );
}

/** Exactly these are in force afterwards. */
export async function replaceRulings(
  db: Db,
  assignmentId: string,
  rulings: Rulings,
): Promise<void> {
  await db.questionRuling.deleteMany({ where: { assignmentId } });
  await db.questionRuling.createMany({
    data: [...rulings].map(([questionId, ruling]) => ({ assignmentId, questionId, ...ruling })),
  });
}
