/**
 * A learner's days off as a list of stretches: in order, apart from each other, and each
 * as long as it can be. Past ones stay, because streaks are counted over them.
 */
import type { DaysOff } from "@/lib/domain/study/study-settings";

const DAY_MS = 86_400_000;

const numberOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / DAY_MS;
const dateOf = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

type Stretch = { from: number; to: number };

const toStretch = ({ from, to }: DaysOff): Stretch => ({ from: numberOf(from), to: numberOf(to) });
const toDaysOff = ({ from, to }: Stretch): DaysOff => ({ from: dateOf(from), to: dateOf(to) });

/** The list with a stretch added to it or cut out of it. */
export function mergeDaysOff(
  list: readonly DaysOff[],
  change: { add: DaysOff } | { remove: DaysOff },
): DaysOff[] {
  const stretches = list.map(toStretch);
  const changed =
    "add" in change
      ? [...stretches, toStretch(change.add)]
      : stretches.flatMap((stretch) => without(stretch, toStretch(change.remove)));
  return joined(changed).map(toDaysOff);
}

function without(stretch: Stretch, cut: Stretch): Stretch[] {
  if (cut.to < stretch.from || cut.from > stretch.to) return [stretch];
  const before = { from: stretch.from, to: cut.from - 1 };
  const after = { from: cut.to + 1, to: stretch.to };
  return [before, after].filter(({ from, to }) => from <= to);
}

function joined(stretches: readonly Stretch[]): Stretch[] {
  const result: Stretch[] = [];
  for (const { from, to } of [...stretches].sort((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last && from <= last.to + 1) last.to = Math.max(last.to, to);
    else result.push({ from, to });
  }
  return result;
}
