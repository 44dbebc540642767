import fc from "fast-check";
import { expect, test } from "vitest";

import { predictRecalls } from "@/lib/domain/scheduling/predicted-recall";
import { recallAt, scheduleReview } from "@/lib/domain/scheduling/schedule-review";
import type { Card } from "@/lib/domain/scheduling/card";
import type { Rating } from "@/lib/domain/study/rating";
import { plainSettings } from "@/tests/helpers/scheduling";

const START = Date.parse("2026-03-02T12:00:00Z");
const HOUR_MS = 3_600_000;

/** Hours since the review before, and how it was rated. */
const steps = fc.array(
  fc.record({
    hours: fc.integer({ min: 0, max: 2_000 }),
    rating: fc.constantFrom<Rating[]>(1, 2, 3, 4),
  }),
  { minLength: 1, maxLength: 12 },
);

const histories = fc.record({
  steps,
  learningSteps: fc.boolean(),
  timeZone: fc.constantFrom("UTC", "America/Los_Angeles", "Asia/Kolkata", "Australia/Lord_Howe"),
});

test("the prediction before each review is the recall of the card as scheduling leaves it", () => {
  fc.assert(
    fc.property(histories, ({ steps: given, learningSteps, timeZone }) => {
      const settings = { ...plainSettings, learningSteps, timeZone, fuzz: true };
      let at = START;
      const reviews = given.map(({ hours, rating }) => {
        at += hours * HOUR_MS;
        return { rating, reviewedAt: new Date(at), settings };
      });
      let card: Card | null = null;
      const expected = reviews.map(({ rating, reviewedAt }) => {
        const recall = card && recallAt(card, reviewedAt, settings);
        card = scheduleReview(card, rating, { reviewedAt, cardKey: "kim:q" }, settings);
        return recall;
      });
      expect(predictRecalls(reviews, []).map(({ predicted }) => predicted)).toEqual(expected);
    }),
    { numRuns: 1_000 },
  );
});

test("after it was started afresh a question has nothing to be predicted from", () => {
  const reviews = [0, 48, 96].map((hours) => ({
    rating: 3 as const,
    reviewedAt: new Date(START + hours * HOUR_MS),
    settings: plainSettings,
  }));
  const resets = [new Date(START + 50 * HOUR_MS)];
  expect(predictRecalls(reviews, resets).map(({ elapsedDays }) => elapsedDays)).toEqual([
    null,
    2,
    null,
  ]);
});
