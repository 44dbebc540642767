import { databasePool, type Db } from "@/lib/server/db/client";
import type { CalendarFeed } from "@/lib/server/db/generated/client";

export type StoredFeed = CalendarFeed;

/** The one address that works; null without any. */
export const findFeed = (db: Db, userId: string): Promise<StoredFeed | null> =>
  db.calendarFeed.findFirst({ where: { userId, revokedAt: null } });

/** Within a transaction. Every address of the person stops working; one at a time may do this. */
export async function revokeFeeds(db: Db, userId: string, now: Date): Promise<void> {
  await db.$queryRaw`select id from "User" where id = ${userId}::uuid for update`;
  await db.calendarFeed.updateMany({
    where: { userId, revokedAt: null },
    data: { revokedAt: now },
  });
}

export const createFeed = (db: Db, feed: Pick<StoredFeed, "tokenHash" | "userId" | "createdAt">) =>
  db.calendarFeed.create({ data: feed, select: { userId: true } });

export type FeedOwner = { userId: string; sessionVersion: number };

/** Whose calendar an address shows; null when it is revoked, or its person gone, disabled or a guest. */
export async function findFeedOwner(tokenHash: string): Promise<FeedOwner | null> {
  const { rows } = await databasePool().query<FeedOwner>(
    `select u.id as "userId", u."sessionVersion"
       from "CalendarFeed" f
       join "User" u on u.id = f."userId" and u.email is not null and u."disabledAt" is null
      where f."tokenHash" = $1 and f."revokedAt" is null`,
    [tokenHash],
  );
  return rows[0] ?? null;
}

/** At most once in the time since `before`: programs read often. */
export async function noteFeedRead(tokenHash: string, now: Date, before: Date): Promise<void> {
  await databasePool().query(
    `update "CalendarFeed" set "lastReadAt" = $2
      where "tokenHash" = $1 and ("lastReadAt" is null or "lastReadAt" < $3)`,
    [tokenHash, now, before],
  );
}

export type DueTimes = {
  cards: { questionId: string; dueAt: Date }[];
  /** How long the learner's last answers took; null without any. */
  secondsPerAnswer: number | null;
};

/** Somebody who left the page open was not thinking all the while. */
const LONGEST_ANSWER_MS = 180_000;
const RECENT_ANSWERS = 100;

/** When a learner's cards are due before `until`, suspended ones left out, and what each takes. */
export async function findDueTimes(userId: string, until: Date): Promise<DueTimes> {
  const { rows } = await databasePool().query<{
    cards: [string, number][];
    secondsPerAnswer: number | null;
  }>(
    `select
       (select coalesce(json_agg(json_build_array(c."questionId",
                 (extract(epoch from c."dueAt") * 1000)::bigint)), '[]')
          from "Card" c
         where c."userId" = $1 and c."dueAt" < $2
           and not exists (select 1 from "QuestionMark" m
                            where m."userId" = c."userId" and m."questionId" = c."questionId"
                              and m."suspendedAt" is not null)) as cards,
       (select avg(least(l."durationMs", ${LONGEST_ANSWER_MS})) / 1000
          from (select "durationMs" from "Review"
                 where "userId" = $1 and "undoneAt" is null
                 order by "reviewedAt" desc limit ${RECENT_ANSWERS}) l)::float8 as "secondsPerAnswer"`,
    [userId, until],
  );
  const { cards = [], secondsPerAnswer = null } = rows[0] ?? {};
  return {
    cards: cards.map(([questionId, dueAt]) => ({ questionId, dueAt: new Date(dueAt) })),
    secondsPerAnswer,
  };
}
