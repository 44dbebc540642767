import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { cardKey, type Card, type SchedulingSettings } from "@/lib/domain/scheduling/card";
import { dayOfDate, daysUntilDue, isDayOff } from "@/lib/domain/scheduling/due-day";
import { dayNumber, dayStart } from "@/lib/domain/scheduling/learner-day";
import { fuzzRange } from "@/lib/domain/scheduling/memory-model";
import { previewRatings, scheduleReview } from "@/lib/domain/scheduling/schedule-review";
import { RATINGS, type Rating } from "@/lib/domain/study/rating";
import { plainSettings } from "@/tests/helpers/scheduling";

const key = cardKey("0198c0de-0000-7000-8000-000000000001", "pods/phase");
const TODAY = dayOfDate("2026-03-02");
const onDay = (date: string) => dayOfDate(date) - TODAY;
const christmas = { from: "2026-03-10", to: "2026-03-12" };
const range = (least: number, most: number) => () => ({ least, most });

describe("a review made on 2 March that would fall due", () => {
  test.each<[string, number, [number, number], object, number]>([
    ["on a working day stays", 7, [5, 9], { daysOff: [christmas] }, onDay("2026-03-09")],
    ["on a day off goes to the nearer side", 8, [6, 12], { daysOff: [christmas] }, 7],
    ["late in a break goes behind it, in range", 10, [8, 12], { daysOff: [christmas] }, 11],
    ["in the middle goes before it", 9, [7, 11], { daysOff: [christmas] }, 7],
    ["in a break wider than its range goes behind it", 9, [8, 10], { daysOff: [christmas] }, 11],
    [
      "tomorrow, a day off, goes to the day after",
      1,
      [1, 1],
      { daysOff: [{ from: "2026-03-03", to: "2026-03-03" }] },
      2,
    ],
    [
      "after the exam is due on its eve",
      30,
      [27, 33],
      { exam: "cka", examDate: "2026-03-20" },
      onDay("2026-03-19"),
    ],
    ["before the exam stays", 10, [8, 12], { exam: "cka", examDate: "2026-03-20" }, 10],
    ["after a date of no exam stays", 30, [27, 33], { exam: null, examDate: "2026-03-20" }, 30],
    [
      "after an exam that is tomorrow stays",
      30,
      [27, 33],
      { exam: "cka", examDate: "2026-03-03" },
      30,
    ],
    ["after an exam that is past stays", 30, [27, 33], { exam: "cka", examDate: "2026-03-01" }, 30],
    [
      "in a break up to the exam goes before it",
      9,
      [8, 10],
      { exam: "cka", examDate: "2026-03-13", daysOff: [christmas] },
      7,
    ],
    [
      "in a break from now to the exam stays",
      9,
      [8, 10],
      { exam: "cka", examDate: "2026-03-13", daysOff: [{ from: "2026-03-02", to: "2026-03-14" }] },
      9,
    ],
    [
      "in breaks that touch goes behind both",
      9,
      [8, 10],
      { daysOff: [christmas, { from: "2026-03-13", to: "2026-03-14" }] },
      13,
    ],
  ])("%s", (_fact, days, [least, most], change, due) => {
    const settings = { ...plainSettings, ...change };
    expect(daysUntilDue(TODAY, days, range(least, most), settings)).toBe(due);
  });
});

