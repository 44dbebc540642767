import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { cardKey, type Card } from "@/lib/domain/scheduling/card";
import { dayNumber, dayStart } from "@/lib/domain/scheduling/learner-day";
import { previewRatings, recallAt, scheduleReview } from "@/lib/domain/scheduling/schedule-review";
import type { Rating } from "@/lib/domain/study/rating";
import { plainSettings } from "@/tests/helpers/scheduling";

const key = cardKey("0198c0de-0000-7000-8000-000000000001", "pod-phases/crashloop-phase");
const at = (iso: string) => ({ reviewedAt: new Date(iso), cardKey: key });

const reviewCards: fc.Arbitrary<Card> = fc.record({
  state: fc.constantFrom("learning" as const, "review" as const, "relearning" as const),
  dueAt: fc.constant(new Date("2026-03-01T04:00:00Z")),
  stability: fc.double({ min: 0.1, max: 900, noNaN: true }),
  difficulty: fc.double({ min: 1, max: 10, noNaN: true }),
  scheduledDays: fc.integer({ min: 0, max: 400 }),
  learningSteps: fc.integer({ min: 0, max: 1 }),
  reps: fc.integer({ min: 1, max: 60 }),
  lapses: fc.integer({ min: 0, max: 9 }),
  lastReviewAt: fc
    .integer({ min: Date.parse("2025-01-01"), max: Date.parse("2026-03-01") })
    .map((ms) => new Date(ms)),
  firstReviewAt: fc.constant(new Date("2025-01-01T08:00:00Z")),
});
const ratings = fc.constantFrom<Rating[]>(1, 2, 3, 4);
const fuzzy = { ...plainSettings, fuzz: true };

test("the previewed interval is the saved one, a minute later, on a thousand random cards with fuzz", () => {
  fc.assert(
    fc.property(reviewCards, ratings, (card, rating) => {
      const shown = previewRatings(card, at("2026-03-02T12:00:00Z"), fuzzy)[rating];
      const saved = scheduleReview(card, rating, at("2026-03-02T12:01:00Z"), fuzzy);
      expect(saved.scheduledDays).toBe(shown.scheduledDays);
      expect(saved.stability).toBe(shown.stability);
    }),
    { numRuns: 1_000 },
  );
});

test("fuzz spreads cards that were learned together, and gives one card the same day each time", () => {
  const card = scheduleReview(null, 4, at("2026-03-02T12:00:00Z"), plainSettings);
  const intervals = Array.from({ length: 50 }, (_, n) => {
    const moment = { reviewedAt: card.dueAt, cardKey: cardKey("learner", `bank/question-${n}`) };
    const again = scheduleReview(card, 3, moment, fuzzy).scheduledDays;
    expect(scheduleReview(card, 3, moment, fuzzy).scheduledDays).toBe(again);
    return again;
  });
  expect(new Set(intervals).size).toBeGreaterThan(3);
});

test("no rating exceeds the longest interval that the learner allows", () => {
  fc.assert(
    fc.property(
      reviewCards,
      fc.integer({ min: 1, max: 60 }),
      fc.boolean(),
      (card, maximumIntervalDays, fuzz) => {
        const settings = { ...plainSettings, maximumIntervalDays, fuzz };
        const preview = previewRatings(card, at("2026-03-02T12:00:00Z"), settings);
        for (const next of Object.values(preview)) {
          expect(next.scheduledDays).toBeLessThanOrEqual(maximumIntervalDays);
        }
      },
    ),
  );
});

