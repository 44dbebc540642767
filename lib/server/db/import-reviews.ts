import type { Purpose } from "@/lib/domain/study/purpose";
import type { Rating } from "@/lib/domain/study/rating";
import { databasePool, type Db } from "@/lib/server/db/client";

export type ImportedReview = {
  id: string;
  questionId: string;
  kind: string;
  questionVersion: number;
  settingsVersion: number;
  rating: Rating;
  purpose: Purpose;
  reviewedAt: Date;
  durationMs: number;
};

/** By what a review of a file is known again: ids, and "<question> <epoch milliseconds>". */
export async function findLogged(
  userId: string,
): Promise<{ ids: Set<string>; places: Set<string> }> {
  const { rows } = await databasePool().query<[string, string]>({
    text: `select id, "questionId" || ' ' || (extract(epoch from "reviewedAt") * 1000)::bigint
             from "Review" where "userId" = $1`,
    values: [userId],
    rowMode: "array",
  });
  return { ids: new Set(rows.map(([id]) => id)), places: new Set(rows.map(([, at]) => at)) };
}

/** What was answered elsewhere is not known here: only whether it was right, as the rating has it. */
export const createImported = (
  db: Db,
  userId: string,
  reviews: readonly ImportedReview[],
  now: Date,
) =>
  db.review.createMany({
    data: reviews.map(({ kind, ...review }) => {
      const isRight = review.rating > 1;
      return {
        ...review,
        userId,
        seed: "import",
        answer: { kind, gaveUp: true },
        graded: {
          outcome: isRight ? "right" : "wrong",
          score: isRight ? 1 : 0,
          detail: { kind: "gave-up" },
        },
        outcome: isRight ? "right" : "wrong",
        score: isRight ? 1 : 0,
        suggestedRating: review.rating,
        recordedAt: now,
      };
    }),
    // Another tab may have imported the same file meanwhile.
    skipDuplicates: true,
  });
