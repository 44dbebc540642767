/**
 * Writing grades. Each transaction says first who changes them and why: triggers copy
 * that into the audit, and refuse a change without a cause.
 */
import type { Db } from "@/lib/server/db/client";
import type { Prisma } from "@/lib/server/db/generated/client";

export type GradeCause = {
  /** Null when the service does it by itself. */
  actorId: string | null;
  cause:
    | "submitted"
    | "deadline"
    | "marked"
    | "override"
    | "regrade"
    | "regrade-undone"
    | "appeal"
    | "excused"
    | "homework"
    | "dates-changed"
    | "account-deleted";
  reason: string | null;
};

/** Until the end of the transaction, changes of grades are said to be for this. */
export const setGradeCause = (db: Db, { actorId, cause, reason }: GradeCause) =>
  db.$queryRaw`
    select set_config('reconcile.actor', ${actorId ?? ""}, true),
           set_config('reconcile.cause', ${cause}, true),
           set_config('reconcile.reason', ${reason ?? ""}, true)`;

export type NewItemGrade = {
  userId: string;
  attemptId: string;
  position: number;
  gradedVersion: number;
  outcome: string;
  score: number | null;
  points: number;
  graded: object;
  gradedAt: Date;
};

export const createItemGrades = (db: Db, grades: readonly NewItemGrade[]) =>
  db.itemGrade.createMany({ data: [...grades] });

/** What is needed to say what an assignment counts: each submitted attempt with its marks. */
export const listMarkedAttempts = (db: Db, assignmentId: string, userId: string) =>
  db.attempt.findMany({
    where: { assignmentId, userId, state: "submitted" },
    orderBy: { number: "asc" },
    include: {
      grades: { select: { position: true, points: true, score: true, override: true } },
    },
  });

export type AssignmentMark = { points: number | null; maxPoints: number; latePercent: number };

/** What was given by hand or excused stays: only the computed part is replaced. */
export async function saveAssignmentGrade(
  db: Db,
  { userId, assignmentId }: { userId: string; assignmentId: string },
  mark: AssignmentMark,
  now: Date,
): Promise<void> {
  const data = { ...mark, updatedAt: now } satisfies Prisma.AssignmentGradeUpdateInput;
  await db.assignmentGrade.upsert({
    where: { userId_assignmentId: { userId, assignmentId } },
    create: { userId, assignmentId, ...data },
    update: data,
  });
}