describe("a review answered in the evening comes back at the start of the local day", () => {
  test.each([
    {
      timeZone: "America/Los_Angeles",
      reviewedAt: "2026-03-03T04:30:00Z",
      dueAt: "2026-03-10T11:00:00.000Z",
    },
    {
      timeZone: "Asia/Kolkata",
      reviewedAt: "2026-03-02T17:30:00Z",
      dueAt: "2026-03-09T22:30:00.000Z",
    },
    {
      timeZone: "Australia/Lord_Howe",
      reviewedAt: "2026-04-01T10:00:00Z",
      dueAt: "2026-04-08T17:30:00.000Z",
    },
  ])("in $timeZone", ({ timeZone, reviewedAt, dueAt }) => {
    const card = scheduleReview(null, 4, at(reviewedAt), { ...plainSettings, timeZone });
    expect(card.scheduledDays).toBe(8);
    expect(card.dueAt.toISOString()).toBe(dueAt);
  });
});

test("two reviews a quarter of an hour apart are on one day, though UTC changes its date between them", () => {
  const settings = { ...plainSettings, timeZone: "America/Los_Angeles" };
  const first = scheduleReview(null, 3, at("2026-03-02T23:50:00Z"), settings);
  const second = scheduleReview(first, 3, at("2026-03-03T00:05:00Z"), settings);
  expect(second.stability).toBe(2.3065);
});

test("a step of minutes is exact to the millisecond", () => {
  const card = scheduleReview(null, 3, at("2026-03-02T12:34:56.789Z"), plainSettings);
  expect(card.dueAt.toISOString()).toBe("2026-03-02T12:44:56.789Z");
});

test("the second good answer leaves learning, because the step is kept with the card", () => {
  const first = scheduleReview(null, 3, at("2026-03-02T12:00:00Z"), plainSettings);
  expect(first).toMatchObject({ state: "learning", learningSteps: 1 });
  const second = scheduleReview(first, 3, at("2026-03-02T12:10:00Z"), plainSettings);
  expect(second).toMatchObject({ state: "review", scheduledDays: 2, reps: 2 });
});

test("a forgotten review is a lapse and comes back in ten minutes", () => {
  const card = scheduleReview(null, 4, at("2026-03-02T12:00:00Z"), plainSettings);
  const forgotten = scheduleReview(card, 1, at("2026-03-10T12:00:00Z"), plainSettings);
  expect(forgotten).toMatchObject({ state: "relearning", lapses: 1, scheduledDays: 0 });
  expect(forgotten.dueAt.toISOString()).toBe("2026-03-10T12:10:00.000Z");
});

test("a card keeps the time of its first review", () => {
  const card = scheduleReview(null, 4, at("2026-03-02T12:00:00Z"), plainSettings);
  const next = scheduleReview(card, 3, at("2026-03-10T12:00:00Z"), plainSettings);
  expect(next.firstReviewAt).toEqual(card.firstReviewAt);
});

test("a review dated before the last one of its card throws", () => {
  const card = scheduleReview(null, 4, at("2026-03-02T12:00:00Z"), plainSettings);
  expect(() => scheduleReview(card, 3, at("2026-03-01T12:00:00Z"), plainSettings)).toThrow(
    RangeError,
  );
});

test.each([
  [[1, 2, 3]],
  [Array.from({ length: 20 }, () => 1)],
  [[...Array.from({ length: 20 }, () => 1), Number.NaN]],
])("weights of the wrong length or not finite throw: %j", (weights) => {
  const settings = { ...plainSettings, weights };
  expect(() => scheduleReview(null, 3, at("2026-03-02T12:00:00Z"), settings)).toThrow();
});

test("recall is constant within a learner's day and falls with the next", () => {
  const settings = { ...plainSettings, timeZone: "Asia/Kolkata" };
  const card = scheduleReview(null, 4, at("2026-03-02T12:00:00Z"), settings);
  const start = dayStart(dayNumber(card.dueAt, settings), settings);
  const end = dayStart(dayNumber(card.dueAt, settings) + 1, settings);
  const today = recallAt(card, start, settings);
  expect(recallAt(card, new Date(end.getTime() - 1), settings)).toBe(today);
  expect(recallAt(card, end, settings)).toBeLessThan(today);
});
