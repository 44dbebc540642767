/** What an answer is decided on, read in one statement. */
import { toCard, type CardJson, type StoredCard } from "@/lib/server/db/cards";
import { databasePool } from "@/lib/server/db/client";
import type { SessionClaims } from "@/lib/server/db/people";
import { toReview, type ReviewJson, type StoredReview } from "@/lib/server/db/reviews";
import {
  BASIS_COLUMNS,
  ms,
  OF_SESSION,
  toBasis,
  type BasisRow,
  type StudyBasis,
} from "@/lib/server/db/study-facts";

/** `card` is null for a question that is new. */
export type AnswerBasis = StudyBasis & { card: StoredCard | null };

export type ReadBasis = AnswerBasis & {
  /** When the card was last forgotten or moved; a review dated before that is not the newest of its log. */
  lastEventAt: Date | null;
  /** The review that already has this id. */
  review: StoredReview | null;
};

const ANSWER_BASIS = `select ${BASIS_COLUMNS},
  (select row_to_json(c) from "Card" c where c."userId" = u.id and c."questionId" = $4) as card,
  (select ${ms("max(e.at)")} from "CardEvent" e
    where e."userId" = u.id and e."questionId" = $4 and e."undoneAt" is null) as "lastEventAt",
  (select row_to_json(r) from "Review" r where r."userId" = u.id and r.id = $5) as review
  ${OF_SESSION}`;

type Row = BasisRow & {
  card: CardJson | null;
  lastEventAt: string | null;
  review: ReviewJson | null;
};

/** Null when the session is no longer good. */
export async function findAnswerBasis(
  claims: SessionClaims,
  now: Date,
  questionId: string,
  reviewId: string,
): Promise<ReadBasis | null> {
  const { rows } = await databasePool().query<Row>({
    name: "study-answer-basis",
    text: ANSWER_BASIS,
    values: [claims.userId, claims.sessionVersion, now.toISOString(), questionId, reviewId],
  });
  const row = rows[0];
  if (!row) return null;
  return {
    ...toBasis(row),
    card: row.card && toCard(row.card),
    lastEventAt: row.lastEventAt === null ? null : new Date(Number(row.lastEventAt)),
    review: row.review && toReview(row.review),
  };
}
