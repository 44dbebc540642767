import fc from "fast-check";
import { expect, test } from "vitest";

import { cardKey, type Card, type SchedulingSettings } from "@/lib/domain/scheduling/card";
import { replay, type LoggedReview, type ReviewLog } from "@/lib/domain/scheduling/replay";
import { scheduleReview } from "@/lib/domain/scheduling/schedule-review";
import type { Rating } from "@/lib/domain/study/rating";
import { plainSettings } from "@/tests/helpers/scheduling";
import { ownWeights } from "@/tests/helpers/simulated-learner";

const OLD: SchedulingSettings = plainSettings;
const NEW: SchedulingSettings = { ...plainSettings, weights: ownWeights("other", 0.3) };
const VERSIONS = new Map([
  [1, OLD],
  [2, NEW],
]);
const KEY = cardKey("u", "pods/phase");

const review = (index: number, rating: Rating, settingsVersion: number): LoggedReview => ({
  id: `id-${index}`,
  purpose: "study",
  rating,
  reviewedAt: new Date(Date.UTC(2026, 0, 1 + 9 * index, 12)),
  settingsVersion,
  undoneAt: null,
});

const logOf = (reviews: LoggedReview[], weights: readonly number[]): ReviewLog => ({
  userId: "u",
  questionId: "pods/phase",
  reviews,
  events: [],
  settings: VERSIONS,
  weights,
});

const ratings = fc.array(fc.constantFrom<Rating>(1, 2, 3, 4), { minLength: 1, maxLength: 12 });
const memoryOf = (card: Card | null) => card && [card.stability, card.difficulty];

test("new weights make of old answers what they would have made of them at once", () => {
  fc.assert(
    fc.property(ratings, (given) => {
      const reviews = (version: number) =>
        given.map((rating, index) => review(index, rating, version));
      const adopted = replay(logOf(reviews(1), NEW.weights));
      expect(memoryOf(adopted)).toEqual(memoryOf(replay(logOf(reviews(2), NEW.weights))));
    }),
  );
});

test("new weights leave every date as it was given", () => {
  fc.assert(
    fc.property(ratings, (given) => {
      const reviews = given.map((rating, index) => review(index, rating, 1));
      const before = replay(logOf(reviews, []));
      const after = replay(logOf(reviews, NEW.weights));
      expect(after).toEqual({
        ...before,
        stability: after?.stability,
        difficulty: after?.difficulty,
      });
    }),
  );
});

test("the next answer is scheduled from the card that was shown", () => {
  fc.assert(
    fc.property(ratings, fc.constantFrom<Rating>(1, 2, 3, 4), (given, rating) => {
      const reviews = given.map((each, index) => review(index, each, 1));
      const shown = replay(logOf(reviews, NEW.weights));
      const next = review(given.length, rating, 2);
      const saved = scheduleReview(
        shown,
        rating,
        { reviewedAt: next.reviewedAt, cardKey: KEY },
        NEW,
      );
      expect(replay(logOf([...reviews, next], NEW.weights))).toEqual(saved);
    }),
  );
});

test("weights that are put back give the cards back", () => {
  fc.assert(
    fc.property(ratings, (given) => {
      const reviews = given.map((rating, index) => review(index, rating, 1));
      expect(replay(logOf(reviews, []))).toEqual(
        replay({ ...logOf(reviews, NEW.weights), weights: [] }),
      );
    }),
  );
});
