import fc from "fast-check";
import { expect, test } from "vitest";

import { countDay, planDay, type DayInput } from "@/lib/domain/scheduling/plan-day";
import { studySettings } from "@/tests/helpers/planned-cards";

const NOW = new Date("2026-03-10T12:00:00Z");
const hoursFromNow = (hours: number) => NOW.getTime() + hours * 3_600_000;

const ids = Array.from({ length: 12 }, (_, index) => `bank/q-${index}`);
const someIds = fc.uniqueArray(fc.constantFrom(...ids));

/** A dozen questions of four concepts. */
const questions = new Map(
  ids.map((id, index) => [
    id,
    {
      id,
      bank: "bank",
      concept: `concept-${index % 4}`,
      difficulty: "easy" as const,
      competencies: [index % 2 === 0 ? "cka/storage/claims" : "ckad/build/images"],
    },
  ]),
);

const anyCard = (questionId: string) =>
  fc.record({
    questionId: fc.constant(questionId),
    state: fc.constantFrom("review" as const, "learning" as const),
    dueAtMs: fc.integer({ min: -48, max: 12 }).map(hoursFromNow),
    stability: fc.double({ min: 0.1, max: 400, noNaN: true }),
    lastReviewAtMs: fc.integer({ min: -900, max: -1 }).map(hoursFromNow),
    reps: fc.integer({ min: 1, max: 9 }),
    lapses: fc.integer({ min: 0, max: 3 }),
  });

const anyDay: fc.Arbitrary<DayInput> = fc
  .record({
    cards: someIds.chain((chosen) => fc.tuple(...chosen.map(anyCard))),
    answered: someIds,
    isFirst: fc.boolean(),
  })
  .map(({ cards, answered, isFirst }) => ({
    now: NOW,
    settings: studySettings({ exam: "cka" }),
    questions,
    banks: null,
    domains: null,
    domainWeights: new Map([
      ["cka/storage", 10],
      ["ckad/build", 20],
    ]),
    cards,
    answers: answered.map((questionId) => ({
      questionId,
      reviewedAtMs: hoursFromNow(-1),
      firstReviewAtMs: hoursFromNow(isFirst ? -1 : -100),
      rating: 3 as const,
      purpose: "study" as const,
    })),
    onScreen: new Set<string>(),
  }));

test("a day has the same numbers whether its questions are put in order or only counted", () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      expect(countDay(day)).toEqual(planDay(day).counts);
    }),
    { numRuns: 500 },
  );
});
