import type { Actor } from "@/lib/domain/access/actor";
import type { DigestChoice } from "@/lib/domain/reminders/reminder-input";
import { calendarAddress } from "@/lib/server/calendar/calendar-token";
import { findFeed } from "@/lib/server/db/calendar-feeds";
import { database } from "@/lib/server/db/client";
import { findDigestChoices, saveDigestChoices } from "@/lib/server/db/reminders";
import { AppError } from "@/lib/server/errors";
import { isMailOn } from "@/lib/server/mail/send-mail";

export type RemindersView = {
  /** Null for a guest, who has no address to write to and no way back to this page. */
  account: {
    email: string;
    digest: { dailyDigest: boolean; digestHour: number };
    /** `address` is null when it cannot be shown again: the server's secret has changed since. */
    calendar: { address: string | null; createdAt: string; lastReadAt: string | null } | null;
  } | null;
  isMailOn: boolean;
};

const NO_CHOICE = { dailyDigest: false, digestHour: 7 };

/** What a person is reminded of, and how. */
export async function viewReminders(actor: Actor): Promise<RemindersView> {
  if (actor.email === null) return { account: null, isMailOn: isMailOn() };
  const [digest, feed] = await Promise.all([
    findDigestChoices(database(), actor.id),
    findFeed(database(), actor.id),
  ]);
  return {
    account: {
      email: actor.email,
      digest: digest ?? NO_CHOICE,
      calendar: feed && {
        address: calendarAddress(feed),
        createdAt: feed.createdAt.toISOString(),
        lastReadAt: feed.lastReadAt?.toISOString() ?? null,
      },
    },
    isMailOn: isMailOn(),
  };
}

export async function changeDigest(actor: Actor, choice: DigestChoice): Promise<void> {
  requireAccount(actor);
  await saveDigestChoices(database(), actor.id, choice);
}

/** Reminders go somewhere a guest has not got. */
export function requireAccount(actor: Actor): void {
  if (!actor.isGuest) return;
  throw new AppError("forbidden", "Reminders need an account: sign up to switch them on.");
}
