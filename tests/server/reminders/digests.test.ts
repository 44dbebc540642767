import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";

import type { Actor } from "@/lib/domain/access/actor";
import { database, databasePool } from "@/lib/server/db/client";
import { updateAccess } from "@/lib/server/db/people";
import { startJobs, stopJobs } from "@/lib/server/jobs/job-runner";
import { queueDigestsJob, sendDigestJob } from "@/lib/server/jobs/send-digests";
import { queueDigests, sendDigest } from "@/lib/server/services/send-digests";
import { changeDigest } from "@/lib/server/services/view-reminders";
import { aClass, aQuizAssignment, join, quizOf } from "@/tests/helpers/classes";
import { catchMail, type MailCatcher } from "@/tests/helpers/mail-catcher";
import { sendMailTo } from "@/tests/helpers/mail-settings";
import { aGuest, aPerson, START } from "@/tests/helpers/people";
import { aShortQuestion, loadQuestions } from "@/tests/helpers/study-content";

/** 2 November 2026, seven in the morning in UTC. */
const SEVEN = new Date("2026-11-02T07:00:00Z");
const DATE = "2026-11-02";
const DAY_MS = 86_400_000;
const GOING_ON = new AbortController().signal;
const WAIT = { timeout: 20_000 };

let catcher: MailCatcher;
beforeAll(async () => {
  catcher = await catchMail();
  await loadQuestions([aShortQuestion("pods/phase"), aShortQuestion("pods/probe")]);
});
beforeEach(async () => {
  sendMailTo(catcher);
  catcher.mails.length = 0;
  // Other tests' readers are none of this one's.
  await database().noticeChoices.deleteMany();
});
afterEach(async () => {
  await stopJobs();
  vi.unstubAllEnvs();
});
afterAll(() => catcher.close());

const giveCard = (userId: string, dueAt: Date) =>
  database().card.create({
    data: {
      userId,
      questionId: "pods/phase",
      state: "review",
      dueAt,
      stability: 10,
      difficulty: 5,
      scheduledDays: 10,
      learningSteps: 0,
      reps: 3,
      lapses: 0,
      lastReviewAt: new Date(dueAt.getTime() - 10 * DAY_MS),
      firstReviewAt: new Date(dueAt.getTime() - 30 * DAY_MS),
    },
  });

/** Wants a digest at seven in UTC and has one review due. */
async function aReader(dueAt = SEVEN): Promise<Actor & { email: string }> {
  const reader = await aPerson();
  await giveCard(reader.id, dueAt);
  await changeDigest(reader, { dailyDigest: true, digestHour: 7 });
  return reader;
}

const queued = async (userId: string) => {
  const { rows } = await databasePool().query<{ payload: object }>(
    `select j.payload from graphile_worker._private_jobs j where j.payload->>'userId' = $1`,
    [userId],
  );
  return rows.length;
};
const mailsTo = ({ email }: { email: string }) =>
  catcher.mails.filter(({ to }) => to.includes(email));

test("who wants one gets it, with what is due and a way to stop it", async () => {
  const reader = await aReader();
  await sendDigest({ userId: reader.id, date: DATE }, SEVEN);
  const [mail] = mailsTo(reader);
  expect(mail?.headers.get("subject")).toBe("1 review and 1 new today, about 1 min");
  expect(mail?.headers.get("message-id")).toBe(`<digest-${DATE}-${reader.id}@study.example>`);
  expect(mail?.headers.get("list-unsubscribe")).toMatch(
    /^<https:\/\/study\.example\/api\/unsubscribe\/[\w-]{47}>$/,
  );
});

test("it is queued once a day, however often and in however many instances it is asked for", async () => {
  const reader = await aReader();
  const counts = await Promise.all(Array.from({ length: 8 }, () => queueDigests(SEVEN, GOING_ON)));
  expect(counts.reduce((sum, count) => sum + count)).toBe(1);
  expect(await queueDigests(new Date("2026-11-02T08:00:00Z"), GOING_ON)).toBe(0);
  expect(await queued(reader.id)).toBe(1);
  expect(await queueDigests(new Date("2026-11-03T07:00:00Z"), GOING_ON)).toBe(1);
});

test("two runners that share the work send it once", async () => {
  const readers = await Promise.all(Array.from({ length: 5 }, () => aReader(new Date(Date.now()))));
  const hour = new Date().getUTCHours();
  await database().noticeChoices.updateMany({ data: { digestHour: hour } });
  startJobs({
    databaseUrl: process.env["DATABASE_URL"] ?? "",
    jobs: [queueDigestsJob, sendDigestJob],
    concurrency: 4,
  });
  await Promise.all([queueDigests(new Date(), GOING_ON), queueDigests(new Date(), GOING_ON)]);
  await vi.waitFor(async () => {
    const left = await Promise.all(readers.map(({ id }) => queued(id)));
    expect(left.every((count) => count === 0)).toBe(true);
  }, WAIT);
  expect(readers.map((reader) => mailsTo(reader).length)).toEqual([1, 1, 1, 1, 1]);
});

