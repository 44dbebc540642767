/** What a learner's progress is told from, read in one statement. */
import type { Card } from "@/lib/domain/scheduling/card";
import { databasePool } from "@/lib/server/db/client";

export type ProgressFacts = {
  cards: (Pick<Card, "stability" | "lastReviewAt" | "dueAt"> & { questionId: string })[];
  /** Instants near each answer of the last 400 days: one in each quarter of an hour with answers. */
  studiedAt: Date[];
  /** How long the last answers took, in seconds; null without any. */
  secondsPerAnswer: number | null;
};

/** Somebody who left the page open was not thinking all the while. */
const LONGEST_ANSWER_MS = 180_000;
const RECENT_ANSWERS = 100;

// A learner's day starts at a quarter of an hour in every time zone there is.
const PROGRESS_FACTS = `
  select
    (select coalesce(json_agg(json_build_array(c."questionId", c.stability,
         (extract(epoch from c."lastReviewAt") * 1000)::bigint,
         (extract(epoch from c."dueAt") * 1000)::bigint)), '[]')
       from "Card" c where c."userId" = $1) as cards,
    (select coalesce(json_agg(distinct (extract(epoch from
         date_bin('15 minutes', r."reviewedAt", timestamptz 'epoch')) * 1000)::bigint), '[]')
       from "Review" r
      where r."userId" = $1 and r."undoneAt" is null
        and r."reviewedAt" > $2::timestamptz - interval '400 days') as studied,
    (select avg(least(l."durationMs", ${LONGEST_ANSWER_MS})) / 1000
       from (select "durationMs" from "Review"
              where "userId" = $1 and "undoneAt" is null
              order by "reviewedAt" desc limit ${RECENT_ANSWERS}) l)::float8 as seconds`;

type ProgressRow = {
  cards: [string, number, number, number][];
  studied: number[];
  seconds: number | null;
};

export async function getProgressFacts(userId: string, now: Date): Promise<ProgressFacts> {
  const { rows } = await databasePool().query<ProgressRow>(PROGRESS_FACTS, [userId, now]);
  const { cards, studied, seconds } = rows[0] ?? { cards: [], studied: [], seconds: null };
  return {
    cards: cards.map(([questionId, stability, lastReviewAt, dueAt]) => ({
      questionId,
      stability,
      lastReviewAt: new Date(lastReviewAt),
      dueAt: new Date(dueAt),
    })),
    studiedAt: studied.map((at) => new Date(at)),
    secondsPerAnswer: seconds,
  };
}
