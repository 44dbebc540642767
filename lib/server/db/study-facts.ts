/**
 * What a learner's queue and answers are decided on, read in one statement: the person
 * behind the session, their settings, what is due and what they did lately. Every part
 * is found by the learner's id.
 */
import type { Withheld } from "@/lib/domain/access/question-access";
import type { DueCard, RecentAnswer } from "@/lib/domain/scheduling/plan-day";
import type { Purpose } from "@/lib/domain/study/purpose";
import type { Rating } from "@/lib/domain/study/rating";
import type { StudySettings } from "@/lib/domain/study/study-settings";
import { toCard, type CardJson, type StoredCard } from "@/lib/server/db/cards";
import { databasePool } from "@/lib/server/db/client";
import type { PersonRow, SessionClaims } from "@/lib/server/db/people";
import {
  isOpenBank,
  openBankList,
  toOpenBanks,
  type OpenBank,
} from "@/lib/server/db/private-banks";
import { toWithheld, withheldIds } from "@/lib/server/db/withheld";
import { toReview, type ReviewJson, type StoredReview } from "@/lib/server/db/reviews";

export type StudyFacts = {
  person: PersonRow;
  settings: StudySettings;
  /** Review cards due by now and learning steps due by tomorrow; none that is suspended or set aside. */
  cards: DueCard[];
  /** Answers of the last 27 hours, practice included, undone ones left out. */
  answers: RecentAnswer[];
  withheld: Withheld;
  /** Private banks that the learner may study. */
  openBanks: OpenBank[];
};

export type AnswerFacts = StudyFacts & {
  card: StoredCard | null;
  /** When the card was last forgotten or moved; a review dated before that is not the newest of its log. */
  lastEventAt: Date | null;
  /** The review that already has this id. */
  review: StoredReview | null;
};

export type QueueFacts = StudyFacts & {
  /** Questions, among those of banks open to the learner, that they have a card of or set aside. */
  seen: Set<string>;
  nextDueAt: Date | null;
  flagged: Set<string>;
  /** Lapses at which the learner went through the last lesson of a question. */
  lessons: Map<string, number>;
};

/** A learner's day is never longer, whatever the clocks do. */
export const DAY_AT_MOST = "interval '27 hours'";

// No date is so far off: the bound is for the planner. Of a range with one end it expects a third
// of a table, finds that plan too dear to keep, and plans at every request, which takes longer than
// the rest of it. With both ends known it expects few rows and keeps the plan.
const FAR_OFF = "interval '200 years'";

/** With a larger backlog than this the oldest of it come first; nobody answers more in a day. */
const MOST_DUE_CARDS = 1_000;

const ms = (column: string): string => `(extract(epoch from ${column}) * 1000)::bigint`;

// $1 and $2 are the session's claims, $3 is now. Sets come back as arrays of arrays: half the bytes of rows.
// The first review's time is looked up answer by answer: a join would read all cards of a learner who has many.
export const CARD_COLUMNS = `json_build_array(c."questionId", c.state, ${ms('c."dueAt"')},
       c.stability, ${ms('c."lastReviewAt"')}, c.reps, c.lapses)`;

// Read once and looked up in memory: beside twenty thousand cards a join compares each with each.
export const notHidden = (card: string): string => `${card}."questionId" not in (
  select m."questionId" from "QuestionMark" m
   where m."userId" = u.id and (m."suspendedAt" is not null or m."buriedUntil" > $3))`;

const STUDY_COLUMNS = `
  json_build_object('id', u.id, 'role', u.role, 'name', u.name, 'email', u.email) as person,
  json_build_object(
    'version', s.version, 'timeZone', s."timeZone", 'dayStartHour', s."dayStartHour",
    'newPerDay', s."newPerDay", 'reviewsPerDay', s."reviewsPerDay",
    'daysOff', s."daysOff", 'desiredRetention', s."desiredRetention",
    'maximumIntervalDays', s."maximumIntervalDays", 'fuzz', s.fuzz,
    'learningSteps', s."learningSteps", 'weights', s.weights, 'exam', s.exam,
    'examDate', s."examDate") as settings,
  (select coalesce(json_agg(${CARD_COLUMNS}), '[]')
     from (select * from "Card" d
            where d."userId" = u.id and d."dueAt" < $3::timestamptz + ${DAY_AT_MOST}
              and d."dueAt" > $3::timestamptz - ${FAR_OFF}
              and (d."dueAt" <= $3 or d.state <> 'review') and ${notHidden("d")}
            order by d."dueAt" limit ${MOST_DUE_CARDS}) c) as cards,
  (select coalesce(json_agg(json_build_array(r."questionId", ${ms('r."reviewedAt"')},
       (select ${ms('c."firstReviewAt"')} from "Card" c
         where c."userId" = r."userId" and c."questionId" = r."questionId"),
       r.rating, r.purpose)), '[]')
     from "Review" r
    where r."userId" = u.id and r."undoneAt" is null
      and r."reviewedAt" > $3::timestamptz - ${DAY_AT_MOST}
      and r."reviewedAt" < $3::timestamptz + ${FAR_OFF}) as answers,
  ${withheldIds("u.id", "$3::timestamptz")} as withheld,
  ${openBankList("u.id")} as "openBanks"`;

