/**
 * On which of the learner's days a review falls due, once FSRS has named one.
 *
 * 1. With an exam and its date set, nothing falls due after the day before the exam.
 *    From that day on there is no room left, and FSRS has its way again.
 * 2. A day off is left for the nearest other day within the range that FSRS fuzzes the
 *    interval over, or else for the first day after the break. Should that be after the
 *    exam's eve, for the last day before the break; should there be none, it stays.
 *
 * Days are numbers; see learner-day.
 */
import type { SchedulingSettings } from "@/lib/domain/scheduling/card";
import type { DaysOff } from "@/lib/domain/study/study-settings";

type DueSettings = Pick<SchedulingSettings, "exam" | "examDate" | "daysOff">;

/** Days from a review to the next, both ends included. */
export type DayRange = { least: number; most: number };

const DAY_MS = 86_400_000;

/** The number of the learner's day of a local calendar date, YYYY-MM-DD. */
export const dayOfDate = (date: string): number => Date.parse(`${date}T00:00:00Z`) / DAY_MS;

/** The last day that a review made on `day` may lead to; null when nothing limits it. */
export function lastDueDay(day: number, { exam, examDate }: DueSettings): number | null {
  if (exam === null || examDate === null) return null;
  const eve = dayOfDate(examDate) - 1;
  return day < eve ? eve : null;
}

export const isDayOff = (day: number, daysOff: readonly DaysOff[]): boolean =>
  breakAround(day, daysOff) !== null;

/** Days from a review made on `day` to the next: `days` as FSRS would have it, moved within `range`. */
export function daysUntilDue(
  day: number,
  days: number,
  range: () => DayRange,
  settings: DueSettings,
): number {
  const last = lastDueDay(day, settings);
  const capped = last === null ? days : Math.min(days, last - day);
  return freeDayNear(day, day + capped, range, last, settings.daysOff) - day;
}

function freeDayNear(
  day: number,
  due: number,
  range: () => DayRange,
  last: number | null,
  daysOff: readonly DaysOff[],
): number {
  const around = breakAround(due, daysOff);
  if (!around) return due;
  const { least, most } = range();
  const before = around.from - 1;
  const after = around.to + 1;
  const isOpen = (candidate: number): boolean =>
    candidate > day && (last === null || candidate <= last);
  const near = [before, after]
    .filter((candidate) => isOpen(candidate))
    .filter((candidate) => candidate >= day + least && candidate <= day + most)
    .sort((a, b) => Math.abs(a - due) - Math.abs(b - due));
  const fallback = [after, before].find(isOpen);
  return near[0] ?? fallback ?? due;
}

/** The whole stretch of days off that a day lies in, breaks that touch taken as one. */
function breakAround(day: number, daysOff: readonly DaysOff[]) {
  const breaks = daysOff
    .map(({ from, to }) => ({ from: dayOfDate(from), to: dayOfDate(to) }))
    .sort((a, b) => a.from - b.from);
  let stretch: { from: number; to: number } | null = null;
  for (const { from, to } of breaks) {
    if (stretch && from <= stretch.to + 1) stretch.to = Math.max(stretch.to, to);
    else if (stretch && stretch.to >= day) break;
    else stretch = { from, to };
  }
  return stretch && stretch.from <= day && day <= stretch.to ? stretch : null;
}
