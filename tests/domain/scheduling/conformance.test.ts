/**
 * Other implementations of FSRS-6 give these numbers for the default weights, fuzz off.
 * Each table names where its figures come from.
 */
import { describe, expect, test } from "vitest";

import type { Card, SchedulingSettings } from "@/lib/domain/scheduling/card";
import { previewRatings, recallAt, scheduleReview } from "@/lib/domain/scheduling/schedule-review";
import type { Rating } from "@/lib/domain/study/rating";
import { plainSettings } from "@/tests/helpers/scheduling";

const START = new Date("2026-03-02T12:00:00Z");
const moment = (reviewedAt: Date) => ({ reviewedAt, cardKey: "learner:question" });
const daysLater = (days: number) => new Date(START.getTime() + days * 86_400_000);
const defaultWeights = [
  0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835,
  0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
];

/** Reviews a new card at the given days after the start. */
function reviewOnDays(ratings: Rating[], days: number[], settings: SchedulingSettings): Card {
  return ratings.reduce<Card | null>(
    (card, rating, index) =>
      scheduleReview(card, rating, moment(daysLater(days[index] ?? 0)), settings),
    null,
  )!;
}

test("thirteen reviews, each on its due date, give the intervals of ts-fsrs and py-fsrs", () => {
  // ts-fsrs __tests__/FSRS-6.test.ts; py-fsrs tests/test_basic.py
  const ratings: Rating[] = [3, 3, 3, 3, 3, 3, 1, 1, 3, 3, 3, 3, 3];
  const intervals: number[] = [];
  let card: Card | null = null;
  for (const rating of ratings) {
    card = scheduleReview(card, rating, moment(card?.dueAt ?? START), plainSettings);
    intervals.push(card.scheduledDays);
  }
  expect(intervals).toEqual([0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21]);
});

test("a lapse and five recalls give the memory state of ts-fsrs, py-fsrs and fsrs-rs", () => {
  // fsrs-rs src/inference.rs test_memory_state
  const card = reviewOnDays([1, 3, 3, 3, 3, 3], [0, 0, 1, 4, 12, 33], plainSettings);
  expect(card.stability).toBeCloseTo(53.62691, 4);
  expect(card.difficulty).toBeCloseTo(6.3574867, 6);
});

test("without learning steps the same reviews give the stability of ts-fsrs and fsrs-rs", () => {
  const settings = { ...plainSettings, learningSteps: false };
  const card = reviewOnDays([1, 3, 3, 3, 3, 3], [0, 0, 1, 4, 12, 33], settings);
  expect(card.stability).toBeCloseTo(53.335106, 3);
});

describe("a first review starts the memory state of ts-fsrs FSRS-6.test.ts", () => {
  test.each([
    { rating: 1, stability: 0.212, difficulty: 6.4133 },
    { rating: 2, stability: 1.2931, difficulty: 5.11217071 },
    { rating: 3, stability: 2.3065, difficulty: 2.11810397 },
    { rating: 4, stability: 8.2956, difficulty: 1 },
  ] as const)("rated $rating: $stability days", ({ rating, stability, difficulty }) => {
    const card = scheduleReview(null, rating, moment(START), plainSettings);
    expect(card.stability).toBeCloseTo(stability, 8);
    expect(card.difficulty).toBeCloseTo(difficulty, 8);
  });
});

describe("a stability of one day gives the intervals of fsrs-rs test_next_interval", () => {
  // The first figure, 3,116,766 days, is above the longest interval there is.
  test.each([
    [0.1, 36_500],
    [0.2, 34_793],
    [0.3, 2_508],
    [0.4, 387],
    [0.5, 90],
    [0.6, 27],
    [0.7, 9],
    [0.8, 3],
    [0.9, 1],
    [1, 1],
  ])("retention %d: %d days", (desiredRetention, intervalDays) => {
    // Without steps the other ratings are kept a day after Again, so Again shows the bare interval.
    const card = scheduleReview(null, 1, moment(START), {
      ...plainSettings,
      learningSteps: false,
      desiredRetention,
      weights: defaultWeights.with(0, 1),
    });
    expect(card.scheduledDays).toBe(intervalDays);
  });
});

test.each([
  [0, 1],
  [1, 0.9],
  [2, 0.84028935],
  [3, 0.7985001],
])(
  "recall after %d days at a stability of one is that of fsrs-rs current_retrievability",
  (days, recall) => {
    const settings = { ...plainSettings, weights: defaultWeights.with(20, 0.2) };
    const card = { lastReviewAt: START, stability: 1 };
    expect(recallAt(card, daysLater(days), settings)).toBeCloseTo(recall, 6);
  },
);

test("a new question takes the steps of ts-fsrs learning-steps.test.ts: 1, 6 and 10 minutes, or 8 days", () => {
  const preview = previewRatings(null, moment(START), plainSettings);
  const minutes = ([1, 2, 3] as const).map(
    (rating) => (preview[rating].dueAt.getTime() - START.getTime()) / 60_000,
  );
  expect(minutes).toEqual([1, 6, 10]);
  expect(preview[4].scheduledDays).toBe(8);
});
