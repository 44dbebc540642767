const DAY_MS = 86_400_000;

export type CalendarDay = { date: string; dayOfMonth: number };

/** The weeks of a month ("2026-11"), Monday first; null before its first and after its last day. */
export function weeksOf(month: string): (CalendarDay | null)[][] {
  const first = Date.parse(`${month}-01T00:00:00Z`);
  const next = Date.parse(`${addMonths(month, 1)}-01T00:00:00Z`);
  const before = (new Date(first).getUTCDay() + 6) % 7;
  const days: (CalendarDay | null)[] = Array.from({ length: before }, () => null);
  for (let at = first; at < next; at += DAY_MS) {
    const date = new Date(at).toISOString().slice(0, 10);
    days.push({ date, dayOfMonth: Number(date.slice(8)) });
  }
  while (days.length % 7 !== 0) days.push(null);
  return Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7));
}

export function addMonths(month: string, count: number): string {
  const [year = 0, ofYear = 1] = month.split("-").map(Number);
  return new Date(Date.UTC(year, ofYear - 1 + count, 1)).toISOString().slice(0, 7);
}

/** "November 2026" */
export const monthWords = (month: string): string =>
  new Date(`${month}-15T12:00:00Z`).toLocaleDateString("en-GB", {
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
