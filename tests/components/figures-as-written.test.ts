import { expect, test } from "vitest";

import { formatFigure, formatTick } from "@/components/charts/chart-data";
import { movedWords } from "@/components/plan/plan-words";
import {
  calendarDate,
  dateOfDay,
  dayWords,
  percent,
  points,
  shortDay,
} from "@/components/progress/figure-words";
import { counted } from "@/components/ui/counted";

test.each([
  [1_240, "count", "1,240"],
  [12.34, "count", "12.3"],
  [0.4567, "decimal", "0.457"],
  [0.874, "percent", "87 %"],
  [0.0123, "percent", "1.2 %"],
  [0, "percent", "0 %"],
  [1, "days", "1 day"],
  [2.5, "days", "2.5 days"],
  [12.4, "days", "12 days"],
  [0.4, "minutes", "under 1 min"],
  [45, "minutes", "45 min"],
  [60, "minutes", "1 h"],
  [65, "minutes", "1 h 5 min"],
  [8.25, "seconds", "8.3 s"],
  [null, "percent", "–"],
] as const)("%s in %s is written %s", (value, unit, text) => {
  expect(formatFigure(value, unit)).toBe(text);
});

test("an axis leaves units to the chart's sentence, but for percent", () => {
  expect([formatTick(65, "minutes"), formatTick(0.5, "percent")]).toEqual(["65", "50 %"]);
});

test("shares and counts are written as one says them", () => {
  expect([percent(0.875), points(0.01), points(0.0144), counted(1, "day", "days")]).toEqual([
    "88 %",
    "1.0 points",
    "1.4 points",
    "1 day",
  ]);
  expect(counted(1_200, "day", "days")).toBe("1,200 days");
});

test("a learner's day is written as its calendar date, wherever the browser is", () => {
  const day = Date.UTC(2026, 2, 2) / 86_400_000;
  expect([dateOfDay(day), dayWords(day), shortDay(day)]).toEqual([
    "2026-03-02",
    "Mon 2 March",
    "2 Mar",
  ]);
  expect(calendarDate("2026-03-14")).toBe("14 March 2026");
});

const MOVED = { reviews: 0, beyondRange: 0, aboveLimit: 0, left: 0 };

test.each([
  [{}, null],
  [{ reviews: 1 }, "1 review was moved."],
  [
    { reviews: 12, beyondRange: 1, aboveLimit: 2 },
    "12 reviews were moved. 1 comes later than is best for it. 2 are on days above your limit.",
  ],
  [{ left: 1 }, "1 review stays on a day off: no day is left."],
])("of the moves %j it is said: %s", (change, says) => {
  expect(movedWords({ ...MOVED, ...change })).toBe(says);
});
