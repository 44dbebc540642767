import { v7 as uuidV7 } from "uuid";
import { beforeAll, describe, expect, test } from "vitest";

import { dayNumber } from "@/lib/domain/scheduling/learner-day";
import { dayOfDate, isDayOff } from "@/lib/domain/scheduling/due-day";
import { levelLimit } from "@/lib/domain/scheduling/level-fortnight";
import { database } from "@/lib/server/db/client";
import { getStudySettings } from "@/lib/server/db/study-settings";
import { levelFortnightsJob } from "@/lib/server/jobs/level-fortnights";
import { catchUp } from "@/lib/server/services/catch-up";
import { changeDaysOff } from "@/lib/server/services/change-days-off";
import { updateStudySettings } from "@/lib/server/services/update-study-settings";
import { viewCatchUp } from "@/lib/server/services/view-catch-up";
import { writeMoves } from "@/lib/server/study/write-moves";
import {
  aLearnerWith,
  addAnswers,
  cardsOf,
  inputOf,
  replayedCards,
} from "@/tests/helpers/planned-learner";
import { aShortQuestion, loadQuestions } from "@/tests/helpers/study-content";
import { studyAs, ticketFor } from "@/tests/helpers/study-api";

const NOW = new Date("2026-11-02T12:00:00Z");
const LATER = new Date("2026-11-02T12:05:00Z");
const IDS = Array.from({ length: 40 }, (_, index) => `pods/q${index}`);
const UTC = { timeZone: "UTC", dayStartHour: 4 };

beforeAll(() => loadQuestions(IDS.map((id) => aShortQuestion(id))));

const dueDays = async (userId: string) =>
  [...(await cardsOf(userId)).values()].map(({ dueAt }) => dayNumber(dueAt, UTC));

const setExam = async (
  learner: Parameters<typeof updateStudySettings>[0],
  date: string | null,
  at = NOW,
) => {
  const settings = inputOf(await getStudySettings(database(), learner.id));
  return updateStudySettings(
    learner,
    { ...settings, exam: date ? "cka" : null, examDate: date },
    at,
  );
};

/** 40 cards that are due a week or more from now. */
const aFreshLearner = () =>
  aLearnerWith(
    IDS.map((questionId) => ({ questionId, daysAgo: 0 })),
    NOW,
  );

describe("an exam date", () => {
  test("brings what is due after its eve before it, at no more than one level", async () => {
    const learner = await aFreshLearner();
    const { moved } = await setExam(learner, "2026-11-09");
    expect(moved?.reviews).toBeGreaterThan(0);
    const days = await dueDays(learner.id);
    expect(Math.max(...days)).toBeLessThanOrEqual(dayOfDate("2026-11-08"));
    const counts = [3, 4, 5, 6, 7, 8].map(
      (date) => days.filter((day) => day === dayOfDate(`2026-11-0${date}`)).length,
    );
    expect(Math.max(...counts)).toBeLessThanOrEqual(levelLimit(counts));
  });

  test("that is removed gives the dates back", async () => {
    const learner = await aFreshLearner();
    const before = await dueDays(learner.id);
    await setExam(learner, "2026-11-05");
    await setExam(learner, null, LATER);
    const after = await dueDays(learner.id);
    expect(Math.min(...after)).toBeGreaterThanOrEqual(Math.min(...before) - 1);
  });

  test("is one action: taking it back restores every card and the settings", async () => {
    const learner = await aFreshLearner();
    const before = await cardsOf(learner.id);
    await setExam(learner, "2026-11-09");
    const actions = await database().studyAction.findMany({ where: { userId: learner.id } });
    expect(actions.map(({ kind }) => kind)).toEqual(["exam"]);

    await (await studyAs(learner)).undo({}, { now: LATER });
    const withoutRevision = (cards: typeof before) =>
      new Map([...cards].map(([id, { revision: _revision, ...card }]) => [id, card]));
    expect(withoutRevision(await cardsOf(learner.id))).toEqual(withoutRevision(before));
    expect(await getStudySettings(database(), learner.id)).toMatchObject({ examDate: null });
  });

  test("leaves the stored cards what replaying the log gives", async () => {
    const learner = await aFreshLearner();
    await setExam(learner, "2026-11-09");
    const replayed = await replayedCards(learner.id);
    for (const [id, { revision: _revision, ...card }] of await cardsOf(learner.id)) {
      expect(replayed.get(id)).toEqual(card);
    }
  });
});

test("days off move what is scheduled on them, and the learner is told how much", async () => {
  const learner = await aFreshLearner();
  const add = { from: "2026-11-08", to: "2026-11-12" };
  const { moved, settings } = await changeDaysOff(learner, { add }, NOW);
  expect(moved?.reviews).toBeGreaterThan(0);
  expect(settings.daysOff).toEqual([add]);
  const days = await dueDays(learner.id);
  expect(days.filter((day) => isDayOff(day, [add]))).toEqual([]);
});

