import type { ReviewLog } from "@/lib/domain/scheduling/replay";
import type { Rating } from "@/lib/domain/study/rating";
import type { Db } from "@/lib/server/db/client";
import type { Review as ReviewRow } from "@/lib/server/db/generated/client";
import { toStudySettings } from "@/lib/server/db/study-settings";

/** An entry of the review log. */
export type StoredReview = Omit<ReviewRow, "rating" | "suggestedRating" | "selfMarks"> & {
  rating: Rating;
  suggestedRating: Rating;
  selfMarks: boolean[] | null;
};

/** What a review says but for what was answered, which differs by kind of question. */
export type ReviewFacts = Omit<StoredReview, "answer" | "graded" | "undoneAt">;

/** What is written with an answer: an entry that nobody has changed yet. */
export type NewReview = ReviewFacts & { answer: object; graded: object };

/** A row as PostgreSQL's row_to_json gives it: times are text. */
export type ReviewJson = Omit<ReviewRow, "reviewedAt" | "undoneAt"> & {
  reviewedAt: string;
  undoneAt: string | null;
};

export const toReview = (row: ReviewRow | ReviewJson): StoredReview => ({
  ...row,
  rating: row.rating as Rating,
  suggestedRating: row.suggestedRating as Rating,
  selfMarks: row.selfMarks as boolean[] | null,
  reviewedAt: new Date(row.reviewedAt),
  undoneAt: row.undoneAt === null ? null : new Date(row.undoneAt),
});

export async function findReview(db: Db, userId: string, id: string): Promise<StoredReview | null> {
  const row = await db.review.findUnique({ where: { userId_id: { userId, id } } });
  return row && toReview(row);
}

/** The learner's latest answer that is not undone. */
export async function findLastReview(db: Db, userId: string): Promise<StoredReview | null> {
  const row = await db.review.findFirst({
    where: { userId, undoneAt: null },
    orderBy: [{ reviewedAt: "desc" }, { id: "desc" }],
  });
  return row && toReview(row);
}

/** Newest first, undone ones included. */
export async function listReviews(
  db: Db,
  userId: string,
  questionId: string,
  most: number,
): Promise<StoredReview[]> {
  const rows = await db.review.findMany({
    where: { userId, questionId },
    orderBy: [{ reviewedAt: "desc" }, { id: "desc" }],
    take: most,
  });
  return rows.map(toReview);
}

/** All that a replay of one question needs. */
export async function getReviewLog(db: Db, userId: string, questionId: string): Promise<ReviewLog> {
  const rows = await db.review.findMany({
    where: { userId, questionId },
    select: { id: true, rating: true, reviewedAt: true, settingsVersion: true, undoneAt: true },
  });
  const versions = [...new Set(rows.map((row) => row.settingsVersion))];
  const settings = await db.studySettings.findMany({
    where: { userId, version: { in: versions } },
  });
  return {
    userId,
    questionId,
    reviews: rows.map((row) => ({ ...row, rating: row.rating as Rating })),
    settings: new Map(settings.map((row) => [row.version, toStudySettings(row)])),
  };
}

export const createReview = (db: Db, { selfMarks, answer, graded, ...review }: NewReview) =>
  db.review.create({
    data: {
      ...review,
      answer,
      graded,
      ...(selfMarks ? { selfMarks } : {}),
    },
    select: { id: true },
  });

export const updateReview = (
  db: Db,
  { userId, id }: { userId: string; id: string },
  change: { rating?: Rating; selfMarks?: boolean[]; undoneAt?: Date },
) => db.review.update({ where: { userId_id: { userId, id } }, data: change, select: { id: true } });

export type ReviewEdit = {
  userId: string;
  id: string;
  reviewId: string;
  action: "rate" | "undo";
  fromRating: Rating;
  toRating: Rating | null;
  marks?: boolean[];
  editedAt: Date;
};

export const createReviewEdit = (db: Db, edit: ReviewEdit) =>
  db.reviewEdit.create({ data: edit, select: { id: true } });

export const findReviewEdit = (db: Db, userId: string, id: string) =>
  db.reviewEdit.findUnique({
    where: { userId_id: { userId, id } },
    select: { action: true, reviewId: true },
  });

/** Makes changes of one learner's log wait for each other; answers do not wait. */
export const lockLog = (db: Db, userId: string): Promise<unknown> =>
  db.$queryRaw`select 1 from "User" where id = ${userId}::uuid for no key update`;
