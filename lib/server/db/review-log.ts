import type { LoggedEvent, LoggedReview, ReviewLog } from "@/lib/domain/scheduling/replay";
import type { Purpose } from "@/lib/domain/study/purpose";
import type { Rating } from "@/lib/domain/study/rating";
import type { Db } from "@/lib/server/db/client";
import { getStudySettings, toStudySettings } from "@/lib/server/db/study-settings";

/** Makes changes of one learner's log wait for each other, and first answers for them; others do not wait. */
export const lockLog = (db: Db, userId: string): Promise<unknown> =>
  db.$queryRaw`select 1 from "User" where id = ${userId}::uuid for no key update`;

/** All that a replay of one question needs. */
export async function getReviewLog(db: Db, userId: string, questionId: string): Promise<ReviewLog> {
  const [log] = await getReviewLogs(db, userId, [questionId]);
  if (!log) throw new Error(`No log of ${questionId} was made`);
  return log;
}

/** All that a replay of these questions needs, in their order. */
export async function getReviewLogs(
  db: Db,
  userId: string,
  questionIds: readonly string[],
): Promise<ReviewLog[]> {
  const [reviews, events, { weights }] = await Promise.all([
    findReviews(db, userId, questionIds),
    findEvents(db, userId, questionIds),
    getStudySettings(db, userId),
  ]);
  const versions = [...new Set([...reviews.values()].flat().map((row) => row.settingsVersion))];
  const rows = await db.studySettings.findMany({ where: { userId, version: { in: versions } } });
  const settings = new Map(rows.map((row) => [row.version, toStudySettings(row)]));
  return questionIds.map((questionId) => ({
    userId,
    questionId,
    reviews: reviews.get(questionId) ?? [],
    events: events.get(questionId) ?? [],
    settings,
    weights,
  }));
}

async function findReviews(db: Db, userId: string, questionIds: readonly string[]) {
  const rows = await db.review.findMany({
    where: { userId, questionId: { in: [...questionIds] } },
    select: {
      questionId: true,
      id: true,
      purpose: true,
      rating: true,
      reviewedAt: true,
      settingsVersion: true,
      undoneAt: true,
    },
  });
  return byQuestion(rows, ({ questionId: _questionId, ...row }): LoggedReview => ({
    ...row,
    purpose: row.purpose as Purpose,
    rating: row.rating as Rating,
  }));
}

async function findEvents(db: Db, userId: string, questionIds: readonly string[]) {
  const rows = await db.cardEvent.findMany({
    where: { userId, questionId: { in: [...questionIds] } },
    select: { questionId: true, id: true, kind: true, dueAt: true, at: true, undoneAt: true },
  });
  return byQuestion(rows, ({ id, at, undoneAt, dueAt }): LoggedEvent => {
    const entry = { id, at, undoneAt };
    return dueAt ? { ...entry, kind: "move", dueAt } : { ...entry, kind: "reset" };
  });
}

function byQuestion<Row extends { questionId: string }, Entry>(
  rows: readonly Row[],
  toEntry: (row: Row) => Entry,
): Map<string, Entry[]> {
  const entries = new Map<string, Entry[]>();
  for (const row of rows) {
    const known = entries.get(row.questionId);
    if (known) known.push(toEntry(row));
    else entries.set(row.questionId, [toEntry(row)]);
  }
  return entries;
}
