import type { Db } from "@/lib/server/db/client";
import type { AssignmentGrade } from "@/lib/server/db/generated/client";
import type { MarkedAnswerKey } from "@/lib/server/db/marking";

export type StoredAssignmentGrade = AssignmentGrade;

type GradeKey = { userId: string; assignmentId: string };

const byKey = ({ userId, assignmentId }: GradeKey) => ({
  userId_assignmentId: { userId, assignmentId },
});

export const findAssignmentGrade = (db: Db, key: GradeKey): Promise<StoredAssignmentGrade | null> =>
  db.assignmentGrade.findUnique({ where: byKey(key) });

/** Waits for whoever changes it at this moment. */
export async function lockAssignmentGrade(
  db: Db,
  key: GradeKey,
): Promise<StoredAssignmentGrade | null> {
  await db.$queryRaw`
    select 1 as locked from "AssignmentGrade"
     where "userId" = ${key.userId}::uuid and "assignmentId" = ${key.assignmentId}::uuid for update`;
  return findAssignmentGrade(db, key);
}

export type GivenGrade = {
  override?: number | null;
  overrideReason?: string | null;
  excused?: boolean;
};

/** `maxPoints` is of a student who has no grade yet. */
export const giveGrade = (
  db: Db,
  key: GradeKey,
  given: GivenGrade,
  { maxPoints, updatedAt }: { maxPoints: number; updatedAt: Date },
) =>
  db.assignmentGrade.upsert({
    where: byKey(key),
    create: { ...key, ...given, maxPoints, updatedAt },
    update: { ...given, updatedAt },
    select: { userId: true },
  });

type Override = {
  override: number | null;
  overrideReason: string | null;
  markedById: string;
  gradedAt: Date;
};

export const saveOverride = (
  db: Db,
  { userId, attemptId, position }: MarkedAnswerKey,
  override: Override,
) =>
  db.itemGrade.update({
    where: { userId_attemptId_position: { userId, attemptId, position } },
    data: override,
    select: { position: true },
  });

export const saveComment = (
  db: Db,
  { userId, attemptId, position }: MarkedAnswerKey,
  comment: string | null,
) =>
  db.itemGrade.update({
    where: { userId_attemptId_position: { userId, attemptId, position } },
    data: { comment },
    select: { position: true },
  });
