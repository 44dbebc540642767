/** One formatter per zone: making one costs a hundred times what using it does. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-US", {
    timeZone,
    calendar: "gregory",
    numberingSystem: "latn",
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  formatters.set(timeZone, made);
  return made;
}

/** "11/1/2026, 01:30:00" */
const WALL_CLOCK = /^(\d+)\/(\d+)\/(\d+), (\d+):(\d+):(\d+)$/;

/**
 * Milliseconds by which the wall clock of an IANA zone is ahead of UTC at an instant
 * (epoch milliseconds), by the rules of the runtime's own zone data.
 */
export function zoneOffsetMs(timeZone: string, atMs: number): number {
  if (timeZone === "UTC") return 0;
  const wholeSecondsMs = Math.floor(atMs / 1_000) * 1_000;
  const match = WALL_CLOCK.exec(formatterOf(timeZone).format(wholeSecondsMs));
  if (!match) throw new RangeError(`No wall clock for ${atMs} in ${timeZone}`);
  const [month, day, year, hour, minute, second] = match.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  return Date.UTC(year, month - 1, day, hour, minute, second) - wholeSecondsMs;
}
