import { expect, test } from "vitest";

import { recallAttempts } from "@/lib/domain/progress/recall-attempts";
import type { Rating } from "@/lib/domain/study/rating";
import { plainSettings } from "@/tests/helpers/scheduling";

const START = Date.parse("2026-03-02T12:00:00Z");

const log = (...entries: [minutes: number, rating: Rating][]) =>
  entries.map(([minutes, rating]) => ({
    rating,
    reviewedAt: new Date(START + minutes * 60_000),
    settings: plainSettings,
  }));

const DAY = 1_440;

test("learning a question and its steps of minutes are no attempts", () => {
  expect(recallAttempts("pods/phase", log([0, 3], [10, 3]))).toEqual([]);
});

test("only the first answer of a later day is an attempt", () => {
  const attempts = recallAttempts(
    "pods/phase",
    log([0, 3], [2 * DAY, 1], [2 * DAY + 10, 3], [4 * DAY, 3]),
  );
  expect(
    attempts.map(({ elapsedDays, recalled, number, lapses }) => [
      elapsedDays,
      recalled,
      number,
      lapses,
    ]),
  ).toEqual([
    [2, false, 2, 0],
    [2, true, 3, 1],
  ]);
});

test("what was started afresh is counted from its beginning", () => {
  const attempts = recallAttempts(
    "pods/phase",
    log([0, 3], [DAY, 1], [9 * DAY, 3], [11 * DAY, 3]),
    [new Date(START + 5 * DAY * 60_000)],
  );
  expect(attempts.map(({ number, lapses }) => [number, lapses])).toEqual([
    [2, 0],
    [2, 0],
  ]);
});
