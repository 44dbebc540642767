/**
 * A learner's weak points: what they recall least now, each lapse counted as a fifth of
 * the recall lost, for what was forgotten before is forgotten again.
 */
const LOST_BY_A_LAPSE = 0.2;

/** A point is weak below this. */
export const WEAK_BELOW = 0.8;
export const MOST_WEAK_POINTS = 50;

/** 0 to 1: recall, less what lapses cost. */
export const strength = (recall: number, lapses: number): number =>
  recall * (1 - LOST_BY_A_LAPSE) ** lapses;
