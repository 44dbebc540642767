import { describe, expect, test } from "vitest";

import {
  calendarDays,
  finalAt,
  firstWholeDay,
  homeworkState,
  reminderDay,
  windowDays,
} from "@/lib/domain/quizzes/homework-plan";
import { homeworkProgress, StudyRuleSchema } from "@/lib/domain/quizzes/study-homework";

const at = (text: string) => new Date(`${text}Z`);
const UTC = { timeZone: "UTC", dayStartHour: 4 };

/** From Monday to the Sunday after the next: 14 days. */
const WINDOW = { opensAt: at("2026-11-02T00:00"), dueAt: at("2026-11-15T23:59") };

const reviews = StudyRuleSchema.parse({
  kind: "reviews",
  scope: { by: "all" },
  perDay: 20,
  days: 12,
  credit: "proportional",
  points: 10,
});
const readiness = StudyRuleSchema.parse({
  kind: "readiness",
  scope: { by: "exam", id: "cka" },
  target: 0.7,
  credit: "proportional",
  points: 10,
});

test.each([
  ["2026-11-02T00:00", "2026-11-15T23:59", 14],
  ["2026-11-02T00:00", "2026-11-16T00:00", 14],
  ["2026-11-02T08:00", "2026-11-02T09:00", 1],
  ["2026-11-02T23:00", "2026-11-03T01:00", 2],
  ["2026-11-03T00:00", "2026-11-02T00:00", 0],
  ["", "2026-11-02T00:00", 0],
])("from %s to %s are %i days", (opens, due, days) => {
  expect(calendarDays(opens, due)).toBe(days);
});

test.each([
  { where: "in the class's zone", rule: UTC, days: 15 },
  { where: "in Los Angeles", rule: { timeZone: "America/Los_Angeles", dayStartHour: 4 }, days: 15 },
  { where: "in Kolkata", rule: { timeZone: "Asia/Kolkata", dayStartHour: 4 }, days: 15 },
  { where: "of days that start at midnight", rule: { timeZone: "UTC", dayStartHour: 0 }, days: 14 },
])("$where the time touches $days of the student's days", ({ rule, days }) => {
  const { first, last } = windowDays(WINDOW, rule);
  expect(last - first + 1).toBe(days);
});

test("the result is final a day after it was due", () => {
  expect(finalAt(WINDOW)).toEqual(at("2026-11-16T23:59"));
});

const standing = (reached: number, rule = reviews) => {
  const answersByDay = new Map(Array.from({ length: reached }, (_, day) => [day, 20]));
  const figures = { answersByDay, daysThere: 15, readiness: reached };
  return {
    window: WINDOW,
    progress: homeworkProgress(rule, figures),
    isSettled: false,
    days: UTC,
  };
};

test.each([
  { opensAt: "2026-11-02T04:00", date: "2026-11-02" },
  { opensAt: "2026-11-02T09:00", date: "2026-11-03" },
  { opensAt: "2026-11-02T00:00", date: "2026-11-02" },
])("a day that had begun before $opensAt is not whole", ({ opensAt, date }) => {
  const day = firstWholeDay({ ...WINDOW, opensAt: at(opensAt) }, UTC);
  expect(day).toBe(Date.parse(date) / 86_400_000);
});

describe("the state", () => {
  test.each([
    ["opens later before its time", 0, "2026-11-01T12:00", "opens"],
    ["is on plan at the start", 0, "2026-11-02T12:00", "on-plan"],
    ["is on plan after one free day", 0, "2026-11-03T12:00", "on-plan"],
    ["is behind after three free days", 0, "2026-11-05T12:00", "behind"],
    ["is on plan with the days that an even plan has", 2, "2026-11-05T12:00", "on-plan"],
    ["is reached as soon as it is", 12, "2026-11-13T12:00", "reached"],
    ["is over once it was due", 5, "2026-11-16T00:00", "over"],
  ])("of study on each day %s", (_fact, reached, now, state) => {
    expect(homeworkState(reviews, standing(reached), at(now))).toBe(state);
  });

  test.each([
    ["is on plan with half of it at half-time", 0.351, "2026-11-09T00:00", "on-plan"],
    ["is behind with less", 0.33, "2026-11-09T00:00", "behind"],
    ["is reached at the target", 0.7, "2026-11-03T00:00", "reached"],
  ])("of readiness %s", (_fact, share, now, state) => {
    expect(homeworkState(readiness, standing(share, readiness), at(now))).toBe(state);
  });

  test("stays final once it is settled", () => {
    const settled = { ...standing(0), isSettled: true };
    expect(homeworkState(reviews, settled, at("2026-11-05T12:00"))).toBe("settled");
  });
});

describe("who is behind is reminded", () => {
  const day = Date.parse("2026-11-05") / 86_400_000;
  test.each([
    ["not by day", "2026-11-05T12:00", 0, null],
    ["in the evening", "2026-11-05T17:00", 0, day],
    ["past midnight still for that day", "2026-11-06T02:00", 0, day],
    ["not in the early morning", "2026-11-06T05:00", 0, null],
    ["not once the day counts", "2026-11-05T18:00", 20, null],
  ])("%s", (_fact, now, today, expected) => {
    expect(reminderDay(reviews, { ...standing(0), today }, at(now))).toBe(expected);
  });

  test("and nobody else", () => {
    const onPlan = { ...standing(3), today: 0 };
    expect(reminderDay(reviews, onPlan, at("2026-11-05T18:00"))).toBe(null);
  });
});
