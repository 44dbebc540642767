import { isDayOff } from "@/lib/domain/scheduling/due-day";
import type { DaysOff } from "@/lib/domain/study/study-settings";

/** `days` counts days with at least one answer in a row, up to today or else yesterday. */
export type Streak = {
  days: number;
  studiedToday: boolean;
  /** Days off within the run, which neither broke it nor count. */
  daysOff: number;
};

/**
 * The learner's run of days. A day that has only begun does not break it: until it is
 * over, a run that ended yesterday still stands. A day off on which nothing was answered
 * freezes the run.
 *
 * `studied` and `today` are day numbers as `dayNumber` gives them.
 */
export function streakOf(
  studied: ReadonlySet<number>,
  today: number,
  daysOff: readonly DaysOff[] = [],
): Streak {
  const studiedToday = studied.has(today);
  let [days, frozen, frozenSince] = [0, 0, 0];
  for (let day = studiedToday ? today : today - 1; ; day -= 1) {
    if (studied.has(day)) {
      days += 1;
      frozen += frozenSince;
      frozenSince = 0;
    } else if (isDayOff(day, daysOff)) {
      frozenSince += 1;
    } else {
      return { days, studiedToday, daysOff: days === 0 ? 0 : frozen };
    }
  }
}
