/**
 * When the daily digest is due. It belongs to a local date and is due from the first
 * instant of that date at which the wall clock shows the chosen hour or has passed it,
 * as `dayStart` finds it: once a date, also where the clocks skip the hour or show it twice.
 */
import { dayNumber, dayStart } from "@/lib/domain/scheduling/learner-day";

export type DigestRule = { timeZone: string; /** 0 to 23. */ digestHour: number };

/** One that is later is left out: what it says of the day is no longer news. */
const DIGEST_LATE_MS = 3 * 3_600_000;
const DAY_MS = 86_400_000;

/**
 * The local date (YYYY-MM-DD) whose digest is due now; null when none is, or when that
 * date's or a later one was sent already.
 */
export function digestDueOn(rule: DigestRule, sentOn: string | null, now: Date): string | null {
  const byHour = { timeZone: rule.timeZone, dayStartHour: rule.digestHour };
  const day = dayNumber(now, byHour);
  if (now.getTime() - dayStart(day, byHour).getTime() >= DIGEST_LATE_MS) return null;
  const date = new Date(day * DAY_MS).toISOString().slice(0, 10);
  return sentOn === null || sentOn < date ? date : null;
}
