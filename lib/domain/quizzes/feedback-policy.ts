/** What students are shown of an attempt, and when. */
import { z } from "zod";

export const FEEDBACK_TIMES = ["at-submit", "after-close", "on-release", "never"] as const;
const WhenSchema = z.enum(FEEDBACK_TIMES);
export type FeedbackTime = z.output<typeof WhenSchema>;

export const FeedbackPolicySchema = z.strictObject({
  score: WhenSchema.default("on-release"),
  /** Their own answers. */
  answers: WhenSchema.default("at-submit"),
  /** Right or wrong, with the findings; never the key. */
  verdicts: WhenSchema.default("on-release"),
  /** The key and the explanation. */
  solutions: WhenSchema.default("on-release"),
});
export type FeedbackPolicy = z.output<typeof FeedbackPolicySchema>;
export type FeedbackPart = keyof FeedbackPolicy;

export type FeedbackMoment = {
  isSubmitted: boolean;
  /**
   * Nobody works on the assignment any more, whatever they were granted. What is
   * shown to one after the common closing would else be a key for those with extra days.
   */
  isClosedForAll: boolean;
  isReleased: boolean;
};

export function visibleParts(
  policy: FeedbackPolicy,
  moment: FeedbackMoment,
): Record<FeedbackPart, boolean> {
  const isShown = (part: FeedbackPart) => moment.isSubmitted && hasCome(policy[part], moment);
  return {
    score: isShown("score"),
    answers: isShown("answers"),
    verdicts: isShown("verdicts"),
    solutions: isShown("solutions"),
  };
}

function hasCome(when: FeedbackTime, moment: FeedbackMoment): boolean {
  switch (when) {
    case "at-submit":
      return true;
    case "after-close":
      return moment.isClosedForAll;
    case "on-release":
      return moment.isReleased;
    case "never":
      return false;
  }
}
