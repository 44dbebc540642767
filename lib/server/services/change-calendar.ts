import type { Actor } from "@/lib/domain/access/actor";
import { calendarToken } from "@/lib/server/calendar/calendar-token";
import { hashToken } from "@/lib/server/classes/secrets";
import { createFeed, revokeFeeds } from "@/lib/server/db/calendar-feeds";
import { database } from "@/lib/server/db/client";
import { requireAccount } from "@/lib/server/services/view-reminders";

/** Makes the address of a person's calendar; one that there was stops working at once. */
export async function renewCalendar(actor: Actor, now: Date): Promise<void> {
  requireAccount(actor);
  const feed = { userId: actor.id, createdAt: now };
  await database().$transaction(async (db) => {
    await revokeFeeds(db, actor.id, now);
    await createFeed(db, { ...feed, tokenHash: hashToken(calendarToken(feed)) });
  });
}

export async function revokeCalendar(actor: Actor, now: Date): Promise<void> {
  await database().$transaction((db) => revokeFeeds(db, actor.id, now));
}
