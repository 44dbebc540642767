import { v7 as uuidV7 } from "uuid";

import { NOTICE_FACTS, type NoticeFacts, type NoticeKind } from "@/lib/domain/notices/notice-kinds";
import type { Db } from "@/lib/server/db/client";
import { createNotices, listWhoMuted } from "@/lib/server/db/notices";

export type Telling<K extends NoticeKind> = {
  kind: K;
  /** What it is about, such as "released <assignment id>": told once to each. */
  key: string;
  facts: NoticeFacts<K>;
  /** Path within the app. */
  link: string;
};

/**
 * Tells people something in the app, each once however often it is called with one key.
 * Whoever does not want this kind is not told. Part of the caller's transaction.
 */
export async function tellPeople<K extends NoticeKind>(
  db: Db,
  userIds: readonly string[],
  { kind, key, facts, link }: Telling<K>,
  now: Date,
): Promise<void> {
  if (userIds.length === 0) return;
  const checked: object = NOTICE_FACTS[kind].parse(facts);
  const muted = await listWhoMuted(db, userIds, kind);
  await createNotices(
    db,
    [...new Set(userIds)]
      .filter((userId) => !muted.has(userId))
      .map((userId) => ({ userId, id: uuidV7(), kind, key, facts: checked, link, createdAt: now })),
  );
}
