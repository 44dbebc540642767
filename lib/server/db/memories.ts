import type { Card } from "@/lib/domain/scheduling/card";
import type { Outcome } from "@/lib/domain/questions/question-kind";
import { databasePool } from "@/lib/server/db/client";

/** What a learner remembers of one question, and how their last answer to it went, practice left out. */
export type Memory = Pick<Card, "state" | "dueAt" | "stability" | "lastReviewAt" | "reps"> & {
  questionId: string;
  /** Null when every answer was taken back. */
  lastOutcome: Outcome | null;
};

const MEMORIES = `
  select c."questionId", c.state, c."dueAt", c.stability, c."lastReviewAt", c.reps,
         (select r.outcome from "Review" r
           where r."userId" = c."userId" and r."questionId" = c."questionId" and r."undoneAt" is null
             and r.purpose not in ('drill', 'retry')
           order by r."reviewedAt" desc, r.id desc limit 1) as "lastOutcome"
    from "Card" c
   where c."userId" = $1 and c."questionId" = any($2)`;

/** By question id; questions that were never answered are not in it. */
export async function findMemories(
  userId: string,
  questionIds: readonly string[],
): Promise<Map<string, Memory>> {
  const { rows } = await databasePool().query<Memory>(MEMORIES, [userId, questionIds]);
  return new Map(rows.map((row) => [row.questionId, row]));
}
