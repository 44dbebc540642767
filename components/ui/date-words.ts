const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** A moment to come, as near as one says it: "in 8 minutes", "at 14:30", "on Tue 3 March". */
export function dateWords(at: Date, now: Date, timeZone: string): string {
  const left = at.getTime() - now.getTime();
  if (left <= 0) return "now";
  if (left < HOUR_MS) {
    const minutes = Math.ceil(left / MINUTE_MS);
    return `in ${minutes} ${minutes === 1 ? "minute" : "minutes"}`;
  }
  const day = (date: Date) => date.toLocaleDateString("en-CA", { timeZone });
  if (day(at) === day(now)) {
    return `at ${at.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit", timeZone })}`;
  }
  if (day(at) === day(new Date(now.getTime() + 24 * HOUR_MS))) return "tomorrow";
  return `on ${at.toLocaleDateString("en-GB", {
    weekday: "short",
    day: "numeric",
    month: "long",
    timeZone,
  })}`;
}
