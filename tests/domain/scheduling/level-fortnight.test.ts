import fc from "fast-check";
import { describe, expect, test } from "vitest";

import {
  fortnightCounts,
  fortnightDays,
  levelFortnight,
  levelLimit,
} from "@/lib/domain/scheduling/level-fortnight";
import { withMoves } from "@/lib/domain/scheduling/planned-card";
import {
  aPlannedCard,
  dateOf,
  plannedCards,
  studySettings,
  TODAY,
} from "@/tests/helpers/planned-cards";

const examIn = (days: number, rest = {}) =>
  studySettings({ exam: "cka", examDate: dateOf(TODAY + days), ...rest });

test.each([
  { name: "all 14 days before the exam", settings: examIn(40), days: [26, 39] },
  { name: "the days that are left", settings: examIn(6), days: [1, 5] },
])("the last fortnight is $name", ({ settings, days }) => {
  const fortnight = fortnightDays(TODAY, settings);
  expect([fortnight[0], fortnight.at(-1)]).toEqual(days.map((day) => TODAY + day));
});

test("days off are no part of the fortnight", () => {
  const off = [{ from: dateOf(TODAY + 2), to: dateOf(TODAY + 4) }];
  expect(fortnightDays(TODAY, examIn(6, { daysOff: off }))).toEqual([TODAY + 1, TODAY + 5]);
});

test.each([
  { counts: [10, 10, 10, 40], limit: 18 },
  { counts: [0, 0, 0, 3], limit: 1 },
  { counts: [4, 4], limit: 6 },
  { counts: [], limit: 0 },
])("a day beside $counts may hold $limit", ({ counts, limit }) => {
  expect(levelLimit(counts)).toBe(limit);
});

test("reviews that pile up on the exam's eve are spread, the firmest moved first", () => {
  const cards = Array.from({ length: 60 }, (_, index) =>
    aPlannedCard({ questionId: `pods/q${index}`, dueDay: TODAY + 29, stability: 10 + index }),
  );
  const moves = levelFortnight(cards, TODAY, examIn(30));
  const left = withMoves(cards, moves).filter(({ dueDay }) => dueDay === TODAY + 29);
  expect(Math.max(...left.map(({ stability }) => stability))).toBeLessThan(20);
});

describe("for any cards and any exam date", () => {
  const exams = fc.integer({ min: 2, max: 60 });

  test("no day of the fortnight is above 1.5 × its median, or the mean rounded up", () => {
    fc.assert(
      fc.property(plannedCards(400), exams, (cards, days) => {
        const settings = examIn(days);
        const moves = levelFortnight(cards, TODAY, settings);
        const counts = fortnightCounts(cards, moves, TODAY, settings).map(({ count }) => count);
        expect(Math.max(0, ...counts)).toBeLessThanOrEqual(levelLimit(counts));
      }),
    );
  });

  test("nothing leaves the fortnight, comes into it, or is lost", () => {
    fc.assert(
      fc.property(plannedCards(300), exams, (cards, days) => {
        const settings = examIn(days);
        const inside = new Set(fortnightDays(TODAY, settings));
        const due = new Map(cards.map((card) => [card.questionId, card.dueDay]));
        for (const { questionId, day } of levelFortnight(cards, TODAY, settings)) {
          expect(inside.has(day) && inside.has(due.get(questionId) ?? 0)).toBe(true);
        }
      }),
    );
  });

  test("what is level stays as it is", () => {
    fc.assert(
      fc.property(plannedCards(300), exams, (cards, days) => {
        const settings = examIn(days);
        const level = withMoves(cards, levelFortnight(cards, TODAY, settings));
        expect(levelFortnight(level, TODAY, settings)).toEqual([]);
      }),
    );
  });
});
