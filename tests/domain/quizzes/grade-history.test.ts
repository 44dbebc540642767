import { expect, test } from "vitest";

import { causeWords, eventRuns, markWords } from "@/lib/domain/quizzes/grade-history";

test.each([
  ["item", null, null],
  ["item", { points: 2, score: 0.5, override: null }, "1 of 2"],
  ["item", { points: 2, score: null, override: null }, "not marked"],
  ["item", { points: 2, score: 0, override: 1.5 }, "1.5 of 2"],
  ["item", { points: 0, score: null, override: 0 }, "0 of 0"],
  ["assignment", { points: 7, maxPoints: 10, override: null, excused: false }, "7 of 10"],
  ["assignment", { points: 7, maxPoints: 10, override: 9, excused: false }, "9 of 10"],
  ["assignment", { points: null, maxPoints: 10, excused: true }, "not marked, excused"],
] as const)("an entry on an %s with %o reads %s", (subject, row, words) => {
  expect(markWords(subject, row)).toBe(words);
});

test("a cause that nobody has words for is said as it is", () => {
  expect([causeWords("appeal"), causeWords("another")]).toEqual(["Appeal accepted", "another"]);
});

test("saves of one device that follow each other are one line", () => {
  const saved = { kind: "saved", address: "192.0.2.1", agent: "a" };
  const other = { ...saved, address: "192.0.2.2" };
  const events = [saved, saved, other, saved].map((event, index) => ({
    ...event,
    at: `2026-01-01T00:00:0${index}.000Z`,
  }));
  expect(
    eventRuns(events).map(({ count, address, from, to }) => [
      count,
      address,
      from.slice(18, 19),
      to.slice(18, 19),
    ]),
  ).toEqual([
    [2, "192.0.2.1", "0", "1"],
    [1, "192.0.2.2", "2", "2"],
    [1, "192.0.2.1", "3", "3"],
  ]);
});
