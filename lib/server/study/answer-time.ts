/** Before there are answers to measure: a question is read, answered and explained in about this time. */
const USUAL_SECONDS_PER_ANSWER = 35;

export const secondsOf = (measured: number | null): number => measured ?? USUAL_SECONDS_PER_ANSWER;

/** Whole minutes for so many answers; at least one for any. */
export const minutesOf = (answers: number, seconds: number): number =>
  answers === 0 ? 0 : Math.max(1, Math.round((answers * seconds) / 60));
