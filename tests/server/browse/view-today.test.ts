import { beforeAll, expect, test } from "vitest";

import type { Actor } from "@/lib/domain/access/actor";
import { adoptTimeZone } from "@/lib/server/services/adopt-time-zone";
import { updateStudySettings } from "@/lib/server/services/update-study-settings";
import { viewSettings } from "@/lib/server/services/view-settings";
import { viewToday } from "@/lib/server/services/view-today";
import { aGuest } from "@/tests/helpers/people";
import { studyAs, ticketFor } from "@/tests/helpers/study-api";
import { anOpenQuestion, aShortQuestion, loadQuestions } from "@/tests/helpers/study-content";

const MONDAY = new Date("2026-03-02T12:00:00Z");
const DAY_MS = 86_400_000;
const after = (days: number) => new Date(MONDAY.getTime() + days * DAY_MS);

const SETTINGS = {
  timeZone: "UTC",
  dayStartHour: 4,
  newPerDay: 10,
  reviewsPerDay: 100,
  desiredRetention: 0.9,
  maximumIntervalDays: 36_500,
  exam: "cka" as const,
  examDate: "2026-03-12",
};

beforeAll(() => loadQuestions([aShortQuestion("pods/phase"), anOpenQuestion("pods/scheduler")]));

const today = (actor: Actor, now: Date) => viewToday({ userId: actor.id, sessionVersion: 0 }, now);

test("a newcomer finds new questions, no streak and nothing recalled", async () => {
  const view = await today(await aGuest(), MONDAY);
  expect(view).toMatchObject({
    counts: { new: 2, due: 0, learning: 0 },
    minutes: 1,
    streak: { days: 0, studiedToday: false },
    exam: null,
    hasStudied: false,
  });
  expect(view.readiness[0]).toMatchObject({ id: "cka", expected: 0, today: 0 });
});

test("answers count to the streak and the domain, undone ones do not", async () => {
  const actor = await aGuest();
  const api = await studyAs(actor);
  await api.answer(ticketFor("pods/phase"), {}, { now: MONDAY });
  await api.answer(ticketFor("pods/phase", { occurrence: 1 }), {}, { now: after(1) });
  expect((await today(actor, after(1))).streak).toMatchObject({ days: 2, studiedToday: true });
  expect((await today(actor, after(2))).streak).toMatchObject({ days: 2, studiedToday: false });
  expect((await today(actor, after(3))).streak.days).toBe(0);

  await api.undo({}, { now: after(1) });
  const view = await today(actor, after(1));
  expect(view.streak).toMatchObject({ days: 1, studiedToday: false });
  expect(view.readiness[0]?.domains[0]).toMatchObject({ questions: 2, seen: 1 });
});

test("the exam is counted down in the learner's own days", async () => {
  const actor = await aGuest();
  await updateStudySettings(actor, { ...SETTINGS, timeZone: "America/Los_Angeles" }, MONDAY);
  const daysLeft = async (now: string) => (await today(actor, new Date(now))).exam?.daysLeft;
  expect(await daysLeft("2026-03-02T20:00:00Z")).toBe(10);
  // Half past ten in the evening of the 2nd there.
  expect(await daysLeft("2026-03-03T06:30:00Z")).toBe(10);
  expect(await daysLeft("2026-03-12T20:00:00Z")).toBe(0);
});

test("a session that has ended sees no day", async () => {
  const { id } = await aGuest();
  await expect(viewToday({ userId: id, sessionVersion: 1 }, MONDAY)).rejects.toMatchObject({
    code: "signed-out",
  });
});

test("a newcomer's time zone is taken from the device, once", async () => {
  const actor = await aGuest();
  const zone = async () => (await viewSettings(actor)).settings.timeZone;
  await adoptTimeZone(actor, { timeZone: "Asia/Kolkata" }, MONDAY);
  expect(await zone()).toBe("Asia/Kolkata");
  await adoptTimeZone(actor, { timeZone: "Europe/Berlin" }, MONDAY);
  expect(await zone()).toBe("Asia/Kolkata");
});

test("a time zone that the learner chose stays", async () => {
  const actor = await aGuest();
  await updateStudySettings(actor, SETTINGS, MONDAY);
  await adoptTimeZone(actor, { timeZone: "Asia/Kolkata" }, MONDAY);
  expect((await viewSettings(actor)).settings).toMatchObject({ timeZone: "UTC", exam: "cka" });
});
