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
  expect(streakOf(daysAgo(...studied), TODAY)).toEqual(streak);
});
