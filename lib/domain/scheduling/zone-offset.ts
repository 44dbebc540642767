/**
 * How far a zone's wall clock is ahead of UTC, by the runtime's own zone data.
 *
 * Asking `Intl` takes microseconds, and a queue asks for hundreds of instants. The
 * offset is therefore remembered for stretches of twelve hours at whose ends it is the
 * same: no zone has ever changed its clock twice within so short a time.
 */
type Zone = {
  formatter: Intl.DateTimeFormat;
  /** Offset by number of stretch; null where the clock changes within it. */
  stretches: Map<number, number | null>;
};

const STRETCH_MS = 12 * 3_600_000;
/** Some thirteen years of one zone. */
const MOST_STRETCHES = 10_000;

const zones = new Map<string, Zone>();

/** Milliseconds that the wall clock of an IANA zone is ahead of UTC at an instant of epoch milliseconds. */
export function zoneOffsetMs(timeZone: string, atMs: number): number {
  if (timeZone === "UTC") return 0;
  const zone = zoneOf(timeZone);
  const stretch = Math.floor(atMs / STRETCH_MS);
  let offset = zone.stretches.get(stretch);
  if (offset === undefined) {
    offset = commonOffset(zone, stretch * STRETCH_MS, (stretch + 1) * STRETCH_MS);
    if (zone.stretches.size >= MOST_STRETCHES) zone.stretches.clear();
    zone.stretches.set(stretch, offset);
  }
  return offset ?? readOffset(zone, atMs);
}

function commonOffset(zone: Zone, fromMs: number, toMs: number): number | null {
  const offset = readOffset(zone, fromMs);
  return offset === readOffset(zone, toMs) ? offset : null;
}

function zoneOf(timeZone: string): Zone {
  const known = zones.get(timeZone);
  if (known) return known;
  const formatter = new Intl.DateTimeFormat("en-US", {
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
  const zone = { formatter, stretches: new Map<number, number | null>() };
  zones.set(timeZone, zone);
  return zone;
}

/** "11/1/2026, 01:30:00" */
const WALL_CLOCK = /^(\d+)\/(\d+)\/(\d+), (\d+):(\d+):(\d+)$/;

function readOffset({ formatter }: Zone, atMs: number): number {
  const wholeSecondsMs = Math.floor(atMs / 1_000) * 1_000;
  const match = WALL_CLOCK.exec(formatter.format(wholeSecondsMs));
  if (!match) throw new RangeError(`No wall clock for ${atMs}`);
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
