import fc from "fast-check";

import { fuzzRange } from "@/lib/domain/scheduling/memory-model";
import type { PlannedCard } from "@/lib/domain/scheduling/planned-card";
import type { StudySettings } from "@/lib/domain/study/study-settings";
import { plainSettings } from "@/tests/helpers/scheduling";

/** 2026-11-02, a Monday. */
export const TODAY = 20_759;

export const dateOf = (day: number): string =>
  new Date(day * 86_400_000).toISOString().slice(0, 10);

export const studySettings = (rest: Partial<StudySettings> = {}): StudySettings => ({
  ...plainSettings,
  version: 1,
  newPerDay: 10,
  reviewsPerDay: 100,
  ...rest,
});

export const aPlannedCard = (rest: Partial<PlannedCard> = {}): PlannedCard => ({
  questionId: "pods/phase",
  dueDay: TODAY + 10,
  lastReviewDay: TODAY - 10,
  stability: 20,
  difficulty: 5,
  weight: 20,
  ...rest,
});

/** Cards as a learner has them: due within the range that FSRS fuzzes their interval over. */
export const plannedCards = (most: number): fc.Arbitrary<PlannedCard[]> =>
  fc
    .array(
      fc.record({
        stability: fc.double({ min: 3, max: 200, noNaN: true }),
        difficulty: fc.double({ min: 1, max: 10, noNaN: true }),
        weight: fc.constantFrom(0, 10, 20, 30),
        place: fc.double({ min: 0, max: 1, noNaN: true }),
        ago: fc.double({ min: 0, max: 1, noNaN: true }),
      }),
      { minLength: 1, maxLength: most },
    )
    .map((rows) =>
      rows.map(({ stability, difficulty, weight, place, ago }, index) => {
        const { least, most: longest } = fuzzRange(stability, 0, plainSettings);
        const days = least + Math.round(place * (longest - least));
        const lastReviewDay = TODAY - Math.floor(ago * days);
        return {
          questionId: `bank/question-${String(index).padStart(4, "0")}`,
          dueDay: lastReviewDay + days,
          lastReviewDay,
          stability,
          difficulty,
          weight,
        };
      }),
    );
