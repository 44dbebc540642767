import type { Db } from "@/lib/server/db/client";
import type { QuestionMark as MarkRow } from "@/lib/server/db/generated/client";

/** What a learner has set aside or wants to find again. */
export type QuestionMark = Pick<MarkRow, "suspendedAt" | "buriedUntil" | "flaggedAt">;

export const UNMARKED: QuestionMark = { suspendedAt: null, buriedUntil: null, flaggedAt: null };

const MARK = { suspendedAt: true, buriedUntil: true, flaggedAt: true } as const;

export const findMark = (
  db: Db,
  userId: string,
  questionId: string,
): Promise<QuestionMark | null> =>
  db.questionMark.findUnique({
    where: { userId_questionId: { userId, questionId } },
    select: MARK,
  });

export const saveMark = (db: Db, key: { userId: string; questionId: string }, mark: QuestionMark) =>
  db.questionMark.upsert({
    where: { userId_questionId: key },
    create: { ...key, ...mark },
    update: mark,
    select: { userId: true },
  });

/** Notes that the learner went through the lesson of a leech, at so many lapses. */
export const saveLesson = (
  db: Db,
  key: { userId: string; questionId: string },
  lessonAtLapse: number,
) =>
  db.questionMark.upsert({
    where: { userId_questionId: key },
    create: { ...key, lessonAtLapse },
    update: { lessonAtLapse },
    select: { userId: true },
  });

/** The questions that a learner has suspended, set aside at that time, or flagged. */
export async function listMarked(
  db: Db,
  userId: string,
  now: Date,
): Promise<{ suspended: Set<string>; buried: Set<string>; flagged: Set<string> }> {
  const rows = await db.questionMark.findMany({
    where: { userId },
    select: { questionId: true, ...MARK },
  });
  const ids = (isMarked: (mark: QuestionMark) => boolean) =>
    new Set(rows.filter(isMarked).map(({ questionId }) => questionId));
  return {
    suspended: ids(({ suspendedAt }) => suspendedAt !== null),
    buried: ids(({ buriedUntil }) => buriedUntil !== null && buriedUntil > now),
    flagged: ids(({ flaggedAt }) => flaggedAt !== null),
  };
}
