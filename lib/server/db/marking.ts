import type { Outcome } from "@/lib/domain/questions/question-kind";
import { databasePool, type Db } from "@/lib/server/db/client";
import { Prisma } from "@/lib/server/db/generated/client";

export type AnswerToMark = {
  userId: string;
  name: string;
  attemptId: string;
  position: number;
  questionId: string;
  questionVersion: number;
  gradedVersion: number;
  seed: string;
  answer: unknown;
  outcome: Outcome;
  score: number | null;
  points: number;
  marks: boolean[] | null;
  comment: string | null;
  graded: unknown;
  gradedAt: Date;
};

/**
 * Answers that only a person can judge, marked ones among them, question by question. Their
 * order within a question says nothing of names, and stays.
 */
export async function listAnswersToMark(assignmentId: string): Promise<AnswerToMark[]> {
  const { rows } = await databasePool().query<AnswerToMark>(
    `select w."userId", u.name, w."attemptId", w.position, w."questionId", w."questionVersion",
            g."gradedVersion", w.seed, w.answer, g.outcome, g.score, g.points, g.marks, g.comment,
            g.graded, g."gradedAt"
       from "Attempt" a
       join "User" u on u.id = a."userId"
       join "AttemptAnswer" w on w."userId" = a."userId" and w."attemptId" = a.id
       join "ItemGrade" g on g."userId" = w."userId" and g."attemptId" = w."attemptId"
                         and g.position = w.position
      where a."assignmentId" = $1 and a.state = 'submitted' and g.override is null
        and (g.score is null or g.outcome in ('self-mark', 'cannot-judge'))
      order by min(w.position) over (partition by w."questionId"), w."questionId",
               md5(w."attemptId"::text), w."userId"`,
    [assignmentId],
  );
  return rows;
}

export type MarkedAnswerKey = { userId: string; attemptId: string; position: number };

/** Null unless it is an answer of a submitted attempt at that assignment. Waits for whoever marks it at this moment. */
export async function lockMark(db: Db, assignmentId: string, key: MarkedAnswerKey) {
  const { userId, attemptId, position } = key;
  const rows = await db.$queryRaw<
    { outcome: string; questionId: string; gradedVersion: number; gradedAt: Date }[]
  >`
    select g.outcome, w."questionId", g."gradedVersion", g."gradedAt"
      from "ItemGrade" g
      join "Attempt" a on a."userId" = g."userId" and a.id = g."attemptId"
      join "AttemptAnswer" w on w."userId" = g."userId" and w."attemptId" = g."attemptId"
                            and w.position = g.position
     where g."userId" = ${userId}::uuid and g."attemptId" = ${attemptId}::uuid
       and g.position = ${position} and a."assignmentId" = ${assignmentId}::uuid
       and a.state = 'submitted'
       for update of g`;
  return rows[0] ?? null;
}

export const saveMark = (
  db: Db,
  { userId, attemptId, position }: MarkedAnswerKey,
  mark: {
    score: number | null;
    marks: boolean[] | null;
    comment: string | null;
    markedById: string;
    gradedAt: Date;
  },
) =>
  db.itemGrade.update({
    where: { userId_attemptId_position: { userId, attemptId, position } },
    data: { ...mark, marks: mark.marks ?? Prisma.DbNull },
    select: { position: true },
  });
