import type { Actor } from "@/lib/domain/access/actor";
import {
  isNoticeKind,
  NOTICE_KINDS,
  noticeSentence,
  type NoticeChoices,
  type NoticeKind,
} from "@/lib/domain/notices/notice-kinds";
import { database } from "@/lib/server/db/client";
import {
  findNoticeChoices,
  listNotices,
  markAllNoticesRead,
  markNoticeRead,
  saveNoticeChoices,
} from "@/lib/server/db/notices";

export type NoticeView = {
  id: string;
  kind: NoticeKind;
  text: string;
  link: string;
  at: string;
  isRead: boolean;
};

const MOST_NOTICES = 100;

/** The latest notices, newest first. */
export async function viewNotices(actor: Actor): Promise<NoticeView[]> {
  const rows = await listNotices(database(), actor.id, MOST_NOTICES);
  return rows.flatMap(({ id, kind, facts, link, createdAt, readAt }) =>
    isNoticeKind(kind)
      ? [
          {
            id,
            kind,
            text: noticeSentence(kind, facts),
            link,
            at: createdAt.toISOString(),
            isRead: readAt !== null,
          },
        ]
      : [],
  );
}

/** Nobody else's: an id that is not the actor's changes nothing. */
export const readNotice = (actor: Actor, { id }: { id: string }, now: Date): Promise<void> =>
  markNoticeRead(database(), actor.id, id, now);

export const readAllNotices = (actor: Actor, now: Date): Promise<void> =>
  markAllNoticesRead(database(), actor.id, now);

/** Without a choice: everything in the app, nothing by email. */
export async function viewNoticeChoices(actor: Actor): Promise<NoticeChoices> {
  const choices = await findNoticeChoices(database(), actor.id);
  const muted = kindsOf(choices?.muted);
  return {
    inApp: NOTICE_KINDS.filter((kind) => !muted.includes(kind)),
    byEmail: kindsOf(choices?.byEmail),
    dueSoonHours: choices?.dueSoonHours ?? 24,
  };
}

export async function changeNoticeChoices(actor: Actor, choices: NoticeChoices): Promise<void> {
  const muted = NOTICE_KINDS.filter((kind) => !choices.inApp.includes(kind));
  const { byEmail, dueSoonHours } = choices;
  await saveNoticeChoices(database(), actor.id, { muted, byEmail: [...byEmail], dueSoonHours });
}

const kindsOf = (stored: unknown): NoticeKind[] =>
  Array.isArray(stored)
    ? stored.filter((kind): kind is NoticeKind => typeof kind === "string" && isNoticeKind(kind))
    : [];
