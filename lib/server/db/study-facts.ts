/**
 * What a learner's queue and answers are decided on, read in one statement: the person
 * behind the session, their settings, what is due and what they did lately. Every part
 * is found by the learner's id.
 */
import type { Withheld } from "@/lib/domain/access/question-access";
import type { DueCard, RecentAnswer } from "@/lib/domain/scheduling/plan-day";
import type { StudySettings } from "@/lib/domain/study/study-settings";
import { toCard, type CardJson, type StoredCard } from "@/lib/server/db/cards";
import { databasePool } from "@/lib/server/db/client";
import type { PersonRow, SessionClaims } from "@/lib/server/db/people";
import { toReview, type ReviewJson, type StoredReview } from "@/lib/server/db/reviews";

export type StudyFacts = {
  person: PersonRow;
  settings: StudySettings;
  /** Review cards due by now and learning steps due by tomorrow. */
  cards: DueCard[];
  /** Answers of the last 27 hours, undone ones left out. */
  answers: RecentAnswer[];
  withheld: Withheld;
};

export const NOTHING_WITHHELD: Withheld = new Set();

export type AnswerFacts = StudyFacts & {
  card: StoredCard | null;
  /** When the card was last forgotten or moved; a review dated before that is not the newest of its log. */
  lastEventAt: Date | null;
  /** The review that already has this id. */
  review: StoredReview | null;
};

export type QueueFacts = StudyFacts & {
  /** Questions, retired ones left out, that the learner has no card of. */
  unseen: Set<string>;
  nextDueAt: Date | null;
};

/** A learner's day is never longer, whatever the clocks do. */
const DAY_AT_MOST = "interval '27 hours'";

/** With a larger backlog than this the oldest of it come first; nobody answers more in a day. */
const MOST_DUE_CARDS = 1_000;

const ms = (column: string): string => `(extract(epoch from ${column}) * 1000)::bigint`;

// $1 and $2 are the session's claims, $3 is now. Sets come back as arrays of arrays: half the bytes of rows.
// The first review's time is looked up answer by answer: a join would read all cards of a learner who has many.
const STUDY_COLUMNS = `
  json_build_object('id', u.id, 'role', u.role, 'name', u.name, 'email', u.email) as person,
  json_build_object(
    'version', s.version, 'timeZone', s."timeZone", 'dayStartHour', s."dayStartHour",
    'newPerDay', s."newPerDay", 'reviewsPerDay', s."reviewsPerDay",
    'daysOff', s."daysOff", 'desiredRetention', s."desiredRetention",
    'maximumIntervalDays', s."maximumIntervalDays", 'fuzz', s.fuzz,
    'learningSteps', s."learningSteps", 'weights', s.weights, 'exam', s.exam,
    'examDate', s."examDate") as settings,
  (select coalesce(json_agg(json_build_array(c."questionId", c.state, ${ms('c."dueAt"')},
       c.stability, ${ms('c."lastReviewAt"')}, c.reps)), '[]')
     from (select * from "Card"
            where "userId" = u.id and "dueAt" < $3::timestamptz + ${DAY_AT_MOST}
              and ("dueAt" <= $3 or state <> 'review')
            order by "dueAt" limit ${MOST_DUE_CARDS}) c) as cards,
  (select coalesce(json_agg(json_build_array(r."questionId", ${ms('r."reviewedAt"')},
       (select ${ms('c."firstReviewAt"')} from "Card" c
         where c."userId" = r."userId" and c."questionId" = r."questionId"))), '[]')
     from "Review" r
    where r."userId" = u.id and r."undoneAt" is null
      and r."reviewedAt" > $3::timestamptz - ${DAY_AT_MOST}) as answers`;

const OF_SESSION = `
  from "User" u
  join "StudySettings" s on s."userId" = u.id and s.version = u."settingsVersion"
 where u.id = $1 and u."sessionVersion" = $2 and u."disabledAt" is null`;

type StudyRow = {
  person: PersonRow;
  settings: StudySettings;
  cards: [string, DueCard["state"], number, number, number, number][];
  answers: [string, number, number][];
};

const toFacts = (row: StudyRow): StudyFacts => ({
  person: row.person,
  settings: row.settings,
  cards: row.cards.map(([questionId, state, dueAt, stability, lastReviewAt, reps]) => ({
    questionId,
    state,
    dueAt: new Date(dueAt),
    stability,
    lastReviewAt: new Date(lastReviewAt),
    reps,
  })),
  answers: row.answers.map(([questionId, reviewedAt, firstReviewAt]) => ({
    questionId,
    reviewedAt: new Date(reviewedAt),
    firstReviewAt: new Date(firstReviewAt),
  })),
  withheld: NOTHING_WITHHELD,
});

const ANSWER_FACTS = `select ${STUDY_COLUMNS},
  (select row_to_json(c) from "Card" c where c."userId" = u.id and c."questionId" = $4) as card,
  (select ${ms("max(e.at)")} from "CardEvent" e
    where e."userId" = u.id and e."questionId" = $4 and e."undoneAt" is null) as "lastEventAt",
  (select row_to_json(r) from "Review" r where r."userId" = u.id and r.id = $5) as review
  ${OF_SESSION}`;

/** Null when the session is no longer good. */
export async function findAnswerFacts(
  claims: SessionClaims,
  now: Date,
  questionId: string,
  reviewId: string,
): Promise<AnswerFacts | null> {
  const { rows } = await databasePool().query<
    StudyRow & { card: CardJson | null; lastEventAt: string | null; review: ReviewJson | null }
  >({
    name: "study-answer-facts",
    text: ANSWER_FACTS,
    values: [claims.userId, claims.sessionVersion, now, questionId, reviewId],
  });
  const row = rows[0];
  if (!row) return null;
  return {
    ...toFacts(row),
    card: row.card && toCard(row.card),
    lastEventAt: row.lastEventAt === null ? null : new Date(Number(row.lastEventAt)),
    review: row.review && toReview(row.review),
  };
}

// Unseen questions come as one text: parsing an array of thousands of strings costs more than splitting it.
const QUEUE_FACTS = `select ${STUDY_COLUMNS},
  (select string_agg(q.id, ' ') from "Question" q
    where q."retiredAt" is null and not exists (
      select 1 from "Card" k where k."userId" = u.id and k."questionId" = q.id)) as unseen,
  (select ${ms('min(n."dueAt")')} from "Card" n where n."userId" = u.id and n."dueAt" > $3) as "nextDueAt"
  ${OF_SESSION}`;

/** Null when the session is no longer good. */
export async function findQueueFacts(claims: SessionClaims, now: Date): Promise<QueueFacts | null> {
  const { rows } = await databasePool().query<
    StudyRow & { unseen: string | null; nextDueAt: string | null }
  >({
    name: "study-queue-facts",
    text: QUEUE_FACTS,
    values: [claims.userId, claims.sessionVersion, now],
  });
  const row = rows[0];
  if (!row) return null;
  return {
    ...toFacts(row),
    unseen: new Set(row.unseen?.split(" ") ?? []),
    nextDueAt: row.nextDueAt === null ? null : new Date(Number(row.nextDueAt)),
  };
}
