import { isNoticeKind, noticeSentence } from "@/lib/domain/notices/notice-kinds";
import { linkTo } from "@/lib/server/classes/secrets";
import { database } from "@/lib/server/db/client";
import { claimNoticeMails, findMailReader, findNotice } from "@/lib/server/db/reminders";
import { prepareQueue } from "@/lib/server/jobs/enqueue";
import { isMailOn, sendMail } from "@/lib/server/mail/send-mail";
import { unsubscribeAddress, unsubscribePage } from "@/lib/server/mail/unsubscribe-link";

/** The job that sends one notice; tried over some three hours. */
export const SEND_NOTICE = { name: "send-notice", tries: 10 };

const AT_ONCE = 500;
/** Older ones are no longer news: after an outage, or once email is switched on. */
const LATEST_MS = 24 * 3_600_000;
const LONGEST_SUBJECT = 150;

/** Queues the notices that are wanted by email, each once. Safe to do in several instances. */
export async function queueNotices(now: Date, signal: AbortSignal): Promise<number> {
  if (!isMailOn()) return 0;
  await prepareQueue();
  const since = new Date(now.getTime() - LATEST_MS);
  for (let queued = 0; ;) {
    signal.throwIfAborted();
    const claimed = await claimNoticeMails(since, now, AT_ONCE, SEND_NOTICE);
    queued += claimed;
    if (claimed < AT_ONCE) return queued;
  }
}

export type NoticeMailRef = { userId: string; id: string };

/** Sends one notice, unless it is gone or no longer wanted by email. */
export async function sendNotice({ userId, id }: NoticeMailRef): Promise<void> {
  const [reader, notice] = await Promise.all([
    findMailReader(userId),
    findNotice(database(), userId, id),
  ]);
  if (!reader || !notice || !isNoticeKind(notice.kind)) return;
  if (!Array.isArray(reader.byEmail) || !reader.byEmail.includes(notice.kind)) return;
  const sentence = noticeSentence(notice.kind, notice.facts);
  const subscription = { userId, list: "notices" } as const;
  const sent = await sendMail({
    to: reader.email,
    event: `notice-${id}`,
    subject: shortened(sentence),
    paragraphs: [sentence],
    action: { label: "Open it in Reconcile", url: linkTo(notice.link) },
    footer: {
      text: "You get this because you chose to be told of it by email in Reconcile.",
      stop: { label: "Stop all such emails", url: unsubscribePage(subscription) },
    },
    unsubscribeUrl: unsubscribeAddress(subscription),
  });
  if (sent === "off") throw new Error("This instance sends no email");
}

const shortened = (text: string): string =>
  text.length <= LONGEST_SUBJECT ? text : `${text.slice(0, LONGEST_SUBJECT - 1)}…`;
