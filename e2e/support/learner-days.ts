import { dayNumber, type DayRule } from "@/lib/domain/scheduling/learner-day";

/** Of the learners of these tests: theirs starts at four, so that for some hours the calendar is a day ahead. */
export const DAY_RULE: DayRule = { timeZone: "UTC", dayStartHour: 4 };

const DAY_MS = 86_400_000;

/** The number of the day that these learners live in. */
export const today = (): number => dayNumber(new Date(), DAY_RULE);

/** So many of their days from now. */
export const dayIn = (days: number): Date => new Date((today() + days) * DAY_MS);

/** The same as a form takes it: "2026-03-01". */
export const dateIn = (days: number): string => dayIn(days).toISOString().slice(0, 10);
