import type { Db } from "@/lib/server/db/client";
import { isOpenBank } from "@/lib/server/db/private-banks";
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
  /** Its bank is everybody's, or open to the student. */
  isStudied: boolean;
};

const JUDGED_ANSWERS = `
  select w."attemptId", w.position, a."submittedAt", w."questionId", w."questionVersion", w.seed,
         w.answer, w."spentMs", g.outcome, g.score, g.points, g.override, g.graded,
         ${isOpenBank('q."bankId"', "$2::uuid")} as "isStudied"
    from "Attempt" a
    join "AttemptAnswer" w on w."userId" = a."userId" and w."attemptId" = a.id
    join "ItemGrade" g on g."userId" = w."userId" and g."attemptId" = w."attemptId"
                      and g.position = w.position
    join "Question" q on q.id = w."questionId"
   where a."assignmentId" = $1::uuid and a."userId" = $2::uuid and a.state = 'submitted'
   order by a.number, w.position`;

/** What one student answered in the attempts at an assignment that they handed in, as it was judged. */
export const listJudgedAnswers = (
  db: Db,
  assignmentId: string,
  userId: string,
): Promise<JudgedAnswer[]> =>
  db.$queryRawUnsafe<JudgedAnswer[]>(JUDGED_ANSWERS, assignmentId, userId);

/** Released assignments of a class at which questions of a bank were answered. */
export async function listReleasedWith(
  db: Db,
  { bankId, classId }: { bankId: string; classId: string },
): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    select a.id from "Assignment" a
     where a."classId" = ${classId}::uuid and a."releasedAt" is not null
       and exists (select 1 from "Question" q
                     join "AttemptAnswer" w on w."questionId" = q.id
                     join "Attempt" t on t."userId" = w."userId" and t.id = w."attemptId"
                    where q."bankId" = ${bankId} and t."assignmentId" = a.id)`;
  return rows.map(({ id }) => id);
}

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
