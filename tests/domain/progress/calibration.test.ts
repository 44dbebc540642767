import { expect, test } from "vitest";

import { calibrate, logLoss, rmseInBins } from "@/lib/domain/progress/calibration";
import type { RecallAttempt } from "@/lib/domain/progress/recall-attempts";

const attempt = (rest: Partial<RecallAttempt> = {}): RecallAttempt => ({
  questionId: "pods/phase",
  at: new Date("2026-03-02T12:00:00Z"),
  elapsedDays: 3,
  predicted: 0.9,
  recalled: true,
  number: 2,
  lapses: 0,
  ...rest,
});

const many = (count: number, rest: Partial<RecallAttempt>) =>
  Array.from({ length: count }, () => attempt(rest));

test("log loss is the mean surprise in nats", () => {
  const attempts = [attempt({ predicted: 0.9 }), attempt({ predicted: 0.8, recalled: false })];
  expect(logLoss(attempts)).toBeCloseTo((-Math.log(0.9) - Math.log(0.2)) / 2);
});

test("a prediction of certainty that failed costs much, and not infinity", () => {
  expect(logLoss([attempt({ predicted: 1, recalled: false })])).toBeCloseTo(-Math.log(1e-6));
});

test("attempts of like interval, number and lapses are one bin, weighted by its size", () => {
  // 2 and 3 days lie on one step of the scale with base 3.62, and 4 days on the next.
  const attempts = [
    ...many(2, { elapsedDays: 2, predicted: 0.8, recalled: true }),
    ...many(2, { elapsedDays: 3, predicted: 0.8, recalled: false }),
    ...many(4, { elapsedDays: 4, predicted: 0.9, recalled: true }),
  ];
  expect(rmseInBins(attempts)).toBeCloseTo(Math.sqrt((4 * 0.3 ** 2 + 4 * 0.1 ** 2) / 8));
});

test.each([
  ["the number of the attempt", { number: 2 }, { number: 4 }],
  ["the lapses before it", { lapses: 0 }, { lapses: 1 }],
])("%s tells bins apart", (_name, a, b) => {
  const attempts = [attempt({ ...a, recalled: true }), attempt({ ...b, recalled: false })];
  expect(rmseInBins(attempts)).toBeCloseTo(Math.sqrt((0.1 ** 2 + 0.9 ** 2) / 2));
});

test("fewer than twenty attempts say nothing", () => {
  expect(calibrate(many(19, {}))).toBeNull();
  expect(calibrate(many(20, {}))).not.toBeNull();
});

test("bins of the plot go from low to high predictions and hold every attempt", () => {
  const attempts = Array.from({ length: 200 }, (_, index) =>
    attempt({ predicted: 0.5 + index / 500, recalled: index % 5 > 0 }),
  );
  const bins = calibrate(attempts)?.bins ?? [];
  const predicted = bins.map((bin) => bin.predicted);
  expect(predicted).toEqual([...predicted].sort((a, b) => a - b));
  expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(200);
  expect(bins.length).toBeLessThanOrEqual(11);
});
