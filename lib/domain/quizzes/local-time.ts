/**
 * Wall clock times of a class. Instructors say "23:59 on Friday", in the class's zone,
 * and mean it on both sides of a change of the clocks.
 */
import { zoneOffsetMs } from "@/lib/domain/scheduling/zone-offset";

const DAY_MS = 86_400_000;
const LOCAL = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2}))?$/;

/**
 * The instant of a local date and time, "2026-03-29T02:30". Null when it is none, or the
 * clocks skip it that day; of an hour that comes twice, the first.
 */
export function instantOf(local: string, timeZone: string): Date | null {
  const match = LOCAL.exec(local);
  if (!match) return null;
  const wallMs = Date.parse(`${local}${match[6] === undefined ? ":00" : ""}Z`);
  if (Number.isNaN(wallMs)) return null;
  // The runtime reads 30 February as 2 March.
  if (!new Date(wallMs).toISOString().startsWith(local)) return null;
  return instantsAt(wallMs, timeZone)[0] ?? null;
}

/** The local date and time of an instant, to the minute: "2026-03-29T03:30". */
export function localTimeOf(at: Date, timeZone: string): string {
  const wallMs = at.getTime() + zoneOffsetMs(timeZone, at.getTime());
  return new Date(wallMs).toISOString().slice(0, 16);
}

/** The same time of day so many local days later; where the clocks skip it, as much later as they skip. */
export function plusLocalDays(at: Date, days: number, timeZone: string): Date {
  if (days === 0) return at;
  const offset = zoneOffsetMs(timeZone, at.getTime());
  const wallMs = at.getTime() + offset + days * DAY_MS;
  const [first] = instantsAt(wallMs, timeZone);
  return first ?? new Date(wallMs - zoneOffsetMs(timeZone, wallMs - DAY_MS));
}

function instantsAt(wallMs: number, timeZone: string): Date[] {
  const offsets = new Set([
    zoneOffsetMs(timeZone, wallMs - DAY_MS),
    zoneOffsetMs(timeZone, wallMs + DAY_MS),
  ]);
  return [...offsets]
    .map((offset) => wallMs - offset)
    .filter((ms) => ms + zoneOffsetMs(timeZone, ms) === wallMs)
    .sort((a, b) => a - b)
    .map((ms) => new Date(ms));
}
