import { afterAll, beforeAll, expect, test, vi } from "vitest";

import { GET } from "@/app/api/calendar/[file]/route";
import type { Actor } from "@/lib/domain/access/actor";
import { database, databasePool } from "@/lib/server/db/client";
import { updateAccess } from "@/lib/server/db/people";
import { renewCalendar, revokeCalendar } from "@/lib/server/services/change-calendar";
import { readCalendar } from "@/lib/server/services/read-calendar";
import { viewReminders } from "@/lib/server/services/view-reminders";
import { aClass, aQuizAssignment, aStudent, hours, join, quizOf } from "@/tests/helpers/classes";
import { aGuest, aPerson, START } from "@/tests/helpers/people";
import { aShortQuestion, loadQuestions } from "@/tests/helpers/study-content";

const DAY_MS = 86_400_000;
const inDays = (days: number) => new Date(START.getTime() + days * DAY_MS);

beforeAll(async () => {
  vi.stubEnv("NEXTAUTH_SECRET", "0123456789abcdef-for-tests");
  vi.stubEnv("NEXTAUTH_URL", "https://study.example");
  await loadQuestions([
    aShortQuestion("pods/phase"),
    aShortQuestion("pods/probe"),
    aShortQuestion("pods/quiz"),
  ]);
});
afterAll(() => {
  vi.unstubAllEnvs();
});

const addressOf = async (actor: Actor) => {
  const { account } = await viewReminders(actor);
  return account?.calendar?.address ?? null;
};
const tokenOf = async (actor: Actor) =>
  /\/api\/calendar\/([\w-]{43})\.ics$/.exec((await addressOf(actor)) ?? "")?.[1] ?? "";

async function aSubscriber() {
  const person = await aPerson();
  await renewCalendar(person, START);
  return { person, token: await tokenOf(person) };
}

const read = (token: string, now = START) => readCalendar(token, { now, address: "192.0.2.9" });
const eventsIn = (text: string) =>
  text
    .replaceAll("\r\n ", "")
    .split("BEGIN:VEVENT\r\n")
    .slice(1)
    .map((event) => /SUMMARY:(.*)\r\n/.exec(event)?.[1]);

const giveCard = (userId: string, questionId: string, dueAt: Date) =>
  database().card.create({
    data: {
      userId,
      questionId,
      state: "review",
      dueAt,
      stability: 10,
      difficulty: 5,
      scheduledDays: 10,
      learningSteps: 0,
      reps: 3,
      lapses: 0,
      lastReviewAt: START,
      firstReviewAt: START,
    },
  });

const fetchIt = (token: string, headers: Record<string, string> = {}) =>
  GET(new Request(`https://study.example/api/calendar/${token}.ics`, { headers }), {
    params: Promise.resolve({ file: `${token}.ics` }),
  });

test("a calendar has the reviews of each day, the exam and what is assigned, and nothing else", async () => {
  const { person, token } = await aSubscriber();
  await giveCard(person.id, "pods/phase", inDays(-3));
  await giveCard(person.id, "pods/probe", inDays(29));
  await giveCard(person.id, "pods/gone", inDays(1));
  await database().studySettings.updateMany({
    where: { userId: person.id },
    data: { exam: "cka", examDate: new Date("2026-12-24T00:00:00Z") },
  });
  const group = await aClass();
  await join(group.id, person);
  await aStudent(group.id);
  await aQuizAssignment(group, quizOf("pods/quiz"));
  await aQuizAssignment(await aClass(), quizOf("pods/quiz"));
  await aQuizAssignment(group, quizOf("pods/quiz"), { publishedAt: null });
  const { text } = await read(token);
  expect(eventsIn(text)).toEqual([
    "1 review due",
    "1 review due",
    "Exam: Administrator",
    "Due: Pods (Kubernetes 101)",
  ]);
  expect(text).not.toMatch(/Ada|Kim|@example\.org/);
});

