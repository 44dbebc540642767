import { describe, expect, test } from "vitest";

import {
  FeedbackPolicySchema,
  visibleParts,
  type FeedbackTime,
} from "@/lib/domain/quizzes/feedback-policy";

const shows = (when: FeedbackTime, moment: Parameters<typeof visibleParts>[1]) =>
  visibleParts(FeedbackPolicySchema.parse({ solutions: when }), moment).solutions;

const SUBMITTED = { isSubmitted: true, isClosedForAll: false, isReleased: false };

describe("solutions are shown", () => {
  test.each<[FeedbackTime, boolean, boolean, boolean]>([
    ["at-submit", true, true, true],
    ["after-close", false, true, false],
    ["on-release", false, false, true],
    ["never", false, false, false],
  ])(
    "%s: at once %s, when closed for all %s, when released %s",
    (when, atOnce, closed, released) => {
      expect(shows(when, SUBMITTED)).toBe(atOnce);
      expect(shows(when, { ...SUBMITTED, isClosedForAll: true })).toBe(closed);
      expect(shows(when, { ...SUBMITTED, isReleased: true })).toBe(released);
    },
  );

  test("never while the attempt is open", () => {
    const everything = { isSubmitted: false, isClosedForAll: true, isReleased: true };
    expect(shows("at-submit", everything)).toBe(false);
  });
});

test("without a choice students see their answers at once, and the rest on release", () => {
  const parts = visibleParts(FeedbackPolicySchema.parse({}), SUBMITTED);
  expect(parts).toEqual({ score: false, answers: true, verdicts: false, solutions: false });
});
