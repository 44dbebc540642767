/** What a learner's progress is told from, each part read by their id in one statement. */
import type { Card } from "@/lib/domain/scheduling/card";
import { databasePool } from "@/lib/server/db/client";

export type CardFact = Pick<Card, "state" | "stability" | "lastReviewAt" | "dueAt"> & {
  questionId: string;
};

export type ProgressFacts = {
  cards: CardFact[];
  /** Instants near each answer of the last 400 days: one in each quarter of an hour with answers. */
  studiedAt: Date[];
  /** How long the last answers took, in seconds; null without any. */
  secondsPerAnswer: number | null;
  /** Of the questions seen, how many were answered right at first sight. */
  firstAnswers: { total: number; right: number };
};

/** Somebody who left the page open was not thinking all the while. */
const LONGEST_ANSWER_MS = 180_000;
const RECENT_ANSWERS = 100;

/** First answers of long ago tell little of what is not known today. */
const RECENT_FIRST_ANSWERS = 200;

const ms = (column: string): string => `(extract(epoch from ${column}) * 1000)::bigint`;

// A learner's day starts at a quarter of an hour in every time zone there is.
const PROGRESS_FACTS = `
  select
    (select coalesce(json_agg(json_build_array(c."questionId", c.state, c.stability,
         ${ms('c."lastReviewAt"')}, ${ms('c."dueAt"')})), '[]')
       from "Card" c where c."userId" = $1) as cards,
    (select coalesce(json_agg(distinct (extract(epoch from
         date_bin('15 minutes', r."reviewedAt", timestamptz 'epoch')) * 1000)::bigint), '[]')
       from "Review" r
      where r."userId" = $1 and r."undoneAt" is null
        and r."reviewedAt" > $2::timestamptz - interval '400 days') as studied,
    (select avg(least(l."durationMs", ${LONGEST_ANSWER_MS})) / 1000
       from (select "durationMs" from "Review"
              where "userId" = $1 and "undoneAt" is null
              order by "reviewedAt" desc limit ${RECENT_ANSWERS}) l)::float8 as seconds,
    (select json_build_array(count(*), count(*) filter (where f.rating > 1))
       from (select (select r.rating from "Review" r
                      where r."userId" = c."userId" and r."questionId" = c."questionId"
                        and r."undoneAt" is null and r.purpose not in ('drill', 'retry')
                      order by r."reviewedAt", r.id limit 1) as rating
               from (select * from "Card" where "userId" = $1
                      order by "firstReviewAt" desc limit ${RECENT_FIRST_ANSWERS}) c) f
      where f.rating is not null) as first`;

type ProgressRow = {
  cards: [string, Card["state"], number, number, number][];
  studied: number[];
  seconds: number | null;
  first: [number, number];
};

export async function getProgressFacts(userId: string, now: Date): Promise<ProgressFacts> {
  const { rows } = await databasePool().query<ProgressRow>(PROGRESS_FACTS, [userId, now]);
  const [row] = rows;
  if (!row) throw new Error("A select without a table gave no row");
  return {
    cards: row.cards.map(([questionId, state, stability, lastReviewAt, dueAt]) => ({
      questionId,
      state,
      stability,
      lastReviewAt: new Date(lastReviewAt),
      dueAt: new Date(dueAt),
    })),
    studiedAt: row.studied.map((at) => new Date(at)),
    secondsPerAnswer: row.seconds,
    firstAnswers: { total: row.first[0], right: row.first[1] },
  };
}

/** When a learner started questions afresh, in order, by question. */
export async function findResets(userId: string): Promise<Map<string, Date[]>> {
  const { rows } = await databasePool().query<{ questionId: string; at: Date }>(
    `select "questionId", at from "CardEvent"
      where "userId" = $1 and kind = 'reset' and "undoneAt" is null order by at, id`,
    [userId],
  );
  const resets = new Map<string, Date[]>();
  for (const { questionId, at } of rows) {
    resets.set(questionId, [...(resets.get(questionId) ?? []), at]);
  }
  return resets;
}