test("what the learner may not meet now is not counted, nor what is suspended", async () => {
  const { person, token } = await aSubscriber();
  await giveCard(person.id, "pods/quiz", START);
  await giveCard(person.id, "pods/probe", START);
  await database().questionMark.create({
    data: { userId: person.id, questionId: "pods/probe", suspendedAt: START },
  });
  const group = await aClass();
  await join(group.id, person);
  await aQuizAssignment(group, quizOf("pods/quiz"));
  expect(eventsIn((await read(token, hours(1))).text)).toEqual(["Due: Pods (Kubernetes 101)"]);
});

test("extra days that a class grants move the time", async () => {
  const { person, token } = await aSubscriber();
  const group = await aClass();
  await join(group.id, person, { extraDays: 2 });
  await aQuizAssignment(group, quizOf("pods/quiz"));
  expect((await read(token)).text).toContain("\r\nDTSTART:20261104T190000Z\r\n");
});

test("the database holds no address, only its hash", async () => {
  const { person, token } = await aSubscriber();
  const row = await database().calendarFeed.findFirstOrThrow({ where: { userId: person.id } });
  expect(token).toMatch(/^[\w-]{43}$/);
  expect(JSON.stringify(row)).not.toContain(token);
});

test("a new address works, and the one before it no more", async () => {
  const { person, token } = await aSubscriber();
  await renewCalendar(person, hours(1));
  const next = await tokenOf(person);
  expect(next).not.toBe(token);
  await expect(read(token)).rejects.toThrow("There is no calendar at this address.");
  expect((await read(next)).text).toContain("BEGIN:VCALENDAR");
});

test("of many made at once one works", async () => {
  const person = await aPerson();
  await Promise.all(
    [1, 2, 3, 4].map((ms) => renewCalendar(person, new Date(START.getTime() + ms))),
  );
  const where = { userId: person.id, revokedAt: null };
  expect(await database().calendarFeed.count({ where })).toBe(1);
});

test("a revoked address is answered by 404, and so is one that was never made", async () => {
  const { person, token } = await aSubscriber();
  expect((await fetchIt(token)).status).toBe(200);
  await revokeCalendar(person, START);
  expect((await fetchIt(token)).status).toBe(404);
  expect((await fetchIt("x".repeat(43))).status).toBe(404);
  expect(await addressOf(person)).toBe(null);
});

test("a disabled account's calendar is not there", async () => {
  const { person, token } = await aSubscriber();
  await updateAccess(database(), person.email, { disabledAt: START });
  await expect(read(token)).rejects.toThrow("There is no calendar at this address.");
});

test("a guest is told why there is none", async () => {
  await expect(renewCalendar(await aGuest(), START)).rejects.toThrow("Reminders need an account");
});

test("it is text/calendar that only the subscriber's program keeps", async () => {
  const { token } = await aSubscriber();
  const { headers } = await fetchIt(token);
  expect(headers.get("content-type")).toBe("text/calendar; charset=utf-8");
  expect(headers.get("cache-control")).toBe("private, max-age=300");
});

test("who has it already is told so, until something is due at another time", async () => {
  const { person, token } = await aSubscriber();
  const etag = (await fetchIt(token)).headers.get("etag") ?? "";
  const again = await fetchIt(token, { "If-None-Match": etag });
  expect([again.status, await again.text()]).toEqual([304, ""]);
  await giveCard(person.id, "pods/phase", new Date());
  expect((await fetchIt(token, { "If-None-Match": etag })).status).toBe(200);
});

test("when it was read is kept to the hour", async () => {
  const { person, token } = await aSubscriber();
  const lastRead = async () =>
    (await database().calendarFeed.findFirstOrThrow({ where: { userId: person.id } })).lastReadAt;
  await read(token, START);
  await read(token, hours(0.9));
  expect(await lastRead()).toEqual(START);
  await read(token, hours(1.1));
  expect(await lastRead()).toEqual(hours(1.1));
});

test("a program that asks without end is told to wait", async () => {
  const { person, token } = await aSubscriber();
  await read(token);
  await databasePool().query(
    `update rate_limit set points = 10000 where key = 'calendar-person:' || $1`,
    [person.id],
  );
  const { status, headers } = await fetchIt(token);
  expect(status).toBe(429);
  expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
});
