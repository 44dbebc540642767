import { DUE_SOON_MS, digestWords, type DigestFacts } from "@/lib/domain/reminders/digest-words";
import { digestDueOn } from "@/lib/domain/reminders/digest-due";
import { dayOfDate, isDayOff } from "@/lib/domain/scheduling/due-day";
import { dayNumber } from "@/lib/domain/scheduling/learner-day";
import { linkTo } from "@/lib/server/classes/secrets";
import { database } from "@/lib/server/db/client";
import { claimDigests, findMailReader, listDigestReaders } from "@/lib/server/db/reminders";
import { getStudySettings } from "@/lib/server/db/study-settings";
import { listGivenWork, type GivenWork } from "@/lib/server/quizzes/given-work";
import { prepareQueue } from "@/lib/server/jobs/enqueue";
import { isMailOn, sendMail } from "@/lib/server/mail/send-mail";
import { unsubscribeAddress, unsubscribePage } from "@/lib/server/mail/unsubscribe-link";
import { viewToday } from "@/lib/server/services/view-today";

/** The job that sends one digest; tried over some three hours. */
export const SEND_DIGEST = { name: "send-digest", tries: 10 };

const READERS_AT_ONCE = 500;

/** Queues the digests that are due now. Safe to do twice, and in several instances. */
export async function queueDigests(now: Date, signal: AbortSignal): Promise<number> {
  if (!isMailOn()) return 0;
  await prepareQueue();
  let queued = 0;
  for (let after: string | null = null; ;) {
    signal.throwIfAborted();
    const readers = await listDigestReaders(after, READERS_AT_ONCE);
    const due = readers.flatMap(({ userId, sentOn, ...rule }) => {
      const date = digestDueOn(rule, sentOn, now);
      return date === null ? [] : [{ userId, date }];
    });
    queued += await claimDigests(due, SEND_DIGEST);
    after = readers.at(-1)?.userId ?? null;
    if (readers.length < READERS_AT_ONCE) return queued;
  }
}

export type DigestRef = { userId: string; /** YYYY-MM-DD */ date: string };

/** Sends the digest of a date, unless the learner has stopped it, has the day off, or nothing is due. */
export async function sendDigest({ userId, date }: DigestRef, now: Date): Promise<void> {
  const reader = await findMailReader(userId);
  if (!reader?.dailyDigest) return;
  const settings = await getStudySettings(database(), userId);
  const isOver = dayNumber(now, { ...settings, dayStartHour: 0 }) !== dayOfDate(date);
  if (isOver || isDayOff(dayNumber(now, settings), settings.daysOff)) return;

  const [today, given] = await Promise.all([
    viewToday({ userId, sessionVersion: reader.sessionVersion }, now),
    listGivenWork(userId, now, now),
  ]);
  const open = given.filter(({ isHandedIn, opensAt }) => !isHandedIn && opensAt <= now);
  const words = digestWords({
    ...today,
    dueSoon: dueSoonOf(open, now),
    homework: homeworkOf(open, now),
  });
  if (!words) return;
  const subscription = { userId, list: "digest" } as const;
  const sent = await sendMail({
    ...words,
    to: reader.email,
    event: `digest-${date}-${userId}`,
    action: { label: "Study now", url: linkTo("/study") },
    footer: {
      text: "You get this on days on which something is due, because you switched on the daily digest in Reconcile.",
      stop: { label: "Stop the daily digest", url: unsubscribePage(subscription) },
    },
    unsubscribeUrl: unsubscribeAddress(subscription),
  });
  if (sent === "off") throw new Error("This instance sends no email");
}

const dueSoonOf = (open: readonly GivenWork[], now: Date): DigestFacts["dueSoon"] =>
  open
    .filter(({ ownDueAt }) => ownDueAt > now && ownDueAt.getTime() <= now.getTime() + DUE_SOON_MS)
    .map(({ title, className, timeZone, ownDueAt }) => ({
      title,
      className,
      timeZone,
      dueAt: ownDueAt,
    }));

/** Study work that asks for something today. */
const homeworkOf = (open: readonly GivenWork[], now: Date): DigestFacts["homework"] =>
  open.flatMap(({ title, className, ownDueAt, homework }) =>
    homework && ownDueAt > now
      ? [
          {
            title,
            className,
            reached: homework.reached,
            answersLeft: homework.today
              ? Math.max(0, homework.today.wanted - homework.today.given)
              : null,
          },
        ]
      : [],
  );
