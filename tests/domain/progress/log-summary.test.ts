import { expect, test } from "vitest";

import {
  LogSummer,
  type LogSummary,
  type SummaryFrame,
  type SummedQuestion,
} from "@/lib/domain/progress/log-summary";
import { ProgressFilterSchema, rangeDays } from "@/lib/domain/progress/progress-filter";
import { dayNumber } from "@/lib/domain/scheduling/learner-day";
import { plainSettings } from "@/tests/helpers/scheduling";

const SETTINGS = plainSettings;

const at = (day: number, hour = 12) => new Date(Date.UTC(2026, 2, day, hour));
const dayOf = (day: number) => dayNumber(at(day), SETTINGS);

const review = (day: number, change: Partial<SummedQuestion["reviews"][number]> = {}) => ({
  rating: 3 as const,
  reviewedAt: at(day),
  purpose: "study" as const,
  settings: SETTINGS,
  durationMs: 30_000,
  ...change,
});

const EVERYTHING: SummaryFrame = { dayRule: SETTINGS, fromDay: null, bank: null };

function sum(frame: SummaryFrame, questions: Partial<SummedQuestion>[]): LogSummary {
  const summer = new LogSummer(frame);
  for (const question of questions) {
    summer.add({ questionId: "a/1", kind: "single", reviews: [], resets: [], ...question });
  }
  const pieces = summer.summary();
  for (;;) {
    const piece = pieces.next();
    if (piece.done === true) return piece.value;
  }
}

test("each day has its answers and the minutes they took, the long ones cut off", () => {
  const { days, answers } = sum(EVERYTHING, [
    { reviews: [review(2), review(2, { durationMs: 3_600_000 }), review(3)] },
  ]);
  expect([...days.values()]).toEqual([
    { day: dayOf(2), answers: 2, minutes: 3.5 },
    { day: dayOf(3), answers: 1, minutes: 0.5 },
  ]);
  expect(answers).toBe(3);
});

test("practice counts as time spent, and says nothing of what is remembered", () => {
  const { answers, retention } = sum(EVERYTHING, [
    { reviews: [review(2), review(4, { purpose: "drill", rating: 1 }), review(6)] },
  ]);
  expect([answers, retention.attempts, retention.recalled]).toEqual([3, 1, 1]);
});

test("of a range only what lies in it is counted, and all before decides what was expected", () => {
  const frame = { ...EVERYTHING, fromDay: dayOf(5) };
  const { days, answers, retention } = sum(frame, [{ reviews: [review(2), review(6)] }]);
  expect([days.size, answers, retention.attempts]).toEqual([2, 1, 1]);
});

test("of a bank no other question is counted, whatever its id begins with", () => {
  const { answers } = sum({ ...EVERYTHING, bank: "a" }, [
    { questionId: "a/1", reviews: [review(2)] },
    { questionId: "ab/1", reviews: [review(2), review(3)] },
  ]);
  expect(answers).toBe(1);
});

test("imported answers are no measure of how long a kind takes", () => {
  const { times } = sum(EVERYTHING, [
    { reviews: [review(2), review(3, { purpose: "import", durationMs: 90_000 })] },
  ]);
  expect(times.map(({ kind, answers }) => [kind, answers])).toEqual([["single", 1]]);
});

test("what was started afresh is new again: nothing was expected of it", () => {
  const reviews = [review(2), review(6)];
  expect(sum(EVERYTHING, [{ reviews }]).retention.attempts).toBe(1);
  expect(sum(EVERYTHING, [{ reviews, resets: [at(4)] }]).retention.attempts).toBe(0);
});

test.each([
  [{}, { range: "90d", bank: null }, 90],
  [{ range: "year", bank: "etcd" }, { range: "year", bank: "etcd" }, 365],
  [{ range: "all" }, { range: "all", bank: null }, null],
  [{ range: "7d", bank: "x".repeat(81) }, { range: "90d", bank: null }, 90],
  [{ bank: ["etcd", "pods"] }, { range: "90d", bank: null }, 90],
])("the address %j asks for %j", (params, filter, days) => {
  const read = ProgressFilterSchema.parse(params);
  expect(read).toEqual(filter);
  expect(rangeDays(read.range)).toBe(days);
});