export const OF_SESSION = `
  from "User" u
  join "StudySettings" s on s."userId" = u.id and s.version = u."settingsVersion"
 where u.id = $1 and u."sessionVersion" = $2 and u."disabledAt" is null`;

type StudyRow = {
  person: PersonRow;
  settings: StudySettings;
  cards: CardTuple[];
  answers: [string, number, number | null, Rating, Purpose][];
  withheld: string | null;
  openBanks: string | null;
};

export type CardTuple = [string, DueCard["state"], number, number, number, number, number];

export const toDueCard = ([
  id,
  state,
  dueAt,
  stability,
  lastReviewAt,
  reps,
  lapses,
]: CardTuple): DueCard => ({
  questionId: id,
  state,
  dueAt: new Date(dueAt),
  stability,
  lastReviewAt: new Date(lastReviewAt),
  reps,
  lapses,
});

const toFacts = (row: StudyRow): StudyFacts => ({
  person: row.person,
  settings: row.settings,
  cards: row.cards.map(toDueCard),
  answers: row.answers.map(([questionId, reviewedAt, firstReviewAt, rating, purpose]) => ({
    questionId,
    reviewedAt: new Date(reviewedAt),
    firstReviewAt: firstReviewAt === null ? null : new Date(firstReviewAt),
    rating,
    purpose,
  })),
  withheld: toWithheld(row.withheld),
  openBanks: toOpenBanks(row.openBanks),
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

// Many ids come as one text: parsing an array of thousands of strings costs more than splitting it.
// Asked by name, cards are found in the index; a join would read all cards of a learner who has many.
// Those set aside come back in time, and count for when something is due again.
// The next of thousands of cards is the first that the index names: min() would look at all of them.
export const QUEUE_COLUMNS = `${STUDY_COLUMNS},
  (select string_agg(k."questionId", ' ') from "Card" k
    where k."userId" = u.id and k."questionId" = any (array(
      select q.id from "Question" q
       where q."retiredAt" is null and ${isOpenBank('q."bankId"', "u.id")}))) as seen,
  (select ${ms('n."dueAt"')} from "Card" n
    where n."userId" = u.id and n."dueAt" > $3 and n."dueAt" < $3::timestamptz + ${FAR_OFF}
      and ${notHidden("n")}
    order by n."dueAt" limit 1) as "nextDueAt",
  (select json_build_array(
       string_agg(m."questionId", ' ') filter (where m.hidden),
       string_agg(m."questionId", ' ') filter (where m."flaggedAt" is not null and not m.hidden),
       coalesce(json_agg(json_build_array(m."questionId", m."lessonAtLapse"))
                  filter (where m."lessonAtLapse" is not null), '[]'),
       ${ms('min(m."buriedUntil") filter (where m.hidden and m."suspendedAt" is null)')})
     from (select *, "suspendedAt" is not null or coalesce("buriedUntil" > $3, false) as hidden
             from "QuestionMark" where "userId" = u.id) m) as marks`;

const QUEUE_FACTS = `select ${QUEUE_COLUMNS} ${OF_SESSION}`;

export type QueueRow = StudyRow & {
  seen: string | null;
  nextDueAt: string | null;
  /** Hidden ones, flagged ones that are not, at how many lapses lessons were, and when the first comes back. */
  marks: [string | null, string | null, [string, number][], number | null];
};

const toIds = (list: string | null): string[] => list?.split(" ") ?? [];

export const toQueueFacts = (row: QueueRow): QueueFacts => {
  const [hidden, flagged, lessons, backAt] = row.marks;
  const dueAts = [row.nextDueAt, backAt].flatMap((at) => (at === null ? [] : [Number(at)]));
  return {
    ...toFacts(row),
    seen: new Set([...toIds(row.seen), ...toIds(hidden)]),
    nextDueAt: dueAts.length === 0 ? null : new Date(Math.min(...dueAts)),
    flagged: new Set(toIds(flagged)),
    lessons: new Map(lessons),
  };
};

/** Null when the session is no longer good. */
export async function findQueueFacts(claims: SessionClaims, now: Date): Promise<QueueFacts | null> {
  const { rows } = await databasePool().query<QueueRow>({
    name: "study-queue-facts",
    text: QUEUE_FACTS,
    values: [claims.userId, claims.sessionVersion, now],
  });
  return rows[0] ? toQueueFacts(rows[0]) : null;
}
