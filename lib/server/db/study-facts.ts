/**
 * What a learner's queue and answers are decided on, and the parts of statements that
 * read it: the person behind the session, their settings, what is due and what they did
 * lately. Every part is found by the learner's id.
 */
import type { Withheld } from "@/lib/domain/access/question-access";
import type { CountedCard, DueCard, RecentAnswer } from "@/lib/domain/scheduling/plan-day";
import type { Purpose } from "@/lib/domain/study/purpose";
import type { Rating } from "@/lib/domain/study/rating";
import type { StudySettings } from "@/lib/domain/study/study-settings";
import type { StoredCard } from "@/lib/server/db/cards";
import type { PersonRow } from "@/lib/server/db/people";
import { openBankList, toOpenBanks, type OpenBank } from "@/lib/server/db/private-banks";
import { toWithheld, withheldIds } from "@/lib/server/db/withheld";

/** Who is asked, and by which rules their questions are chosen, graded and dated. */
export type StudyBasis = {
  person: PersonRow;
  settings: StudySettings;
  withheld: Withheld;
  /** Private banks that the learner may study. */
  openBanks: OpenBank[];
};

/** What is left of a learner's day, and what they did of it. */
export type StudyDay<C extends CountedCard = CountedCard> = {
  /** Review cards due by now and learning steps due by tomorrow; none that is suspended or set aside. */
  cards: C[];
  /** Answers of the last 27 hours, practice included, undone ones left out. */
  answers: RecentAnswer[];
};

/** A learner's day is never longer, whatever the clocks do. */
export const DAY_AT_MOST = "interval '27 hours'";

// No date is so far off: the bound is for the planner. Of a range with one end it expects a third
// of a table, finds that plan too dear to keep, and plans at every request, which takes longer than
// the rest of it. With both ends known it expects few rows and keeps the plan.
export const FAR_OFF = "interval '200 years'";

/** With a larger backlog than this the oldest of it come first; nobody answers more in a day. */
const MOST_DUE_CARDS = 1_000;

export const ms = (column: string): string => `(extract(epoch from ${column}) * 1000)::bigint`;

// In all of these $1 and $2 are the session's claims, $3 is now. Sets come back as arrays of arrays:
// half the bytes of rows.
export const CARD_COLUMNS = `json_build_array(c."questionId", c.state, ${ms('c."dueAt"')},
       c.stability, ${ms('c."lastReviewAt"')}, c.reps, c.lapses, c.difficulty, c."scheduledDays",
       c."learningSteps", ${ms('c."firstReviewAt"')}, c.revision)`;

const COUNTED_COLUMNS = `json_build_array(c."questionId", c.state, ${ms('c."dueAt"')})`;

// Read once and looked up in memory: beside twenty thousand cards a join compares each with each.
export const notHidden = (card: string): string => `${card}."questionId" not in (
  select m."questionId" from "QuestionMark" m
   where m."userId" = u.id and (m."suspendedAt" is not null or m."buriedUntil" > $3))`;

export const BASIS_COLUMNS = `
  json_build_object('id', u.id, 'role', u.role, 'name', u.name, 'email', u.email) as person,
  json_build_object(
    'version', s.version, 'timeZone', s."timeZone", 'dayStartHour', s."dayStartHour",
    'newPerDay', s."newPerDay", 'reviewsPerDay', s."reviewsPerDay",
    'daysOff', s."daysOff", 'desiredRetention', s."desiredRetention",
    'maximumIntervalDays', s."maximumIntervalDays", 'fuzz', s.fuzz,
    'learningSteps', s."learningSteps", 'weights', s.weights, 'exam', s.exam,
    'examDate', s."examDate") as settings,
  ${withheldIds("u.id", "$3::timestamptz")} as withheld,
  ${openBankList("u.id")} as "openBanks"`;

// The first review's time is looked up answer by answer: a join would read all cards of a learner who has many.
const dayColumns = (cardColumns: string): string => `
  (select coalesce(json_agg(${cardColumns}), '[]')
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
      and r."reviewedAt" < $3::timestamptz + ${FAR_OFF}) as answers`;

/** The day as it is counted, and as it is asked from. */
export const COUNTED_DAY = dayColumns(COUNTED_COLUMNS);
export const ASKED_DAY = dayColumns(CARD_COLUMNS);

/** The person behind a session that is good, as `u`. */
export const GOOD_SESSION = `
   u.id = $1 and u."sessionVersion" = $2 and u."disabledAt" is null`;

export const OF_SESSION = `
  from "User" u
  join "StudySettings" s on s."userId" = u.id and s.version = u."settingsVersion"
 where ${GOOD_SESSION}`;

export type BasisRow = {
  person: PersonRow;
  settings: StudySettings;
  withheld: string | null;
  openBanks: string | null;
};

export const toBasis = ({ person, settings, withheld, openBanks }: BasisRow): StudyBasis => ({
  person,
  settings,
  withheld: toWithheld(withheld),
  openBanks: toOpenBanks(openBanks),
});

export type CardTuple = [
  questionId: string,
  state: DueCard["state"],
  dueAt: number,
  stability: number,
  lastReviewAt: number,
  reps: number,
  lapses: number,
  difficulty: number,
  scheduledDays: number,
  learningSteps: number,
  firstReviewAt: number,
  revision: number,
];
export type CountedTuple = [questionId: string, state: DueCard["state"], dueAt: number];
type AnswerTuple = [string, number, number | null, Rating, Purpose];

export type DayRow<T extends CountedTuple | CardTuple> = { cards: T[]; answers: AnswerTuple[] };

/** A card that is due, as it came: hundreds may be, few are asked, and copying them all takes longer than planning. */
export class AskedCard implements DueCard {
  readonly kept: CardTuple;

  constructor(kept: CardTuple) {
    this.kept = kept;
  }

  get questionId(): string {
    return this.kept[0];
  }
  get state(): DueCard["state"] {
    return this.kept[1];
  }
  get dueAtMs(): number {
    return this.kept[2];
  }
  get stability(): number {
    return this.kept[3];
  }
  get lastReviewAtMs(): number {
    return this.kept[4];
  }
  get reps(): number {
    return this.kept[5];
  }
  get lapses(): number {
    return this.kept[6];
  }
}

export const toAskedCard = (card: CardTuple): AskedCard => new AskedCard(card);

export const toStoredCard = (card: CardTuple): StoredCard => ({
  state: card[1],
  dueAt: new Date(card[2]),
  stability: card[3],
  lastReviewAt: new Date(card[4]),
  reps: card[5],
  lapses: card[6],
  difficulty: card[7],
  scheduledDays: card[8],
  learningSteps: card[9],
  firstReviewAt: new Date(card[10]),
  revision: card[11],
});

const toCountedCard = ([questionId, state, dueAtMs]: CountedTuple): CountedCard => ({
  questionId,
  state,
  dueAtMs,
});

export const toAnswers = (answers: readonly AnswerTuple[]): RecentAnswer[] =>
  answers.map(([questionId, reviewedAtMs, firstReviewAtMs, rating, purpose]) => ({
    questionId,
    reviewedAtMs,
    firstReviewAtMs,
    rating,
    purpose,
  }));

export const toCountedDay = ({ cards, answers }: DayRow<CountedTuple>): StudyDay => ({
  cards: cards.map(toCountedCard),
  answers: toAnswers(answers),
});
