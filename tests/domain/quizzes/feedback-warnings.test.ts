import { describe, expect, test } from "vitest";

import { feedbackWarnings } from "@/lib/domain/quizzes/feedback-warnings";

const SAFE = {
  score: "on-release",
  verdicts: "on-release",
  solutions: "on-release",
  attemptsAllowed: 1,
} as const;

describe("what is shown warns", () => {
  test.each([
    { name: "not at all when it waits for the release", rules: {}, says: [] },
    {
      name: "that solutions at submission are passed on, where there is one attempt",
      rules: { solutions: "at-submit" },
      says: [/first can pass them on/u],
    },
    {
      name: "that solutions at submission are copied, where there are more",
      rules: { solutions: "at-submit", attemptsAllowed: 2 },
      says: [/next one is copied/u],
    },
    {
      name: "that verdicts at submission tell others, where there is one attempt",
      rules: { verdicts: "at-submit" },
      says: [/while others still work/u],
    },
    {
      name: "that verdicts at submission invite trying, where attempts have no limit",
      rules: { verdicts: "at-submit", attemptsAllowed: null },
      says: [/found by trying/u],
    },
    {
      name: "of both, for solutions first",
      rules: { solutions: "at-submit", verdicts: "at-submit" },
      says: [/^Solutions/u, /^Verdicts/u],
    },
    {
      name: "that nothing is ever seen",
      rules: { score: "never", verdicts: "never", solutions: "never" },
      says: [/nothing of how they did/u],
    },
    {
      name: "not of a score that is never shown, where verdicts are",
      rules: { score: "never", solutions: "never" },
      says: [],
    },
    {
      name: "not after closing: nobody works on it any more",
      rules: { verdicts: "after-close", solutions: "after-close" },
      says: [],
    },
  ] as const)("$name", ({ rules, says }) => {
    const warnings = feedbackWarnings({ ...SAFE, ...rules });
    expect(warnings).toHaveLength(says.length);
    for (const [index, pattern] of says.entries()) expect(warnings[index]).toMatch(pattern);
  });
});
