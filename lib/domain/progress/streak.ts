/** `days` counts days in a row with at least one answer, up to today or else yesterday. */
export type Streak = { days: number; studiedToday: boolean };

/**
 * The learner's run of days. A day that has only begun does not break it: until it is
 * over, a run that ended yesterday still stands.
 *
 * `studied` and `today` are day numbers as `dayNumber` gives them.
 */
export function streakOf(studied: ReadonlySet<number>, today: number): Streak {
  const studiedToday = studied.has(today);
  let day = studiedToday ? today : today - 1;
  let days = 0;
  while (studied.has(day)) {
    days += 1;
    day -= 1;
  }
  return { days, studiedToday };
}
