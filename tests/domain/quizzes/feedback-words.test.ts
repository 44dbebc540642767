import { expect, test } from "vitest";

import type { FeedbackPolicy } from "@/lib/domain/quizzes/feedback-policy";
import { feedbackWords } from "@/lib/domain/quizzes/feedback-words";

const POLICY: FeedbackPolicy = {
  score: "at-submit",
  answers: "at-submit",
  verdicts: "on-release",
  solutions: "never",
};

test("what is shown is said in the order of time, and what never is last", () => {
  expect(feedbackWords(POLICY)).toEqual([
    "Once you have handed in you see your score and your answers.",
    "When your instructor releases the results you see which answers were right.",
    "You do not see the solutions.",
  ]);
});

test("three parts are listed, with “or” where none is shown", () => {
  const never = { score: "never", answers: "never", verdicts: "never" } as const;
  expect(feedbackWords({ ...never, solutions: "after-close" })).toEqual([
    "When the quiz has closed for everyone you see the solutions.",
    "You do not see your score, your answers or which answers were right.",
  ]);
});

test("only the parts that are asked about are spoken of", () => {
  expect(feedbackWords(POLICY, (part) => part === "verdicts")).toEqual([
    "When your instructor releases the results you see which answers were right.",
  ]);
});
