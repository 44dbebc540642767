import { expect, test } from "vitest";

import { reachedPoint } from "@/components/plan/reached-point";

const POINTS = [0, 5, 10, 20].map((minutes) => ({ minutes }));

test.each([
  { says: "a point itself is reached", from: 0, minutes: 5, reached: 5 },
  {
    says: "a step up that ends between two goes on to the upper",
    from: 2,
    minutes: 15,
    reached: 20,
  },
  {
    says: "a step down that ends between two goes on to the lower",
    from: 3,
    minutes: 15,
    reached: 10,
  },
  { says: "the way back leads to the first", from: 3, minutes: 0, reached: 0 },
  { says: "beyond the last is the last", from: 1, minutes: 30, reached: 20 },
  { says: "before the first is the first", from: 1, minutes: -5, reached: 0 },
  { says: "where it is it stays", from: 1, minutes: 5, reached: 5 },
])("of a slider: $says", ({ from, minutes, reached }) => {
  expect(POINTS[reachedPoint(POINTS, from, minutes)]?.minutes).toBe(reached);
});
