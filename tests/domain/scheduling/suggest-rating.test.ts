import { expect, test } from "vitest";

import { suggestRating, suggestRatingFromMarks } from "@/lib/domain/scheduling/suggest-rating";

const alone = { usedHint: false, tries: 1 };
const hinted = { usedHint: true, tries: 1 };
const secondTry = { usedHint: false, tries: 2 };

test.each([
  ["right", alone, 3],
  ["right-with-extras", alone, 3],
  ["right", hinted, 2],
  ["right", secondTry, 2],
  ["right-with-extras", hinted, 2],
  ["partly", alone, 1],
  ["wrong", alone, 1],
  ["gave-up", alone, 1],
  ["cannot-judge", alone, 2],
  ["self-mark", alone, 2],
] as const)("%s with %j suggests %i", (outcome, help, rating) => {
  expect(suggestRating(outcome, help)).toBe(rating);
});

test.each([
  [[true, true, true], alone, 3],
  [[true, true, true], hinted, 2],
  [[true, true, true, false, false], alone, 2],
  [[true, true, false, false], alone, 1],
  [[false], alone, 1],
] as const)("marks %j with %j suggest %i", (marks, help, rating) => {
  expect(suggestRatingFromMarks(marks, help)).toBe(rating);
});
