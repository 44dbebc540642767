import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { catchUpLimit, clearDaysOff } from "@/lib/domain/scheduling/clear-days-off";
import { isDayOff } from "@/lib/domain/scheduling/due-day";
import { fuzzRange } from "@/lib/domain/scheduling/memory-model";
import { dayLoads, withMoves, type PlannedCard } from "@/lib/domain/scheduling/planned-card";
import {
  aPlannedCard,
  dateOf,
  plannedCards,
  studySettings,
  TODAY,
} from "@/tests/helpers/planned-cards";

const off = (from: number, to: number) => [{ from: dateOf(TODAY + from), to: dateOf(TODAY + to) }];

test("a review on a day off moves inside the range of its interval", () => {
  const cards = [aPlannedCard({ dueDay: TODAY + 10, lastReviewDay: TODAY - 10, stability: 20 })];
  const plan = clearDaysOff({
    cards,
    today: TODAY,
    settings: studySettings({ daysOff: off(10, 10) }),
  });
  const { least, most } = fuzzRange(20, 0, studySettings());
  expect(plan).toMatchObject({ beyondRange: 0, aboveLimit: 0, left: 0 });
  const interval = (plan.moves[0]?.day ?? 0) - (TODAY - 10);
  expect(interval).toBeGreaterThanOrEqual(least);
  expect(interval).toBeLessThanOrEqual(most);
});

test("a review that cannot stay in its range goes to the first day after the break", () => {
  const cards = [aPlannedCard({ dueDay: TODAY + 4, lastReviewDay: TODAY - 1, stability: 5 })];
  const settings = studySettings({ daysOff: off(1, 12) });
  const plan = clearDaysOff({ cards, today: TODAY, settings });
  expect(plan).toMatchObject({ beyondRange: 1, moves: [{ day: TODAY + 13 }] });
});

test("before an exam a review rather comes before the break than after the exam", () => {
  const cards = [aPlannedCard({ dueDay: TODAY + 9, lastReviewDay: TODAY, stability: 9 })];
  const settings = studySettings({
    daysOff: off(5, 12),
    exam: "cka",
    examDate: dateOf(TODAY + 13),
  });
  const plan = clearDaysOff({ cards, today: TODAY, settings });
  expect(plan.moves).toEqual([{ questionId: "pods/phase", day: TODAY + 4 }]);
});

test("a learner who is off until the exam is told what stays", () => {
  const cards = [aPlannedCard({ dueDay: TODAY + 4, lastReviewDay: TODAY - 1, stability: 5 })];
  const settings = studySettings({ daysOff: off(0, 20), exam: "cka", examDate: dateOf(TODAY + 9) });
  expect(clearDaysOff({ cards, today: TODAY, settings })).toMatchObject({ moves: [], left: 1 });
});

const limited = (reviewsPerDay: number, length: number, start: number) =>
  studySettings({ reviewsPerDay, daysOff: off(start, start + length - 1) });

const cases = fc.record({
  cards: plannedCards(250),
  reviewsPerDay: fc.integer({ min: 1, max: 30 }),
  start: fc.integer({ min: 0, max: 30 }),
  length: fc.integer({ min: 1, max: 14 }),
});

describe("for any cards and any break", () => {
  test("nothing stays on a day off", () => {
    fc.assert(
      fc.property(cases, ({ cards, reviewsPerDay, start, length }) => {
        const settings = limited(reviewsPerDay, length, start);
        const { moves, left } = clearDaysOff({ cards, today: TODAY, settings });
        const after = withMoves(cards, moves);
        const onDayOff = after.filter(
          ({ dueDay }) => dueDay >= TODAY && isDayOff(dueDay, settings.daysOff),
        );
        expect([onDayOff.length, left]).toEqual([0, 0]);
      }),
    );
  });

  test("no day that catches up exceeds 1.25 × the daily limit, unless it did before", () => {
    fc.assert(
      fc.property(cases, ({ cards, reviewsPerDay, start, length }) => {
        const settings = limited(reviewsPerDay, length, start);
        const { moves } = clearDaysOff({ cards, today: TODAY, settings });
        const loads = dayLoads(withMoves(cards, moves), TODAY);
        const limit = catchUpLimit(reviewsPerDay);
        for (const { day } of moves) expect(loads.get(day)).toBeLessThanOrEqual(limit);
      }),
    );
  });

  test("as many stay in their range as any choice of days could keep there", () => {
    fc.assert(
      fc.property(cases, ({ cards, reviewsPerDay, start, length }) => {
        const settings = limited(reviewsPerDay, length, start);
        const { moves, beyondRange } = clearDaysOff({ cards, today: TODAY, settings });
        expect(moves.length - beyondRange).toBe(mostInRange(cards, settings));
      }),
      { numRuns: 40 },
    );
  });
});

/** By matching reviews to the places of days, growing it path by path (Kuhn). */
function mostInRange(cards: PlannedCard[], settings: ReturnType<typeof studySettings>): number {
  const isDisplaced = ({ dueDay }: PlannedCard) =>
    dueDay >= TODAY && isDayOff(dueDay, settings.daysOff);
  const loads = dayLoads(
    cards.filter((card) => !isDisplaced(card)),
    TODAY,
  );
  const limit = catchUpLimit(settings.reviewsPerDay);
  const taken = new Map<number, PlannedCard[]>();
  const daysOf = (card: PlannedCard) => {
    const { least, most } = fuzzRange(card.stability, 0, settings);
    const days: number[] = [];
    for (let day = card.lastReviewDay + least; day <= card.lastReviewDay + most; day++) {
      if (day >= TODAY && !isDayOff(day, settings.daysOff)) days.push(day);
    }
    return days;
  };
  const place = (card: PlannedCard, seen: Set<number>): boolean => {
    for (const day of daysOf(card)) {
      if (seen.has(day)) continue;
      seen.add(day);
      const here = taken.get(day) ?? [];
      if (here.length + (loads.get(day) ?? 0) < limit) {
        taken.set(day, [...here, card]);
        return true;
      }
      for (const other of here) {
        if (!place(other, seen)) continue;
        taken.set(day, [...here.filter((each) => each !== other), card]);
        return true;
      }
    }
    return false;
  };
  return cards.filter(isDisplaced).filter((card) => place(card, new Set())).length;
}
