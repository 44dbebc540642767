import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { bringBeforeExam, fillLevel, giveBackDates } from "@/lib/domain/scheduling/exam-dates";
import { fuzzRange } from "@/lib/domain/scheduling/memory-model";
import { dayLoads, withMoves } from "@/lib/domain/scheduling/planned-card";
import { replan } from "@/lib/domain/scheduling/replan";
import {
  aPlannedCard,
  dateOf,
  plannedCards,
  studySettings,
  TODAY,
} from "@/tests/helpers/planned-cards";

const none = studySettings();
const examIn = (days: number, rest = {}) =>
  studySettings({ exam: "cka", examDate: dateOf(TODAY + days), ...rest });

test("days are filled to one level, the later ones first", () => {
  const loads = new Map([
    [1, 4],
    [2, 0],
    [3, 1],
  ]);
  expect([...fillLevel([1, 2, 3], loads, 4)]).toEqual([
    [1, 0],
    [2, 2],
    [3, 2],
  ]);
});

test("of two cards the one that fades faster is reviewed nearer to the exam", () => {
  const fading = aPlannedCard({ questionId: "a/fading", dueDay: TODAY + 60, stability: 8 });
  const firm = aPlannedCard({ questionId: "a/firm", dueDay: TODAY + 60, stability: 400 });
  const moves = bringBeforeExam([firm, fading], TODAY, examIn(31));
  const dayOf = (id: string) => moves.find(({ questionId }) => questionId === id)?.day ?? 0;
  expect(dayOf("a/fading")).toBeGreaterThan(dayOf("a/firm"));
});

test("an exam that is over brings nothing forward", () => {
  expect(bringBeforeExam([aPlannedCard()], TODAY, examIn(-3))).toEqual([]);
});

test("more reviews than a fortnight holds begin earlier", () => {
  const cards = Array.from({ length: 400 }, (_, index) =>
    aPlannedCard({ questionId: `a/q${index}`, dueDay: TODAY + 100 }),
  );
  const moves = bringBeforeExam(cards, TODAY, examIn(61, { reviewsPerDay: 20 }));
  const days = moves.map(({ day }) => day);
  expect(Math.min(...days)).toBe(TODAY + 41);
  expect(Math.max(...dayLoads(withMoves(cards, moves), TODAY).values())).toBe(20);
});

describe("for any cards", () => {
  const exams = fc.integer({ min: 1, max: 90 });

  test("nothing is due after the exam's eve once its date is set", () => {
    fc.assert(
      fc.property(plannedCards(300), exams, (cards, days) => {
        const { moves } = replan(cards, TODAY, none, examIn(days));
        const latest = Math.max(...withMoves(cards, moves).map(({ dueDay }) => dueDay));
        expect(latest).toBeLessThanOrEqual(TODAY + days - 1);
      }),
    );
  });

  test("setting the same date again moves nothing", () => {
    fc.assert(
      fc.property(plannedCards(200), exams, (cards, days) => {
        const after = withMoves(cards, replan(cards, TODAY, none, examIn(days)).moves);
        expect(replan(after, TODAY, examIn(days), examIn(days)).moves).toEqual([]);
      }),
    );
  });

  test("once the date is removed no interval is cut short any more", () => {
    fc.assert(
      fc.property(plannedCards(200), exams, (cards, days) => {
        const cut = withMoves(cards, replan(cards, TODAY, none, examIn(days)).moves);
        const back = withMoves(cut, replan(cut, TODAY, examIn(days), none).moves);
        for (const card of back) {
          const { least } = fuzzRange(card.stability, 0, none);
          expect(card.dueDay - card.lastReviewDay).toBeGreaterThanOrEqual(least);
        }
      }),
    );
  });

  test("a card that no exam cut short is not given another date", () => {
    fc.assert(
      fc.property(plannedCards(200), (cards) => {
        expect(giveBackDates(cards, TODAY, examIn(9_999), none)).toEqual([]);
      }),
    );
  });
});
