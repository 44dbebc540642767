import { expect, test } from "vitest";

import type { Card, SchedulingSettings } from "@/lib/domain/scheduling/card";
import { previewRatings, recallAt } from "@/lib/domain/scheduling/schedule-review";
import { RATINGS } from "@/lib/domain/study/rating";
import { conformanceCases, type ConformanceLearner } from "@/tests/helpers/conformance";
import { plainSettings } from "@/tests/helpers/scheduling";

/** Keeps its card in memory. */
function aLearner(settings: SchedulingSettings): ConformanceLearner {
  let card: Card | null = null;
  const view = (each: Card) => ({
    ...each,
    dueAt: each.dueAt.toISOString(),
    lastReviewAt: each.lastReviewAt.toISOString(),
    firstReviewAt: each.firstReviewAt.toISOString(),
    intervalDays: each.scheduledDays,
  });
  return {
    review: (rating, at) => {
      const moment = { reviewedAt: at, cardKey: "learner:question" };
      const futures = previewRatings(card, moment, settings);
      card = futures[rating];
      const alternatives = RATINGS.map((each) => ({ ...view(futures[each]), rating: each }));
      return Promise.resolve({ next: view(card), alternatives });
    },
    card: (at) =>
      card
        ? Promise.resolve({ ...view(card), recall: recallAt(card, at, settings) })
        : Promise.reject(new Error("The question has no card")),
  };
}

test.each(conformanceCases)("$name", async ({ settings, measure, expected, digits }) => {
  const measured = await measure(aLearner({ ...plainSettings, ...settings }));
  expect(measured).toHaveLength(expected.length);
  for (const [index, figure] of expected.entries()) {
    expect(measured[index]).toBeCloseTo(figure, digits);
  }
});
