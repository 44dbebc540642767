import { expect, test } from "vitest";

import { streakOf } from "@/lib/domain/progress/streak";

const TODAY = 20_000;
const daysAgo = (...days: number[]) => new Set(days.map((day) => TODAY - day));

test.each([
  { studied: [], days: 0, studiedToday: false },
  { studied: [0], days: 1, studiedToday: true },
  { studied: [0, 1, 2], days: 3, studiedToday: true },
  { studied: [1, 2], days: 2, studiedToday: false },
  { studied: [2, 3], days: 0, studiedToday: false },
  { studied: [0, 2, 3], days: 1, studiedToday: true },
])("having studied $studied days ago is a streak of $days", ({ studied, ...streak }) => {
  expect(streakOf(daysAgo(...studied), TODAY)).toEqual({ ...streak, daysOff: 0 });
});

const dateAgo = (days: number) => new Date((TODAY - days) * 86_400_000).toISOString().slice(0, 10);
const breakOf = (from: number, to: number) => [{ from: dateAgo(from), to: dateAgo(to) }];

test.each([
  { studied: [0, 4], off: breakOf(3, 1), days: 2, daysOff: 3, name: "is frozen over a break" },
  {
    studied: [4],
    off: breakOf(3, 0),
    days: 1,
    daysOff: 3,
    name: "stands through the break of today",
  },
  {
    studied: [0, 4],
    off: breakOf(2, 1),
    days: 1,
    daysOff: 0,
    name: "ends with a day that was no day off",
  },
  {
    studied: [0, 2, 4],
    off: breakOf(3, 1),
    days: 3,
    daysOff: 2,
    name: "counts a day off with answers",
  },
  { studied: [], off: breakOf(5, 0), days: 0, daysOff: 0, name: "does not begin with days off" },
])("a streak $name", ({ studied, off, days, daysOff }) => {
  expect(streakOf(daysAgo(...studied), TODAY, off)).toMatchObject({ days, daysOff });
});
