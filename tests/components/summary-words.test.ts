import { expect, test } from "vitest";

import { sumUp, sumWords, summaryHeading } from "@/components/study/summary-words";
import { sessionFromQuery } from "@/components/study/session-query";

const given = (answerId: string, outcome: "right" | "right-with-extras" | "wrong" | null) => ({
  answerId,
  outcome,
});

test.each([
  { why: "nothing was done", results: [], waiting: [], says: null },
  {
    why: "all is graded",
    results: [given("1", "right"), given("2", "right-with-extras"), given("3", "wrong")],
    waiting: [],
    says: "3 answered, 2 right.",
  },
  {
    why: "one waits",
    results: [given("1", "right"), given("2", null)],
    waiting: ["2"],
    says: "2 answered, 1 right. 1 waits on this device to be graded.",
  },
  {
    why: "all wait, some of them since before a reload",
    results: [given("2", null)],
    waiting: ["1", "2"],
    says: "2 answered. 2 wait on this device to be graded.",
  },
  {
    why: "what is graded now was answered before a reload",
    results: [],
    waiting: ["1"],
    says: "1 answered. 1 waits on this device to be graded.",
  },
])("where $why the summary says $says", ({ results, waiting, says }) => {
  expect(sumWords(sumUp(results, waiting))).toBe(says);
});

test.each([
  { asked: {}, answered: 0, says: "Nothing is due" },
  { asked: { mode: "weak" }, answered: 0, says: "Nothing in this session" },
  { asked: {}, answered: 1, says: "Done for now" },
  { asked: { drill: "1" }, answered: 1, says: "Drill done" },
  { asked: { minutes: "1" }, answered: 1, says: "Well done: 1 minute" },
  { asked: { minutes: "10" }, answered: 1, says: "Well done: 10 minutes" },
])("a session of $asked with $answered answers ends with $says", ({ asked, answered, says }) => {
  const query = sessionFromQuery(asked);
  expect(summaryHeading(query, { answered, right: 0, waiting: 0 })).toBe(says);
});
