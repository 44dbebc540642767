/**
 * Writes an answer in one statement, if what it was decided on still holds: the session,
 * the version of the settings, the banks that are open, that the question is not withheld
 * and the revision of the card. Card and review are written both or, when anything of it
 * has changed, neither; a review id that exists already is a unique violation and writes
 * nothing. The same statement reads the day that the answer belongs to.
 */
import type { Withheld } from "@/lib/domain/access/question-access";
import type { Card } from "@/lib/domain/scheduling/card";
import type { AnswerBasis } from "@/lib/server/db/answer-basis";
import { databasePool } from "@/lib/server/db/client";
import type { SessionClaims } from "@/lib/server/db/people";
import { openBankList, toOpenBankList } from "@/lib/server/db/private-banks";
import type { NewReview } from "@/lib/server/db/reviews";
import {
  COUNTED_DAY,
  GOOD_SESSION,
  toCountedDay,
  type CountedTuple,
  type DayRow,
  type StudyDay,
} from "@/lib/server/db/study-facts";
import { toWithheld, withheldIds } from "@/lib/server/db/withheld";

// Columns with the type that each value is cast to: in a select PostgreSQL cannot infer it.
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

const quoted = (columns: object): string =>
  Object.keys(columns)
    .map((name) => `"${name}"`)
    .join(", ");

const placeholders = (columns: object, first: number): string =>
  Object.values(columns)
    .map((type, index) => `$${first + index}::${type as string}`)
    .join(", ");

// $1 and $2 are the session's claims, $3 is now, $4 the question, $5 the open banks; the review
// follows, then the card's revision or the time of its first review, and the card.
const FIRST_REVIEW_VALUE = 6;
const reviewValue = (name: keyof typeof REVIEW_COLUMNS): string =>
  `$${FIRST_REVIEW_VALUE + Object.keys(REVIEW_COLUMNS).indexOf(name)}::${REVIEW_COLUMNS[name]}`;
const CARD_VALUE = FIRST_REVIEW_VALUE + Object.keys(REVIEW_COLUMNS).length;
const CARD_VALUES = placeholders(CARD_COLUMNS, CARD_VALUE + 1);

const DAY = `
  day as materialized (
    select u.id, ${withheldIds("u.id", "$3::timestamptz")} as withheld,
           ${openBankList("u.id")} as "openBanks", ${COUNTED_DAY}
      from "User" u
     where ${GOOD_SESSION} and u."settingsVersion" = ${reviewValue("settingsVersion")}),
  basis as (
    select id from day
     where "openBanks" is not distinct from $5::text
       and $4::text <> all (string_to_array(coalesce(withheld, ''), ' ')))`;

const insertReview = (from: string): string => `
  review as (
    insert into "Review" ("userId", "questionId", ${quoted(REVIEW_COLUMNS)})
    select $1::uuid, $4::text, ${placeholders(REVIEW_COLUMNS, FIRST_REVIEW_VALUE)} from ${from}
    returning 1)`;

const SAVED_DAY = `
  select withheld, cards, answers from day where exists (select 1 from review)`;

/** The review must be the newest of its log: nothing that was done to the card lies after it. */
const IS_NEWEST = `not exists (
  select 1 from "CardEvent" e
   where e."userId" = basis.id and e."questionId" = $4::text and e."undoneAt" is null
     and e.at >= ${reviewValue("reviewedAt")})`;

const withCard = (card: string): string => `
  with ${DAY}, card as (${card} returning 1), ${insertReview("card")} ${SAVED_DAY}`;

// A card that is made raises a revision of its learner. To wait for that when the card is written
// already would be too late: a change of the log, which comes first, may wait for the very card.
const LOCKED = `(select id from "User" where id = $1::uuid for no key update) locked`;

const INSERT = {
  name: "save-first-answer",
  text: withCard(`
    insert into "Card" ("userId", "questionId", "firstReviewAt", ${quoted(CARD_COLUMNS)})
    select basis.id, $4::text, $${CARD_VALUE}::timestamptz, ${CARD_VALUES}
      from ${LOCKED} join basis using (id) where ${IS_NEWEST}
    on conflict ("userId", "questionId") do nothing`),
};

const UPDATE = {
  name: "save-answer",
  text: withCard(`
    update "Card" set (revision, ${quoted(CARD_COLUMNS)}) = row (default, ${CARD_VALUES})
      from basis
     where "userId" = basis.id and "questionId" = $4::text
       and revision = $${CARD_VALUE}::int and ${IS_NEWEST}`),
};

const PRACTICE = {
  name: "save-practice",
  text: `
  with ${DAY}, same as (
    select basis.id from basis
      left join "Card" c on c."userId" = basis.id and c."questionId" = $4::text
     where c.revision is not distinct from $${CARD_VALUE}::int),
  ${insertReview("same")} ${SAVED_DAY}`,
};

/** What else holds when the answer is saved; the day is as it was before. */
export type SavedAnswer = StudyDay & { withheld: Withheld };

type DayOfAnswer = DayRow<CountedTuple> & { withheld: string | null };

type Sent = { claims: SessionClaims; now: Date };

/** `card` is the one that the answer makes of `basis.card`. Null: read the basis again. */
export async function saveAnswer(
  sent: Sent,
  basis: AnswerBasis,
  review: NewReview,
  card: Card,
): Promise<SavedAnswer | null> {
  const { rows } = await databasePool().query<DayOfAnswer>({
    ...(basis.card ? UPDATE : INSERT),
    values: [
      ...reviewValues(sent, basis, review),
      basis.card?.revision ?? card.firstReviewAt.toISOString(),
      ...valuesOf(card, CARD_COLUMNS),
    ],
  });
  return rows[0] ? toSaved(rows[0]) : null;
}

/** Writes an answer that no card follows: the reply names the card's date. Null: read the basis again. */
export async function savePractice(
  sent: Sent,
  basis: AnswerBasis,
  review: NewReview,
): Promise<SavedAnswer | null> {
  const { rows } = await databasePool().query<DayOfAnswer>({
    ...PRACTICE,
    values: [...reviewValues(sent, basis, review), basis.card?.revision ?? null],
  });
  return rows[0] ? toSaved(rows[0]) : null;
}

const toSaved = (row: DayOfAnswer): SavedAnswer => ({
  ...toCountedDay(row),
  withheld: toWithheld(row.withheld),
});

const reviewValues = (
  { claims, now }: Sent,
  { openBanks }: AnswerBasis,
  { answer, graded, selfMarks, ...review }: NewReview,
): unknown[] => [
  claims.userId,
  claims.sessionVersion,
  now.toISOString(),
  review.questionId,
  toOpenBankList(openBanks),
  ...valuesOf(
    {
      ...review,
      answer: JSON.stringify(answer),
      graded: JSON.stringify(graded),
      selfMarks: selfMarks && JSON.stringify(selfMarks),
    },
    REVIEW_COLUMNS,
  ),
];

/** The driver takes ten times as long to write a date as the date itself. */
const valuesOf = <T extends object>(row: T, columns: Partial<Record<keyof T, string>>): unknown[] =>
  (Object.keys(columns) as (keyof T)[]).map((name) => {
    const value = row[name];
    return value instanceof Date ? value.toISOString() : value;
  });
