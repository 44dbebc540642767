import fc from "fast-check";
import { expect, test } from "vitest";

import { predictRecalls } from "@/lib/domain/scheduling/predicted-recall";
import { cardBefore } from "@/lib/domain/scheduling/replay";
import { recallAt, scheduleReview } from "@/lib/domain/scheduling/schedule-review";
import type { Card } from "@/lib/domain/scheduling/card";
import type { Rating } from "@/lib/domain/study/rating";
import { DEFAULT_WEIGHTS } from "@/tests/helpers/default-weights";
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

/** Steps, each under one of three versions of the settings that differ in their weights. */
const fittedHistories = fc.array(
  fc.record({
    hours: fc.integer({ min: 1, max: 2_000 }),
    rating: fc.constantFrom<Rating[]>(1, 2, 3, 4),
    version: fc.constantFrom(1, 2, 3),
  }),
  { minLength: 2, maxLength: 12 },
);

const VERSIONS = new Map(
  [1, 1.3, 0.7].map((factor, index) => {
    const weights = DEFAULT_WEIGHTS.map((weight, n) => (n < 4 ? weight * factor : weight));
    return [index + 1, { ...plainSettings, weights }];
  }),
);

test("weights that were adopted remember the question anew, as the card does", () => {
  fc.assert(
    fc.property(fittedHistories, (given) => {
      let at = START;
      const reviews = given.map(({ hours, rating, version: settingsVersion }, index) => {
        at += hours * HOUR_MS;
        const id = String(index).padStart(2, "0");
        const purpose = "study" as const;
        const reviewedAt = new Date(at);
        return { id, purpose, rating, reviewedAt, settingsVersion, undoneAt: null };
      });
      const log = { userId: "kim", questionId: "q", reviews, events: [], weights: [] };
      const rated = reviews.map((review) => ({
        ...review,
        settings: VERSIONS.get(review.settingsVersion) ?? plainSettings,
      }));
      const expected = rated.map((review) => {
        const card = cardBefore({ ...log, settings: VERSIONS }, review);
        return card && recallAt(card, review.reviewedAt, review.settings);
      });
      expect(predictRecalls(rated, []).map(({ predicted }) => predicted)).toEqual(expected);
    }),
    { numRuns: 500 },
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
