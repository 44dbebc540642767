import fc from "fast-check";
import { expect, test } from "vitest";

import { cardKey, type Card, type SchedulingSettings } from "@/lib/domain/scheduling/card";
import { cardBefore, replay, settingsOf, type LoggedReview } from "@/lib/domain/scheduling/replay";
import { scheduleReview } from "@/lib/domain/scheduling/schedule-review";
import type { Rating } from "@/lib/domain/study/rating";
import { plainSettings } from "@/tests/helpers/scheduling";

const userId = "0198c0de-0000-7000-8000-000000000001";
const questionId = "kubectl/scale-web";
const settings = new Map<number, SchedulingSettings>([
  [1, { ...plainSettings, fuzz: true }],
  [2, { ...plainSettings, fuzz: true, timeZone: "Australia/Lord_Howe", desiredRetention: 0.85 }],
  [3, { ...plainSettings, timeZone: "America/Los_Angeles", learningSteps: false }],
]);
const logOf = (reviews: readonly LoggedReview[]) => ({
  userId,
  questionId,
  reviews,
  events: [],
  weights: [],
  settings,
});

const id = (n: number) => `0198c0de-0000-7000-8000-${n.toString().padStart(12, "0")}`;
const START = Date.parse("2026-03-02T12:00:00Z");

const histories: fc.Arbitrary<LoggedReview[]> = fc
  .array(
    fc.record({
      rating: fc.constantFrom<Rating[]>(1, 2, 3, 4),
      gapMinutes: fc.oneof(
        fc.integer({ min: 0, max: 30 }),
        fc.integer({ min: 1_000, max: 90_000 }),
      ),
      settingsVersion: fc.constantFrom(1, 2, 3),
    }),
    { minLength: 1, maxLength: 14 },
  )
  .map((steps) => {
    let atMs = START;
    return steps.map(({ rating, gapMinutes, settingsVersion }, index) => {
      atMs += gapMinutes * 60_000;
      return {
        id: id(index),
        purpose: "study",
        rating,
        settingsVersion,
        reviewedAt: new Date(atMs),
        undoneAt: null,
      };
    });
  });

/** Schedules one review after the other, as they are answered. */
function live(reviews: readonly LoggedReview[]): Card | null {
  const log = logOf(reviews);
  return reviews.reduce<Card | null>((card, review) => {
    const moment = { reviewedAt: review.reviewedAt, cardKey: cardKey(userId, questionId) };
    return scheduleReview(card, review.rating, moment, settingsOf(log, review.settingsVersion));
  }, null);
}

test("replaying a log gives the live card, field for field, on 300 random histories", () => {
  fc.assert(
    fc.property(histories, (reviews) => {
      expect(replay(logOf(reviews))).toEqual(live(reviews));
    }),
    { numRuns: 300 },
  );
});

test("the order of arrival does not matter, on 300 random histories", () => {
  fc.assert(
    fc.property(histories, fc.func(fc.integer()), (reviews, shuffle) => {
      const shuffled = [...reviews].sort((a, b) => shuffle(a.id) - shuffle(b.id));
      expect(replay(logOf(shuffled))).toEqual(live(reviews));
    }),
    { numRuns: 300 },
  );
});

test("an undone review leaves no trace, on 300 random histories", () => {
  fc.assert(
    fc.property(histories, fc.nat(), (reviews, pick) => {
      const gone = pick % reviews.length;
      const edited = reviews.map((review, index) =>
        index === gone ? { ...review, undoneAt: new Date(START) } : review,
      );
      expect(replay(logOf(edited))).toEqual(live(reviews.toSpliced(gone, 1)));
    }),
    { numRuns: 300 },
  );
});

test("a changed rating counts as if it had been given at once, on 300 random histories", () => {
  fc.assert(
    fc.property(
      histories,
      fc.nat(),
      fc.constantFrom<Rating[]>(1, 2, 3, 4),
      (reviews, pick, rating) => {
        const index = pick % reviews.length;
        const changed = reviews.map((review, at) =>
          at === index ? { ...review, rating } : review,
        );
        expect(replay(logOf(changed))).toEqual(live(changed));
      },
    ),
    { numRuns: 300 },
  );
});

test("the card before a review is the fold of those that came earlier", () => {
  fc.assert(
    fc.property(histories, fc.nat(), (reviews, pick) => {
      const index = pick % reviews.length;
      const [review] = reviews.slice(index) as [LoggedReview];
      expect(cardBefore(logOf(reviews), review)).toEqual(live(reviews.slice(0, index)));
    }),
  );
});

test("a log of nothing but undone reviews is a new question", () => {
  const review = {
    id: id(1),
    purpose: "study",
    rating: 3,
    settingsVersion: 1,
    reviewedAt: new Date(START),
  } as const;
  expect(replay(logOf([{ ...review, undoneAt: new Date(START) }]))).toBeNull();
});