test("a day cut out of a break is a day of study again", async () => {
  const learner = await aFreshLearner();
  await changeDaysOff(learner, { add: { from: "2026-12-24", to: "2026-12-26" } }, NOW);
  const remove = { from: "2026-12-25", to: "2026-12-25" };
  const { settings } = await changeDaysOff(learner, { remove }, NOW);
  expect(settings.daysOff).toEqual([
    { from: "2026-12-24", to: "2026-12-24" },
    { from: "2026-12-26", to: "2026-12-26" },
  ]);
});

describe("a backlog", () => {
  const late = () =>
    aLearnerWith(
      IDS.map((questionId) => ({ questionId, daysAgo: 60 })),
      NOW,
    );

  test("is forecast before anything is changed", async () => {
    const learner = await late();
    const view = await viewCatchUp(learner, { days: 4 }, NOW);
    expect(view).toMatchObject({ waiting: 40, chosen: { days: 4, perDay: 10 } });
    expect(view.chosen?.forecast.map((day) => day.late)).toEqual([10, 10, 10, 10]);
    expect(await database().studyAction.count({ where: { userId: learner.id } })).toBe(0);
  });

  test("is spread as it was forecast, and can be taken back", async () => {
    const learner = await late();
    expect(await catchUp(learner, { days: 4 }, NOW)).toBe(30);
    expect((await viewCatchUp(learner, null, NOW)).waiting).toBe(10);
    await (await studyAs(learner)).undo({}, { now: LATER });
    expect((await viewCatchUp(learner, null, NOW)).waiting).toBe(40);
  });

  test("spread twice the same way moves nothing more", async () => {
    const learner = await late();
    await catchUp(learner, { perDay: 10 }, NOW);
    expect(await catchUp(learner, { perDay: 10 }, NOW)).toBe(0);
  });
});

test("the nightly job levels what the day's answers piled up on the exam's eve, once", async () => {
  const learner = await aLearnerWith([], NOW);
  await setExam(learner, "2026-11-09");
  await addAnswers(
    learner,
    IDS.map((questionId) => ({ questionId, daysAgo: 0 })),
    NOW,
  );
  const piled = await dueDays(learner.id);
  expect(piled.filter((day) => day === dayOfDate("2026-11-08"))).toHaveLength(40);

  const context = { now: NOW, signal: new AbortController().signal };
  await levelFortnightsJob.run({}, context);
  const days = await dueDays(learner.id);
  expect(days.filter((day) => day === dayOfDate("2026-11-08")).length).toBeLessThan(14);
  await levelFortnightsJob.run({}, context);
  expect(await dueDays(learner.id)).toEqual(days);
});

describe("what the night before levelled", () => {
  const HOUR_MS = 3_600_000;
  const after = (hours: number) => new Date(NOW.getTime() + hours * HOUR_MS);

  /** As the nightly job would. */
  const levelOne = (userId: string, questionId: string, at: Date) =>
    database().$transaction((db) =>
      writeMoves(db, { userId, actionId: uuidV7(), cause: "levelling", at }, [
        { questionId, dueAt: new Date("2026-11-12T04:00:00Z") },
      ]),
    );

  const allDue = async (userId: string) =>
    new Map([...(await cardsOf(userId))].map(([id, { dueAt }]) => [id, dueAt]));

  const dueOf = async (userId: string, questionId: string) =>
    (await allDue(userId)).get(questionId);

  test("is gone with the answer that it levelled", async () => {
    const learner = await aFreshLearner();
    const [first = ""] = IDS;
    const before = await dueOf(learner.id, first);
    await setExam(learner, "2026-11-16", after(1));
    const api = await studyAs(learner);
    const moved = await dueOf(learner.id, first);
    await api.answer(ticketFor(first, { occurrence: 1 }), {}, { now: after(2) });
    await levelOne(learner.id, first, after(14));
    expect(await dueOf(learner.id, first)).toEqual(new Date("2026-11-12T04:00:00Z"));
    await api.undo({}, { now: after(15) });
    expect(await dueOf(learner.id, first)).toEqual(moved);
    await api.undo({}, { now: after(16) });
    expect(await dueOf(learner.id, first)).toEqual(before);
  });

  test("is gone with the exam that it was levelled for", async () => {
    const learner = await aFreshLearner();
    const before = await allDue(learner.id);
    await setExam(learner, "2026-11-09", after(1));
    await levelOne(learner.id, IDS[0] ?? "", after(14));
    await (await studyAs(learner)).undo({}, { now: after(15) });
    expect(await allDue(learner.id)).toEqual(before);
  });
});
