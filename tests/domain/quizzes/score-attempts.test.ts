import { describe, expect, test } from "vitest";

import {
  assignmentScore,
  attemptPoints,
  toHundredths,
  type Counting,
} from "@/lib/domain/quizzes/score-attempts";

const mark = (points: number, score: number | null, override: number | null = null) => ({
  points,
  score,
  override,
});

describe("points of an attempt", () => {
  test("are the shares of its questions' points", () => {
    expect(attemptPoints([mark(2, 0.5), mark(1, 1), mark(3, 0)])).toBe(2);
  });

  test("take what was given by hand instead", () => {
    expect(attemptPoints([mark(2, 0, 1.5), mark(1, null, 1)])).toBe(2.5);
  });

  test("wait for the last mark", () => {
    expect(attemptPoints([mark(2, 1), mark(1, null)])).toBeNull();
  });

  test("of thirds add up in hundredths", () => {
    expect(attemptPoints([mark(1, 1 / 3), mark(1, 2 / 3)])).toBe(1);
  });
});

test.each([
  [1.005, 1.01],
  [2.675, 2.68],
  [0.1 + 0.2, 0.3],
])("%d is rounded to %d", (points, rounded) => {
  expect(toHundredths(points)).toBe(rounded);
});

describe("what an assignment counts", () => {
  const ATTEMPTS = [
    { number: 2, points: 8, maxPoints: 10, latePercent: 50 },
    { number: 1, points: 5, maxPoints: 10, latePercent: 0 },
    { number: 3, points: 4, maxPoints: 10, latePercent: 0 },
  ];
  test.each<[Counting, number, number[]]>([
    ["first", 5, [1]],
    ["last", 4, [3]],
    ["best", 5, [1]], // 8 less half for lateness is 4
    ["mean", 4.33, [1, 2, 3]],
  ])("%s: %d points", (counting, points, from) => {
    expect(assignmentScore(ATTEMPTS, counting)).toMatchObject({ points, from });
  });

  describe("of attempts at different versions of a quiz", () => {
    const attempts = [
      { number: 1, points: 8, maxPoints: 10, latePercent: 0 },
      { number: 2, points: 9, maxPoints: 20, latePercent: 0 },
    ];
    test.each<[Counting, number, number]>([
      ["best", 8, 10],
      ["last", 9, 20],
      ["mean", 8.5, 15],
    ])("%s: %d of %d points", (counting, points, maxPoints) => {
      expect(assignmentScore(attempts, counting)).toMatchObject({ points, maxPoints });
    });
  });

  test("is nothing without an attempt", () => {
    expect(assignmentScore([], "best")).toBeNull();
  });

  test("waits while an attempt that may be the best is not marked", () => {
    const attempts = [...ATTEMPTS, { number: 4, points: null, maxPoints: 10, latePercent: 0 }];
    expect(assignmentScore(attempts, "best")).toMatchObject({ points: null, from: [4] });
    expect(assignmentScore(attempts, "first")).toMatchObject({ points: 5 });
  });
});
