/** Figures as the pages of progress write them. */

export const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** What is added to a share: "1.4 points". */
export const points = (share: number): string => `${(share * 100).toFixed(1)} points`;

/** "14 March 2026" of a local calendar date, YYYY-MM-DD. */
export const calendarDate = (date: string): string =>
  format(Date.parse(`${date}T00:00:00Z`), {
    day: "numeric",
    month: "long",
    year: "numeric",
  });

const DAY_MS = 86_400_000;

/** YYYY-MM-DD of a learner's day, given by its number. */
export const dateOfDay = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** "Mon 2 March" */
export const dayWords = (day: number): string =>
  format(day * DAY_MS, { weekday: "short", day: "numeric", month: "long" });

/** "2 Mar" */
export const shortDay = (day: number): string =>
  format(day * DAY_MS, { day: "numeric", month: "short" });

const format = (ms: number, parts: Intl.DateTimeFormatOptions): string =>
  new Date(ms).toLocaleDateString("en-GB", { ...parts, timeZone: "UTC" });
