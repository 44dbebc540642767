/**
 * The server's time in a browser whose own clock may say anything. It is counted on from
 * the server's last word by a monotonic clock, never by the date that the device shows.
 */
export type ClockReading = {
  /** What the server said, in milliseconds of Unix time. */
  serverMs: number;
  /** By the monotonic clock, in milliseconds: when it was asked, and when its answer was there. */
  askedAt: number;
  answeredAt: number;
};

/** Server time less monotonic time, and how wrong that may be at most. */
export type ServerClock = { offsetMs: number; errorMs: number };

/** The server spoke at some moment between question and answer: in the middle is least wrong. */
export const clockOf = ({ serverMs, askedAt, answeredAt }: ClockReading): ServerClock => ({
  offsetMs: serverMs - (askedAt + answeredAt) / 2,
  errorMs: (answeredAt - askedAt) / 2,
});

/**
 * The better of what is known and a new reading: the one that may be less wrong, unless
 * the two cannot both be true. Then the monotonic clock stood still, as it does while
 * some devices sleep, and the new one counts.
 */
export function adjusted(known: ServerClock | null, reading: ClockReading): ServerClock {
  const found = clockOf(reading);
  if (!known) return found;
  const apart = Math.abs(known.offsetMs - found.offsetMs);
  if (apart > known.errorMs + found.errorMs) return found;
  return found.errorMs < known.errorMs ? found : known;
}

export const serverTimeAt = ({ offsetMs }: ServerClock, monotonicMs: number): number =>
  monotonicMs + offsetMs;

/** Minutes before the end at which whoever works on an attempt is told. */
const WARN_AT_MINUTES = [10, 5, 1] as const;

/**
 * The warning that became due between two looks at the clock, in minutes; null when none
 * did. Of several that were slept through, the most urgent.
 */
export function warningBetween(beforeMs: number, nowMs: number): number | null {
  const due = WARN_AT_MINUTES.filter((minutes) => {
    const mark = minutes * 60_000;
    return beforeMs > mark && nowMs <= mark && nowMs > 0;
  });
  return due.at(-1) ?? null;
}

/** "1:05:09", "12:30", "0:04": what is left, seconds begun counting whole. */
export function countdownText(leftMs: number): string {
  const seconds = Math.max(0, Math.ceil(leftMs / 1_000));
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60];
  const two = (value: number) => String(value).padStart(2, "0");
  const tail = two(seconds % 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${tail}` : `${minutes}:${tail}`;
}
