import { LAPSES_OF_A_LEECH } from "@/lib/domain/scheduling/leech";
import type { Card } from "@/lib/domain/scheduling/card";
import { databasePool } from "@/lib/server/db/client";

export type Leech = Pick<Card, "lapses" | "reps" | "stability" | "lastReviewAt" | "dueAt"> & {
  questionId: string;
  /** Lapses at which the learner last went through its lesson; null when they never did. */
  lessonAtLapse: number | null;
};

const LEECHES = `
  select c."questionId", c.lapses, c.reps, c.stability, c."lastReviewAt", c."dueAt", m."lessonAtLapse"
    from "Card" c
    left join "QuestionMark" m on m."userId" = c."userId" and m."questionId" = c."questionId"
   where c."userId" = $1 and c.lapses >= ${LAPSES_OF_A_LEECH}
   order by c.lapses desc, c."questionId"`;

/** The questions that one learner forgets again and again, the most forgotten first. */
export async function listLeeches(userId: string): Promise<Leech[]> {
  const { rows } = await databasePool().query<Leech>(LEECHES, [userId]);
  return rows;
}
