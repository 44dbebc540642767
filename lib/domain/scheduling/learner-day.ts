/**
 * Days as a learner lives them: in their time zone, starting at an hour of their
 * choice (04:00 by default), so that studying past midnight still counts as today.
 *
 * A day is named by its number: days from 1970-01-01 to its local calendar date. It
 * starts at the first instant at which the wall clock shows the starting hour, or has
 * passed it: a clock that is set forward may skip the hour, one that is set back shows
 * it twice. Days therefore last 23, 24 or 25 hours, now and then something else, and
 * never overlap.
 */
import { zoneOffsetMs } from "@/lib/domain/scheduling/zone-offset";

export type DayRule = {
  /** IANA name, e.g. "Australia/Lord_Howe". */
  timeZone: string;
  /** 0 to 23. */
  dayStartHour: number;
};

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** No zone has ever been set back by more than this, but for moves across the date line. */
const LARGEST_SET_BACK_MS = 3 * HOUR_MS;

/** The number of the learner's day that an instant lies in. */
export const dayNumber = (at: Date, rule: DayRule): number => dayNumberOfMs(at.getTime(), rule);

/** As `dayNumber`, of epoch milliseconds. */
export function dayNumberOfMs(atMs: number, rule: DayRule): number {
  const offset = zoneOffsetMs(rule.timeZone, atMs);
  const day = Math.floor((atMs + offset - rule.dayStartHour * HOUR_MS) / DAY_MS);
  // Just after the clock was set back its face may show yesterday again: the day has begun already.
  const wasSetBack = zoneOffsetMs(rule.timeZone, atMs - LARGEST_SET_BACK_MS) > offset;
  return wasSetBack && atMs >= dayStart(day + 1, rule).getTime() ? day + 1 : day;
}

/** The instant at which the learner's day of that number starts. */
export function dayStart(day: number, rule: DayRule): Date {
  const wallMs = day * DAY_MS + rule.dayStartHour * HOUR_MS;
  const before = zoneOffsetMs(rule.timeZone, wallMs - DAY_MS);
  const after = zoneOffsetMs(rule.timeZone, wallMs + DAY_MS);
  const instants = [wallMs - before, wallMs - after]
    .filter((ms) => ms + zoneOffsetMs(rule.timeZone, ms) === wallMs)
    .sort((a, b) => a - b);
  return new Date(instants[0] ?? clockChange(rule.timeZone, wallMs - after, wallMs - before));
}

/** The first instant in (from, to] with the offset that holds at `to`: when the clock was set forward. */
function clockChange(timeZone: string, from: number, to: number): number {
  const offset = zoneOffsetMs(timeZone, to);
  let low = from;
  let high = to;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (zoneOffsetMs(timeZone, middle) === offset) high = middle;
    else low = middle;
  }
  return high;
}
