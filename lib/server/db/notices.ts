import { databasePool, type Db } from "@/lib/server/db/client";
import type { Notice } from "@/lib/server/db/generated/client";

export type StoredNotice = Notice;

export type NewNotice = Pick<
  StoredNotice,
  "userId" | "id" | "kind" | "key" | "link" | "createdAt"
> & {
  facts: object;
};

/** One of the same key is there already: it stays as it is. Whoever has gone is passed over. */
export async function createNotices(db: Db, notices: readonly NewNotice[]): Promise<void> {
  if (notices.length === 0) return;
  await db.notice.createMany({ data: [...notices], skipDuplicates: true });
}

/** Newest first. */
export const listNotices = (db: Db, userId: string, most: number): Promise<StoredNotice[]> =>
  db.notice.findMany({
    where: { userId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: most,
  });

export async function markNoticeRead(db: Db, userId: string, id: string, now: Date) {
  await db.notice.updateMany({ where: { userId, id, readAt: null }, data: { readAt: now } });
}

export async function markAllNoticesRead(db: Db, userId: string, now: Date) {
  await db.notice.updateMany({ where: { userId, readAt: null }, data: { readAt: now } });
}

/** As read by nobody: what it told of is over. */
export async function withdrawNotices(db: Db, userIds: readonly string[], key: string) {
  await db.notice.deleteMany({ where: { userId: { in: [...userIds] }, key, readAt: null } });
}

type Choices = { muted: unknown; byEmail: unknown; dueSoonHours: number };

export const findNoticeChoices = (db: Db, userId: string): Promise<Choices | null> =>
  db.noticeChoices.findUnique({
    where: { userId },
    select: { muted: true, byEmail: true, dueSoonHours: true },
  });

/** Of those who want this kind not even in the app. */
export async function listWhoMuted(
  db: Db,
  userIds: readonly string[],
  kind: string,
): Promise<Set<string>> {
  const rows = await db.noticeChoices.findMany({
    where: { userId: { in: [...userIds] }, muted: { array_contains: [kind] } },
    select: { userId: true },
  });
  return new Set(rows.map(({ userId }) => userId));
}

export const saveNoticeChoices = (
  db: Db,
  userId: string,
  choices: { muted: string[]; byEmail: string[]; dueSoonHours: number },
) =>
  db.noticeChoices.upsert({
    where: { userId },
    create: { userId, ...choices },
    update: choices,
    select: { userId: true },
  });

/** Unread notices of a person; 100 stands for more. */
export async function countUnread(userId: string): Promise<number> {
  const { rows } = await databasePool().query<{ unread: number }>(
    `select count(*)::int as unread from (
       select 1 from "Notice" where "userId" = $1 and "readAt" is null limit 100) n`,
    [userId],
  );
  return rows[0]?.unread ?? 0;
}
