type Due = { dueAt: string; intervalDays: number };

const MINUTE_MS = 60_000;

const plural = (count: number, unit: string) => `${count} ${unit}${count === 1 ? "" : "s"}`;

const tenths = (value: number) => String(Math.round(value * 10) / 10);

function minutesUntil(dueAt: string, now: Date): number {
  return Math.max(1, Math.round((Date.parse(dueAt) - now.getTime()) / MINUTE_MS));
}

/** When a question comes back, as one says it: "in 10 minutes", "tomorrow", "in 3 weeks". */
export function dueInWords({ dueAt, intervalDays: days }: Due, now: Date): string {
  if (days === 0) {
    const minutes = minutesUntil(dueAt, now);
    return `in ${minutes < 60 ? plural(minutes, "minute") : plural(Math.round(minutes / 60), "hour")}`;
  }
  if (days === 1) return "tomorrow";
  if (days < 21) return `in ${days} days`;
  if (days < 60) return `in ${Math.round(days / 7)} weeks`;
  if (days < 365) return `in ${Math.round(days / 30.4)} months`;
  const years = tenths(days / 365);
  return `in ${years} ${years === "1" ? "year" : "years"}`;
}

/** The same for the four buttons, where room is short: "10 min", "4 d", "2.3 mo". */
export function dueInShort({ dueAt, intervalDays: days }: Due, now: Date): string {
  if (days === 0) {
    const minutes = minutesUntil(dueAt, now);
    return minutes < 60 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
  }
  if (days < 30) return `${days} d`;
  if (days < 365) return `${tenths(days / 30.4)} mo`;
  return `${tenths(days / 365)} y`;
}