test("a digest that the mail server took without saying so is sent again as the same", async () => {
  const reader = await aReader();
  const digest = { userId: reader.id, date: DATE };
  catcher.hangUpAfterMails = 1;
  await expect(sendDigest(digest, SEVEN)).rejects.toThrow(/did not take it/);
  await sendDigest(digest, SEVEN);
  const ids = mailsTo(reader).map(({ headers }) => headers.get("message-id"));
  expect(ids).toEqual([ids[0], ids[0]]);
});

test("a queue that fails notes nothing as sent", async () => {
  const reader = await aReader();
  await databasePool().query(
    `create function refuse() returns trigger language plpgsql as $$ begin raise exception 'full'; end $$;
     create trigger refuse before insert on graphile_worker._private_jobs execute function refuse()`,
  );
  await expect(queueDigests(SEVEN, GOING_ON)).rejects.toThrow("full");
  await databasePool().query(
    `drop trigger refuse on graphile_worker._private_jobs; drop function refuse()`,
  );
  const { digestSentOn } = await database().noticeChoices.findUniqueOrThrow({
    where: { userId: reader.id },
  });
  expect(digestSentOn).toBe(null);
});

test("more people than one batch holds are all reached", async () => {
  await databasePool().query(
    `with people as (
       insert into "User" (id, email, name, "createdAt")
       select gen_random_uuid(), n || '-${randomUUID()}@example.org', 'Kim', now()
         from generate_series(1, 1200) n returning id),
     settings as (insert into "StudySettings" ("userId", version, "createdAt") select id, 1, now() from people)
     insert into "NoticeChoices" ("userId", "dailyDigest") select id, true from people`,
  );
  expect(await queueDigests(SEVEN, GOING_ON)).toBe(1200);
});

test("not at another hour, and not to whoever does not want one", async () => {
  const reader = await aReader();
  expect(await queueDigests(new Date("2026-11-02T06:45:00Z"), GOING_ON)).toBe(0);
  await changeDigest(reader, { dailyDigest: false, digestHour: 7 });
  expect(await queueDigests(SEVEN, GOING_ON)).toBe(0);
});

test("not without a mail server, which leaves the day open", async () => {
  await aReader();
  vi.stubEnv("SMTP_URL", undefined);
  vi.stubEnv("MAIL_FROM", undefined);
  expect(await queueDigests(SEVEN, GOING_ON)).toBe(0);
  sendMailTo(catcher);
  expect(await queueDigests(SEVEN, GOING_ON)).toBe(1);
});

test("a guest cannot have one, and is never written to", async () => {
  const guest = await aGuest();
  await expect(changeDigest(guest, { dailyDigest: true, digestHour: 7 })).rejects.toThrow(
    "Reminders need an account",
  );
  await database().noticeChoices.create({ data: { userId: guest.id, dailyDigest: true } });
  expect(await queueDigests(SEVEN, GOING_ON)).toBe(0);
});

test("a disabled account is not written to, also when its digest was queued before", async () => {
  const reader = await aReader();
  await updateAccess(database(), reader.email, { disabledAt: START });
  expect(await queueDigests(SEVEN, GOING_ON)).toBe(0);
  await sendDigest({ userId: reader.id, date: DATE }, SEVEN);
  expect(mailsTo(reader)).toEqual([]);
});

test.each([
  { what: "nothing is due", now: new Date("2026-10-31T07:00:00Z"), date: "2026-10-31" },
  { what: "its day is over", now: new Date("2026-11-03T00:10:00Z"), date: DATE },
])("nothing is sent when $what", async ({ now, date }) => {
  const reader = await aReader();
  await sendDigest({ userId: reader.id, date }, now);
  expect(mailsTo(reader)).toEqual([]);
});

test("nothing is sent on a day off", async () => {
  const reader = await aReader();
  await database().studySettings.updateMany({
    where: { userId: reader.id },
    data: { daysOff: [{ from: DATE, to: DATE }] },
  });
  await sendDigest({ userId: reader.id, date: DATE }, SEVEN);
  expect(mailsTo(reader)).toEqual([]);
});

test("nothing is sent when it was stopped after it was queued", async () => {
  const reader = await aReader();
  await queueDigests(SEVEN, GOING_ON);
  await changeDigest(reader, { dailyDigest: false, digestHour: 7 });
  await sendDigest({ userId: reader.id, date: DATE }, SEVEN);
  expect(mailsTo(reader)).toEqual([]);
});

test("what is due soon in a class is in it, and what is handed in or not open is not", async () => {
  const reader = await aPerson();
  await changeDigest(reader, { dailyDigest: true, digestHour: 7 });
  const group = await aClass();
  await join(group.id, reader);
  const now = new Date("2026-11-02T10:00:00Z");
  await aQuizAssignment(group, quizOf("pods/phase"));
  const notOpen = new Date("2026-11-02T12:00:00Z");
  await aQuizAssignment(group, quizOf("pods/phase"), { opensAt: notOpen });
  await sendDigest({ userId: reader.id, date: DATE }, now);
  expect(mailsTo(reader).map(({ headers }) => headers.get("subject"))).toEqual([
    "1 assignment due soon",
  ]);
});
