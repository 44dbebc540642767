/** What a chosen session is made of: the facts of the queue, and the cards that a collection or drill may hold. */
import { databasePool } from "@/lib/server/db/client";
import { recallMet, toMet } from "@/lib/server/db/met-questions";
import type { SessionClaims } from "@/lib/server/db/people";
import { openBanks } from "@/lib/server/db/private-banks";
import {
  QUEUE_COLUMNS,
  toQueueFacts,
  type QueueFacts,
  type QueueRow,
} from "@/lib/server/db/queue-facts";
import {
  CARD_COLUMNS,
  DAY_AT_MOST,
  notHidden,
  OF_SESSION,
  toAskedCard,
  type AskedCard,
  type CardTuple,
} from "@/lib/server/db/study-facts";

export type SessionFacts = QueueFacts & {
  /** Cards of the scope, due or not, weakest first; none that is suspended or set aside. */
  pool: AskedCard[];
  /** How long the learner's last answers took; null without any. */
  secondsPerAnswer: number | null;
};

/**
 * A collection or drill goes no further in one read; answering brings the next ones up. What is
 * flagged and what was missed today comes beside the weakest: it may be firm, or answered just now.
 */
const MOST_POOL_CARDS = 400;

/** Somebody who left the page open was not thinking all the while. */
const LONGEST_ANSWER_MS = 180_000;
const RECENT_ANSWERS = 100;

// Recall falls with the time since the last review over the stability, so that no curve is needed to sort by it.
const SESSION_FACTS = `select ${QUEUE_COLUMNS},
  (with own as (
     select d.*, extract(epoch from $3 - d."lastReviewAt") / greatest(d.stability, 0.01)
                 * (1 + d.lapses) as weakness
       from "Card" d
      where d."userId" = u.id
        and ($5::text[] is null or d."questionId" = any ($5)
             or split_part(d."questionId", '/', 1) in (
               select o.id from (${openBanks("u.id")}) o
                where $6::text[] is null or o.id = any ($6)))
        and ${notHidden("d")}),
   weakest as (select "questionId" from own order by weakness desc limit ${MOST_POOL_CARDS}),
   flagged as (
     select own."questionId" from own
       join "QuestionMark" m on m."userId" = u.id and m."questionId" = own."questionId"
      where m."flaggedAt" is not null order by own.weakness desc limit ${MOST_POOL_CARDS}),
   missed as (
     select r."questionId" from "Review" r
      where r."userId" = u.id and r."undoneAt" is null and r.rating = 1
        and r."reviewedAt" > $3::timestamptz - ${DAY_AT_MOST})
   select coalesce(json_agg(${CARD_COLUMNS} order by c.weakness desc), '[]') from own c
    where c."questionId" in (select "questionId" from weakest
                             union select "questionId" from flagged
                             union select "questionId" from missed)) as pool,
  (select avg(least(l."durationMs", ${LONGEST_ANSWER_MS})) / 1000
     from (select "durationMs" from "Review"
            where "userId" = u.id and "undoneAt" is null
            order by "reviewedAt" desc limit ${RECENT_ANSWERS}) l)::float8 as seconds
  ${OF_SESSION}`;

/** Null lets everything through. */
export type PoolScope = {
  /** Of questions that are everybody's. */
  questions: readonly string[] | null;
  /** Of private banks, those to look into; what else is asked of their questions is for the caller. */
  banks: readonly string[] | null;
};

/**
 * As `findQueueFacts`, with the cards that a collection or drill may hold: those of
 * `scope`. Null when the session is no longer good.
 */
export async function findSessionFacts(
  claims: SessionClaims,
  now: Date,
  scope: PoolScope,
): Promise<SessionFacts | null> {
  const known = recallMet(claims.userId);
  const { rows } = await databasePool().query<
    QueueRow & { pool: CardTuple[]; seconds: number | null }
  >({
    name: "study-session-facts",
    text: SESSION_FACTS,
    values: [
      claims.userId,
      claims.sessionVersion,
      now.toISOString(),
      known?.stamp ?? null,
      scope.questions,
      scope.banks,
    ],
  });
  const row = rows[0];
  if (!row) return null;
  return {
    ...toQueueFacts(row, toMet(claims.userId, row.met, known)),
    pool: row.pool.map(toAskedCard),
    secondsPerAnswer: row.seconds,
  };
}
