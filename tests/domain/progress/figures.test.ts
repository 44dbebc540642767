import { expect, test } from "vitest";

import { answerTimes } from "@/lib/domain/progress/answer-times";
import { cardsByStability, cardsByState, forecastDays } from "@/lib/domain/progress/card-groups";
import { hardestQuestions } from "@/lib/domain/progress/hardest-questions";
import { memoryCurve } from "@/lib/domain/progress/memory-curve";
import { retentionByBank, retentionByInterval } from "@/lib/domain/progress/retention";
import { levelsOf, weeksOf } from "@/lib/domain/progress/study-days";

const tried = (questionId: string, elapsedDays: number, recalled: boolean) => ({
  questionId,
  elapsedDays,
  recalled,
});

test("retention by interval puts both ends of an interval in it", () => {
  const rows = retentionByInterval([
    tried("a/1", 1, true),
    tried("a/1", 2, true),
    tried("a/1", 3, false),
    tried("a/1", 400, true),
  ]);
  expect(rows.map(({ attempts, recalled }) => [attempts, recalled])).toEqual([
    [1, 1],
    [2, 1],
    [0, 0],
    [0, 0],
    [0, 0],
    [0, 0],
    [1, 1],
  ]);
});

test("banks are listed with what is kept worst first", () => {
  const rows = retentionByBank([
    tried("a/1", 1, true),
    tried("b/1", 1, false),
    tried("b/2", 1, true),
  ]);
  expect(rows.map(({ bank }) => bank)).toEqual(["b", "a"]);
});

test("the hardest questions are those forgotten most, and of equals the one with fewer attempts", () => {
  const rows = hardestQuestions(
    [
      tried("a/often", 1, false),
      tried("a/often", 1, false),
      tried("a/rare", 1, false),
      tried("a/mixed", 1, false),
      tried("a/mixed", 1, true),
      tried("a/never", 1, true),
    ],
    3,
  );
  expect(rows.map(({ questionId }) => questionId)).toEqual(["a/often", "a/rare", "a/mixed"]);
});

const card = (dueDay: number, stability: number, state: "review" | "learning" = "review") => ({
  dueDay,
  stability,
  state,
});

test("what fell due before today is today's backlog, and what lies beyond is left out", () => {
  const days = forecastDays(
    [card(5, 3), card(10, 3), card(10, 30), card(11, 30), card(12, 3)],
    10,
    2,
  );
  expect(days).toEqual([
    { day: 10, backlog: 1, young: 1, mature: 1 },
    { day: 11, backlog: 0, young: 0, mature: 1 },
  ]);
});

test("cards are mature from a stability of three weeks on", () => {
  const cards = [card(1, 20.9), card(1, 21), card(1, 0.5, "learning")];
  expect(cardsByState(cards, 4)).toEqual({
    new: 4,
    learning: 1,
    relearning: 0,
    young: 1,
    mature: 1,
  });
});

test("every card is in one group of stability", () => {
  const cards = [0, 0.99, 1, 7, 364, 365, 9_000].map((stability) => card(1, stability));
  const groups = cardsByStability(cards);
  expect(groups.reduce((sum, group) => sum + group.cards, 0)).toBe(cards.length);
  expect(groups.at(-1)?.cards).toBe(2);
});

test("answer times are the time that half and nine of ten answers did not exceed", () => {
  const seconds = Array.from({ length: 10 }, (_, index) => index + 1);
  expect(answerTimes(new Map([["short", seconds]]))).toEqual([
    { kind: "short", answers: 10, medianSeconds: 5, p90Seconds: 9 },
  ]);
});

const day = (answers: number, index: number) => ({ day: index, answers, minutes: answers });

test("a day's level compares it with the learner's own other days", () => {
  expect(levelsOf([0, 1, 2, 3, 4, 0].map(day))).toEqual([0, 1, 1, 2, 3, 0]);
});

test("weeks end with the last day, and the first may be shorter", () => {
  const weeks = weeksOf([1, 1, 1, 1, 1, 1, 1, 1, 1].map(day));
  expect(weeks.map(({ days, answers }) => [days, answers])).toEqual([
    [2, 2],
    [7, 7],
  ]);
});

test("a memory curve falls from certainty, through 90 % at the stability, and shows today and the due day", () => {
  const points = memoryCurve({
    stability: 10,
    weights: [],
    lastReviewDay: 100,
    dueDay: 110,
    today: 103,
  });
  const recallOn = (on: number) => points.find((point) => point.day === on)?.recall;
  expect(recallOn(100)).toBe(1);
  expect(recallOn(110)).toBeCloseTo(0.9);
  expect(recallOn(103)).toBeGreaterThan(0.9);
});
