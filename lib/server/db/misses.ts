import type { Db } from "@/lib/server/db/client";
import { Prisma } from "@/lib/server/db/generated/client";
import type { Outcome } from "@/lib/domain/questions/question-kind";

/** Who has handed in an attempt at an assignment. */
export async function listWhoHandedIn(db: Db, assignmentId: string): Promise<string[]> {
  const rows = await db.attempt.findMany({
    where: { assignmentId, state: "submitted" },
    distinct: ["userId"],
    select: { userId: true },
    orderBy: { userId: "asc" },
  });
  return rows.map(({ userId }) => userId);
}

export type JudgedAnswer = {
  attemptId: string;
  position: number;
  submittedAt: Date;
  questionId: string;
  questionVersion: number;
  seed: string;
  answer: object | null;
  spentMs: number;
  outcome: Outcome;
  score: number | null;
  points: number;
  override: number | null;
  graded: object;
};

/** What one student answered in the attempts at an assignment that they handed in, as it was judged. */
export const listJudgedAnswers = (
  db: Db,
  assignmentId: string,
  userId: string,
): Promise<JudgedAnswer[]> =>
  db.$queryRaw<JudgedAnswer[]>`
    select w."attemptId", w.position, a."submittedAt", w."questionId", w."questionVersion", w.seed,
           w.answer, w."spentMs", g.outcome, g.score, g.points, g.override, g.graded
      from "Attempt" a
      join "AttemptAnswer" w on w."userId" = a."userId" and w."attemptId" = a.id
      join "ItemGrade" g on g."userId" = w."userId" and g."attemptId" = w."attemptId"
                        and g.position = w.position
     where a."assignmentId" = ${assignmentId}::uuid and a."userId" = ${userId}::uuid
       and a.state = 'submitted'
     order by a.number, w.position`;

/** Of these ids: which are in the log, and whether they count there. */
export async function findMissReviews(
  db: Db,
  userId: string,
  ids: readonly string[],
): Promise<Map<string, { counts: boolean }>> {
  const rows = await db.review.findMany({
    where: { userId, id: { in: [...ids] }, purpose: "quiz" },
    select: { id: true, undoneAt: true },
  });
  return new Map(rows.map(({ id, undoneAt }) => [id, { counts: undoneAt === null }]));
}

/** False when it was released already. */
export async function markReleased(db: Db, id: string, releasedAt: Date): Promise<boolean> {
  const { count } = await db.assignment.updateMany({
    where: { id, releasedAt: null },
    data: { releasedAt, revision: { increment: 1 } },
  });
  return count === 1;
}

export const reviveReviews = (db: Db, userId: string, ids: readonly string[]) =>
  db.review.updateMany({ where: { userId, id: { in: [...ids] } }, data: { undoneAt: null } });

/** Asks for a job in the transaction that makes it necessary: both are there, or neither. */
export const queueJob = (db: Db, name: string, payload: object) =>
  db.$queryRaw(
    Prisma.sql`select 1 as queued from graphile_worker.add_job(${name}, ${JSON.stringify(payload)}::json)`,
  );
