import type { WrongAnswer } from "@/lib/domain/progress/wrong-forms";
import { databasePool } from "@/lib/server/db/client";

/** More would change the picture little and take long to draw. */
const NEWEST = 500;

/** Everybody's newest wrong answers to one version of a question, but for those of one person. */
export async function findWrongAnswers(
  questionId: string,
  version: number,
  notOf: string,
): Promise<WrongAnswer[]> {
  const { rows } = await databasePool().query<WrongAnswer>(
    `select "userId" as person, seed, answer, graded
       from "Review"
      where "questionId" = $1 and "questionVersion" = $2 and "undoneAt" is null
        and outcome in ('wrong', 'partly') and "userId" <> $3
      order by "reviewedAt" desc
      limit ${NEWEST}`,
    [questionId, version, notOf],
  );
  return rows;
}