const cards: fc.Arbitrary<Card | null> = fc.option(
  fc.record({
    state: fc.constantFrom("learning" as const, "review" as const, "relearning" as const),
    dueAt: fc.constant(new Date("2026-03-01T04:00:00Z")),
    stability: fc.double({ min: 0.1, max: 900, noNaN: true }),
    difficulty: fc.double({ min: 1, max: 10, noNaN: true }),
    scheduledDays: fc.integer({ min: 0, max: 400 }),
    learningSteps: fc.integer({ min: 0, max: 1 }),
    reps: fc.integer({ min: 1, max: 60 }),
    lapses: fc.integer({ min: 0, max: 9 }),
    lastReviewAt: fc
      .integer({ min: Date.parse("2025-01-01"), max: Date.parse("2026-02-20") })
      .map((ms) => new Date(ms)),
    firstReviewAt: fc.constant(new Date("2025-01-01T08:00:00Z")),
  }),
);
const dateFrom = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);
const breaks = fc.array(
  fc
    .record({ from: fc.integer({ min: -3, max: 120 }), length: fc.nat(9) })
    .map(({ from, length }) => ({
      from: dateFrom(TODAY + from),
      to: dateFrom(TODAY + from + length),
    })),
  { maxLength: 4 },
);
const settings: fc.Arbitrary<SchedulingSettings> = fc
  .record({
    timeZone: fc.constantFrom("UTC", "America/Los_Angeles", "Asia/Kolkata", "Australia/Lord_Howe"),
    desiredRetention: fc.double({ min: 0.7, max: 0.97, noNaN: true }),
    maximumIntervalDays: fc.constantFrom(30, 365, 36_500),
    fuzz: fc.boolean(),
    learningSteps: fc.boolean(),
    daysOff: breaks,
    examIn: fc.integer({ min: 2, max: 200 }),
  })
  .map(({ examIn, ...rest }) => ({
    ...plainSettings,
    ...rest,
    exam: "cka",
    examDate: dateFrom(TODAY + examIn),
  }));
const noon = (timeZone: string, minutes: number) =>
  new Date(dayStart(TODAY, { timeZone, dayStartHour: 4 }).getTime() + minutes * 60_000);

test("nothing falls due after the exam's eve, and nothing on a day off that could be left, on 2,000 random cards", () => {
  fc.assert(
    fc.property(cards, settings, fc.nat(1_300), (card, chosen, minutes) => {
      const moment = { reviewedAt: noon(chosen.timeZone, minutes), cardKey: key };
      const eve = dayOfDate(chosen.examDate ?? "") - 1;
      const open = Array.from({ length: eve - TODAY }, (_, n) => TODAY + 1 + n).some(
        (day) => !isDayOff(day, chosen.daysOff),
      );
      for (const rating of RATINGS) {
        const next = scheduleReview(card, rating, moment, chosen);
        const due = dayNumber(next.dueAt, chosen);
        expect(due).toBeLessThanOrEqual(eve);
        if (next.state === "review") {
          expect(due).toBeGreaterThan(TODAY);
          if (open) expect(isDayOff(due, chosen.daysOff)).toBe(false);
        }
      }
    }),
    { numRuns: 2_000 },
  );
});

test("with days off and an exam, too, the previewed day is the saved one a minute later, on 1,000 random cards", () => {
  fc.assert(
    fc.property(cards, settings, fc.constantFrom<Rating[]>(1, 2, 3, 4), (card, chosen, rating) => {
      const shown = previewRatings(
        card,
        { reviewedAt: noon(chosen.timeZone, 600), cardKey: key },
        chosen,
      )[rating];
      const moment = { reviewedAt: noon(chosen.timeZone, 601), cardKey: key };
      const saved = scheduleReview(card, rating, moment, chosen);
      expect(saved.scheduledDays).toBe(shown.scheduledDays);
      expect(saved.stability).toBe(shown.stability);
      if (saved.state === "review") expect(saved.dueAt).toEqual(shown.dueAt);
    }),
    { numRuns: 1_000 },
  );
});

test.each([
  { stability: 1, least: 1, most: 1 },
  { stability: 2, least: 2, most: 2 },
  { stability: 7, least: 5, most: 9 },
  { stability: 30, least: 27, most: 33 },
  { stability: 100, least: 93, most: 107 },
])("an interval of $stability days may be fuzzed from $least to $most", (row) => {
  expect(fuzzRange(row.stability, 0, plainSettings)).toEqual({ least: row.least, most: row.most });
});
