import type { Purpose } from "@/lib/domain/study/purpose";
import type { Rating } from "@/lib/domain/study/rating";
import type { Db } from "@/lib/server/db/client";
import { Prisma, type Review as ReviewRow } from "@/lib/server/db/generated/client";

/** An entry of the review log. */
export type StoredReview = Omit<
  ReviewRow,
  "rating" | "suggestedRating" | "selfMarks" | "purpose"
> & {
  purpose: Purpose;
  rating: Rating;
  suggestedRating: Rating;
  selfMarks: boolean[] | null;
};

/** What a review says but for what was answered, which differs by kind of question. */
export type ReviewFacts = Omit<StoredReview, "answer" | "graded" | "undoneAt">;

/** What is written with an answer: an entry that nobody has changed yet. */
export type NewReview = ReviewFacts & { answer: object; graded: object };

/** A row as PostgreSQL's row_to_json gives it: times are text. */
export type ReviewJson = Omit<ReviewRow, "reviewedAt" | "recordedAt" | "undoneAt"> & {
  reviewedAt: string;
  recordedAt: string;
  undoneAt: string | null;
};

export const toReview = (row: ReviewRow | ReviewJson): StoredReview => ({
  ...row,
  purpose: row.purpose as Purpose,
  rating: row.rating as Rating,
  suggestedRating: row.suggestedRating as Rating,
  selfMarks: row.selfMarks as boolean[] | null,
  reviewedAt: new Date(row.reviewedAt),
  recordedAt: new Date(row.recordedAt),
  undoneAt: row.undoneAt === null ? null : new Date(row.undoneAt),
});

export async function findReview(db: Db, userId: string, id: string): Promise<StoredReview | null> {
  const row = await db.review.findUnique({ where: { userId_id: { userId, id } } });
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

/** The learner's answers in earnest that went wrong, newest first, undone ones left out. */
export async function listMistakes(
  db: Db,
  userId: string,
  questionId: string,
  most: number,
): Promise<StoredReview[]> {
  const rows = await db.review.findMany({
    where: { userId, questionId, undoneAt: null, rating: 1, purpose: "study" },
    orderBy: [{ reviewedAt: "desc" }, { id: "desc" }],
    take: most,
  });
  return rows.map(toReview);
}

/** Marks are left as they are unless given. */
export const updateReview = (
  db: Db,
  { userId, id }: { userId: string; id: string },
  { rating, selfMarks }: { rating: Rating; selfMarks?: boolean[] | null },
) =>
  db.review.update({
    where: { userId_id: { userId, id } },
    data: {
      rating,
      ...(selfMarks === undefined ? {} : { selfMarks: selfMarks ?? Prisma.DbNull }),
    },
    select: { id: true },
  });

export const markReviewsUndone = (db: Db, userId: string, ids: readonly string[], undoneAt: Date) =>
  db.review.updateMany({
    where: { userId, id: { in: [...ids] }, undoneAt: null },
    data: { undoneAt },
  });

export type ReviewEdit = {
  userId: string;
  id: string;
  reviewId: string;
  fromRating: Rating;
  toRating: Rating;
  fromMarks: boolean[] | null;
  marks: boolean[] | null;
  editedAt: Date;
};

export const createReviewEdit = (db: Db, { fromMarks, marks, ...edit }: ReviewEdit) =>
  db.reviewEdit.create({
    data: {
      ...edit,
      action: "rate",
      ...(fromMarks ? { fromMarks } : {}),
      ...(marks ? { marks } : {}),
    },
    select: { id: true },
  });

export const findReviewEdit = (db: Db, userId: string, id: string) =>
  db.reviewEdit.findUnique({ where: { userId_id: { userId, id } } });

export const markEditUndone = (db: Db, userId: string, id: string, undoneAt: Date) =>
  db.reviewEdit.update({
    where: { userId_id: { userId, id } },
    data: { undoneAt },
    select: { id: true },
  });
