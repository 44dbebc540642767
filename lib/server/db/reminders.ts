/** Who is to be written to, and that it was done: choices, digests and emails of notices. */
import { databasePool, type Db } from "@/lib/server/db/client";

export type DigestChoices = { dailyDigest: boolean; digestHour: number };

export const findDigestChoices = (db: Db, userId: string): Promise<DigestChoices | null> =>
  db.noticeChoices.findUnique({
    where: { userId },
    select: { dailyDigest: true, digestHour: true },
  });

export const saveDigestChoices = (db: Db, userId: string, choices: DigestChoices) =>
  db.noticeChoices.upsert({
    where: { userId },
    create: { userId, ...choices },
    update: choices,
    select: { userId: true },
  });

/** Nothing more by email of this list; nothing changes for whoever has gone. */
export async function stopDigest(db: Db, userId: string): Promise<void> {
  await db.noticeChoices.updateMany({ where: { userId }, data: { dailyDigest: false } });
}

export async function stopNoticeMail(db: Db, userId: string): Promise<void> {
  await db.noticeChoices.updateMany({ where: { userId }, data: { byEmail: [] } });
}

export type DigestReader = {
  userId: string;
  timeZone: string;
  digestHour: number;
  /** YYYY-MM-DD */
  sentOn: string | null;
};

/** The next people who want a digest, by id, after `after`. Guests and disabled accounts are none. */
export async function listDigestReaders(
  after: string | null,
  most: number,
): Promise<DigestReader[]> {
  const { rows } = await databasePool().query<DigestReader>(
    `select u.id as "userId", s."timeZone", c."digestHour", c."digestSentOn"::text as "sentOn"
       from "NoticeChoices" c
       join "User" u on u.id = c."userId" and u.email is not null and u."disabledAt" is null
       join "StudySettings" s on s."userId" = u.id and s.version = u."settingsVersion"
      where c."dailyDigest" and ($1::uuid is null or c."userId" > $1::uuid)
      order by c."userId" limit $2`,
    [after, most],
  );
  return rows;
}

/** A queued job: its name, how often it is tried. */
type JobSpec = { name: string; tries: number };

/**
 * Notes for each of these people that the digest of their date is sent, and queues it, in
 * one statement: of several instances that do so at once, one queues it. Returns how many.
 */
export async function claimDigests(
  due: readonly { userId: string; date: string }[],
  { name, tries }: JobSpec,
): Promise<number> {
  if (due.length === 0) return 0;
  const { rowCount } = await databasePool().query(
    `with claimed as (
       update "NoticeChoices" c set "digestSentOn" = d.date
         from unnest($1::uuid[], $2::date[]) as d("userId", date)
        where c."userId" = d."userId" and c."dailyDigest"
          and (c."digestSentOn" is null or c."digestSentOn" < d.date)
        returning c."userId", d.date)
     select job.id from claimed,
       lateral graphile_worker.add_job($3,
         json_build_object('userId', "userId", 'date', date::text), max_attempts := $4) job`,
    [due.map(({ userId }) => userId), due.map(({ date }) => date), name, tries],
  );
  return rowCount ?? 0;
}

/**
 * Notes of notices that they go out by email and queues them, in one statement: those of
 * kinds that their person wants by email, told since `since` and not read yet. Returns how many.
 */
export async function claimNoticeMails(
  since: Date,
  now: Date,
  most: number,
  { name, tries }: JobSpec,
): Promise<number> {
  const { rowCount } = await databasePool().query(
    `with unsent as (
       select n."userId", n.id
         from "NoticeChoices" c
         join "User" u on u.id = c."userId" and u.email is not null and u."disabledAt" is null
         join "Notice" n on n."userId" = c."userId" and n."createdAt" >= $1
          and n."emailedAt" is null and n."readAt" is null
        where c."byEmail" <> '[]' and jsonb_exists(c."byEmail", n.kind)
        order by n."createdAt" limit $3
          for update of n skip locked),
     claimed as (
       update "Notice" n set "emailedAt" = $2 from unsent
        where n."userId" = unsent."userId" and n.id = unsent.id and n."emailedAt" is null
        returning n."userId", n.id)
     select job.id from claimed,
       lateral graphile_worker.add_job($4,
         json_build_object('userId', "userId", 'id', claimed.id), max_attempts := $5) job`,
    [since, now, most, name, tries],
  );
  return rowCount ?? 0;
}

export type MailReader = {
  email: string;
  sessionVersion: number;
  dailyDigest: boolean;
  byEmail: unknown;
};

/** Who an email goes to; null for guests, for accounts that are disabled or gone. */
export async function findMailReader(userId: string): Promise<MailReader | null> {
  const { rows } = await databasePool().query<MailReader>(
    `select u.email, u."sessionVersion", c."dailyDigest", c."byEmail"
       from "User" u join "NoticeChoices" c on c."userId" = u.id
      where u.id = $1 and u.email is not null and u."disabledAt" is null`,
    [userId],
  );
  return rows[0] ?? null;
}

export const findNotice = (db: Db, userId: string, id: string) =>
  db.notice.findUnique({ where: { userId_id: { userId, id } } });
