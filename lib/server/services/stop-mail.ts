import type { MailList } from "@/lib/domain/reminders/reminder-input";
import { countTry, UNSUBSCRIBES_PER_ADDRESS } from "@/lib/server/auth/throttle";
import { database } from "@/lib/server/db/client";
import { stopDigest, stopNoticeMail } from "@/lib/server/db/reminders";
import { AppError } from "@/lib/server/errors";
import { readUnsubscribeToken, type Subscription } from "@/lib/server/mail/unsubscribe-link";

/** What a link of an email stops. Throws "not-found" for one that this server did not make. */
export const viewStop = (token: string): { list: MailList } => ({ list: requireToken(token).list });

/** Stops what the link names. Done twice it is still stopped; in the settings it can be switched on again. */
export async function stopMail(token: string, address: string): Promise<{ list: MailList }> {
  await countTry(UNSUBSCRIBES_PER_ADDRESS, address);
  const { userId, list } = requireToken(token);
  if (list === "digest") await stopDigest(database(), userId);
  else await stopNoticeMail(database(), userId);
  return { list };
}

function requireToken(token: string): Subscription {
  const subscription = readUnsubscribeToken(token);
  if (subscription) return subscription;
  throw new AppError("not-found", "This link stops nothing: it is incomplete or too old.");
}
