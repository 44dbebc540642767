/**
 * What FSRS is told when the learner says nothing else. The evidence decides: right is
 * Good, right with help is Hard, anything less is Again. Easy is the learner's word only.
 */
import type { Outcome } from "@/lib/domain/questions/question-kind";
import type { Rating } from "@/lib/domain/study/rating";

const AGAIN = 1;
const HARD = 2;
const GOOD = 3;

/** Share of an open answer's points from which on it counts as recalled with effort. */
export const ENOUGH_MARKS = 0.6;

export type Help = {
  usedHint: boolean;
  /** 1 for the first try. */
  tries: number;
};

const hadHelp = (help: Help): boolean => help.usedHint || help.tries > 1;

export function suggestRating(outcome: Outcome, help: Help): Rating {
  switch (outcome) {
    case "right":
    case "right-with-extras":
      return hadHelp(help) ? HARD : GOOD;
    case "partly":
    case "wrong":
    case "gave-up":
      return AGAIN;
    // Only the learner can judge these: a rating in the middle until they do.
    case "cannot-judge":
    case "self-mark":
      return HARD;
  }
}

/** For an open answer: which of its marking points the learner ticked, at least one. */
export function suggestRatingFromMarks(marks: readonly boolean[], help: Help): Rating {
  const share = shareOfMarks(marks);
  if (share === 1) return hadHelp(help) ? HARD : GOOD;
  return share >= ENOUGH_MARKS ? HARD : AGAIN;
}

/** 0 to 1. */
export const shareOfMarks = (marks: readonly boolean[]): number =>
  marks.filter(Boolean).length / marks.length;
