/**
 * Writes an answer in one statement: the card, guarded by the revision that it was
 * decided on, and the review. Either both are written or, when someone else was faster,
 * neither; a review id that exists already is a unique violation and writes nothing.
 */
import type { Card } from "@/lib/domain/scheduling/card";
import type { StoredCard } from "@/lib/server/db/cards";
import { databasePool } from "@/lib/server/db/client";
import type { NewReview } from "@/lib/server/db/reviews";

// Columns with the type that each value is cast to: in a select PostgreSQL cannot infer it.
const CARD_COLUMNS = {
  state: "text",
  dueAt: "timestamptz",
  stability: "float8",
  difficulty: "float8",
  scheduledDays: "int",
  learningSteps: "int",
  reps: "int",
  lapses: "int",
  lastReviewAt: "timestamptz",
} satisfies Partial<Record<keyof Card, string>>;

const REVIEW_COLUMNS = {
  id: "uuid",
  questionVersion: "int",
  seed: "text",
  settingsVersion: "int",
  answer: "jsonb",
  graded: "jsonb",
  outcome: "text",
  score: "float8",
  suggestedRating: "int",
  rating: "int",
  usedHint: "boolean",
  tries: "int",
  reviewedAt: "timestamptz",
  recordedAt: "timestamptz",
  durationMs: "int",
  purpose: "text",
  selfMarks: "jsonb",
} satisfies Partial<Record<keyof NewReview, string>>;

const quoted = (columns: object): string =>
  Object.keys(columns)
    .map((name) => `"${name}"`)
    .join(", ");

const placeholders = (columns: object, first: number): string =>
  Object.values(columns)
    .map((type, index) => `$${first + index}::${type as string}`)
    .join(", ");

// $1 and $2 are the card's key, $3 is its revision or the time of its first review.
const FIRST_CARD_VALUE = 4;
const FIRST_REVIEW_VALUE = FIRST_CARD_VALUE + Object.keys(CARD_COLUMNS).length;

const withReview = (card: string): string => `
  with card as (${card} returning 1),
  review as (
    insert into "Review" ("userId", "questionId", ${quoted(REVIEW_COLUMNS)})
    select $1::uuid, $2::text, ${placeholders(REVIEW_COLUMNS, FIRST_REVIEW_VALUE)} from card
    returning 1)
  select exists (select 1 from review) as saved`;

const INSERT = {
  name: "save-first-answer",
  text: withReview(`
    insert into "Card" ("userId", "questionId", "firstReviewAt", ${quoted(CARD_COLUMNS)})
    select $1::uuid, $2::text, $3::timestamptz, ${placeholders(CARD_COLUMNS, FIRST_CARD_VALUE)}
     where not exists (select 1 from "CardEvent"
                        where "userId" = $1::uuid and "questionId" = $2::text
                          and "undoneAt" is null and at >= $3::timestamptz)
    on conflict ("userId", "questionId") do nothing`),
};

const UPDATE = {
  name: "save-answer",
  text: withReview(`
    update "Card"
       set (revision, ${quoted(CARD_COLUMNS)}) =
           (revision + 1, ${placeholders(CARD_COLUMNS, FIRST_CARD_VALUE)})
     where "userId" = $1::uuid and "questionId" = $2::text and revision = $3::int`),
};

const PRACTICE = {
  name: "save-practice",
  text: `
    insert into "Review" ("userId", "questionId", ${quoted(REVIEW_COLUMNS)})
    values ($1::uuid, $2::text, ${placeholders(REVIEW_COLUMNS, 3)})
    returning true as saved`,
};

/** `before` is the card that `card` was computed from; null for a new question. False: read again. */
export async function saveAnswer(
  review: NewReview,
  before: StoredCard | null,
  card: Card,
): Promise<boolean> {
  const { rows } = await databasePool().query<{ saved: boolean }>({
    ...(before ? UPDATE : INSERT),
    values: [
      review.userId,
      review.questionId,
      before?.revision ?? card.firstReviewAt,
      ...valuesOf(card, CARD_COLUMNS),
      ...reviewValues(review),
    ],
  });
  return rows[0]?.saved ?? false;
}

/** Writes an answer that no card follows. A review id that exists already is a unique violation. */
export async function savePractice(review: NewReview): Promise<boolean> {
  const { rows } = await databasePool().query<{ saved: boolean }>({
    ...PRACTICE,
    values: [review.userId, review.questionId, ...reviewValues(review)],
  });
  return rows[0]?.saved ?? false;
}

const reviewValues = (review: NewReview) =>
  valuesOf(
    {
      ...review,
      answer: JSON.stringify(review.answer),
      graded: JSON.stringify(review.graded),
      selfMarks: review.selfMarks && JSON.stringify(review.selfMarks),
    },
    REVIEW_COLUMNS,
  );

const valuesOf = <T extends object>(row: T, columns: Partial<Record<keyof T, string>>) =>
  (Object.keys(columns) as (keyof T)[]).map((name) => row[name]);
