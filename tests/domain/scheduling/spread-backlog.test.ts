import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { isDayOff } from "@/lib/domain/scheduling/due-day";
import { withMoves } from "@/lib/domain/scheduling/planned-card";
import { spreadBacklog } from "@/lib/domain/scheduling/spread-backlog";
import {
  aPlannedCard,
  dateOf,
  plannedCards,
  studySettings,
  TODAY,
} from "@/tests/helpers/planned-cards";

const settings = studySettings();
const late = (count: number, rest = {}) =>
  Array.from({ length: count }, (_, index) =>
    aPlannedCard({
      questionId: `a/q${index}`,
      dueDay: TODAY - 20,
      lastReviewDay: TODAY - 40,
      ...rest,
    }),
  );

test("340 reviews over 10 days are 34 a day", () => {
  const plan = spreadBacklog(late(340), TODAY, { days: 10 }, settings);
  expect(plan).toMatchObject({ days: 10, perDay: 34 });
  expect(plan.moves).toHaveLength(306);
});

test("340 reviews at 50 a day take 7 days", () => {
  expect(spreadBacklog(late(340), TODAY, { perDay: 50 }, settings)).toMatchObject({
    days: 7,
    perDay: 50,
  });
});

test("days take less of the backlog where reviews fall due anyway", () => {
  const due = Array.from({ length: 8 }, (_, index) =>
    aPlannedCard({ questionId: `b/q${index}`, dueDay: TODAY + 1 }),
  );
  const { forecast } = spreadBacklog([...late(20), ...due], TODAY, { perDay: 10 }, settings);
  expect(forecast).toEqual([
    { day: TODAY, late: 10, due: 0 },
    { day: TODAY + 1, late: 2, due: 8 },
    { day: TODAY + 2, late: 8, due: 0 },
  ]);
});

test("what is best recalled and weighs most in the exam comes first", () => {
  const cards = [
    aPlannedCard({ questionId: "a/forgotten", dueDay: TODAY - 1, stability: 1, weight: 30 }),
    aPlannedCard({ questionId: "a/light", dueDay: TODAY - 1, stability: 90, weight: 10 }),
    aPlannedCard({ questionId: "a/heavy", dueDay: TODAY - 1, stability: 90, weight: 30 }),
  ];
  const { moves } = spreadBacklog(cards, TODAY, { perDay: 1 }, settings);
  expect(moves).toEqual([
    { questionId: "a/forgotten", day: TODAY + 1 },
    { questionId: "a/light", day: TODAY + 2 },
  ]);
});

test("an exam so near that the wish cannot be kept makes the days fuller", () => {
  const near = studySettings({ exam: "cka", examDate: dateOf(TODAY + 4) });
  const plan = spreadBacklog(late(100), TODAY, { perDay: 10 }, near);
  expect(plan).toMatchObject({ days: 4, perDay: 25 });
});

describe("for any backlog, break and choice", () => {
  const cases = fc.record({
    cards: plannedCards(200).map((cards) =>
      cards.map((card, index) => (index % 3 === 0 ? card : { ...card, dueDay: TODAY - 5 })),
    ),
    choice: fc.oneof(
      fc.record({ days: fc.integer({ min: 1, max: 40 }) }),
      fc.record({ perDay: fc.integer({ min: 1, max: 80 }) }),
    ),
    off: fc.tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 0, max: 9 })),
    exam: fc.option(fc.integer({ min: 3, max: 80 })),
  });
  const settingsOf = ({
    off: [from, length],
    exam,
  }: {
    off: [number, number];
    exam: number | null;
  }) =>
    studySettings({
      daysOff: [{ from: dateOf(TODAY + from), to: dateOf(TODAY + from + length) }],
      ...(exam === null ? {} : { exam: "cka", examDate: dateOf(TODAY + exam) }),
    });

  test("the whole backlog is placed, on days that are open and before the exam", () => {
    fc.assert(
      fc.property(cases, (given) => {
        const plan = spreadBacklog(given.cards, TODAY, given.choice, settingsOf(given));
        const placed = plan.forecast.reduce((sum, { late }) => sum + late, 0);
        expect(placed).toBe(given.cards.filter(({ dueDay }) => dueDay <= TODAY).length);
        for (const { day } of plan.moves) {
          expect(isDayOff(day, settingsOf(given).daysOff)).toBe(false);
          expect(day).toBeLessThan(TODAY + (given.exam ?? Infinity));
        }
      }),
    );
  });

  test("the days turn out as they were forecast", () => {
    fc.assert(
      fc.property(cases, (given) => {
        const plan = spreadBacklog(given.cards, TODAY, given.choice, settingsOf(given));
        const after = withMoves(given.cards, plan.moves);
        for (const { day, late, due } of plan.forecast.slice(1)) {
          expect(after.filter(({ dueDay }) => dueDay === day)).toHaveLength(late + due);
        }
      }),
    );
  });
});
