/**
 * Moves reviews off the learner's days off.
 *
 * Each goes to a day inside the range that FSRS fuzzes its interval over. Within these
 * ranges the days that catch up are kept level, and at most at 1.25 × the learner's daily
 * limit: the days are filled one by one, those first whose range ends first, which places
 * as many reviews as any order could (earliest deadline first, for jobs of equal length).
 *
 * What does not fit goes to the first day after its range that has room, which never is
 * after the exam's eve. Where no day has room the emptiest is taken; where the learner is
 * off until the exam the review stays.
 */
import type { SchedulingSettings } from "@/lib/domain/scheduling/card";
import { isDayOff, lastDueDay } from "@/lib/domain/scheduling/due-day";
import { fuzzRange } from "@/lib/domain/scheduling/memory-model";
import {
  dayLoads,
  openDays,
  type Move,
  type PlannedCard,
} from "@/lib/domain/scheduling/planned-card";

export type DaysOffPlan = {
  moves: Move[];
  /** Reviews that had to leave the range of their interval. */
  beyondRange: number;
  /** Reviews that had to go to a day above the limit. */
  aboveLimit: number;
  /** Reviews that stay on a day off. */
  left: number;
};

type Input = {
  cards: readonly PlannedCard[];
  today: number;
  settings: SchedulingSettings & { reviewsPerDay: number };
};

type Window = { card: PlannedCard; from: number; to: number };

/** A day that catches up may hold this much of the learner's daily limit. */
const CATCH_UP = 1.25;
/** Without an exam to be ready for, a place is found within this many days, or the emptiest is taken. */
const SEARCH_DAYS = 365;

export const catchUpLimit = (reviewsPerDay: number): number =>
  Math.max(1, Math.floor(CATCH_UP * reviewsPerDay));

export function clearDaysOff({ cards, today, settings }: Input): DaysOffPlan {
  const isDisplaced = ({ dueDay }: PlannedCard) =>
    dueDay >= today && isDayOff(dueDay, settings.daysOff);
  const displaced = cards.filter(isDisplaced);
  const loads = dayLoads(
    cards.filter((card) => !isDisplaced(card)),
    today,
  );
  const last = lastDueDay(today, settings) ?? Number.POSITIVE_INFINITY;
  const windows = displaced.map((card) => windowOf(card, { today, settings, last }));
  const limit = catchUpLimit(settings.reviewsPerDay);

  const placed = placeLevel(windows, loads, limit, settings);
  const moves = [...placed].map(([questionId, day]) => ({ questionId, day }));
  for (const { day } of moves) addTo(loads, day);

  const plan: DaysOffPlan = { moves, beyondRange: 0, aboveLimit: 0, left: 0 };
  for (const { card, to } of windows.filter(({ card }) => !placed.has(card.questionId))) {
    placeBeyond({ card, to, today, last, limit }, loads, settings, plan);
  }
  return plan;
}

function windowOf(
  card: PlannedCard,
  { today, settings, last }: { today: number; settings: SchedulingSettings; last: number },
): Window {
  const { least, most } = fuzzRange(card.stability, 0, settings);
  // A date that was moved before may lie outside of it: it may stay where it is, or come nearer.
  const from = Math.min(card.lastReviewDay + least, card.dueDay);
  const to = Math.max(card.lastReviewDay + most, card.dueDay);
  return { card, from: Math.max(today, from), to: Math.min(last, to) };
}

/** Places as many as can be under the limit, on days as level as can be. */
function placeLevel(
  windows: readonly Window[],
  loads: ReadonlyMap<number, number>,
  limit: number,
  settings: SchedulingSettings,
): Map<string, number> {
  let best = place(windows, loads, limit, settings);
  let low = 1;
  let high = limit;
  while (low < high) {
    const level = Math.floor((low + high) / 2);
    const tried = place(windows, loads, level, settings);
    if (tried.size === best.size) {
      best = tried;
      high = level;
    } else {
      low = level + 1;
    }
  }
  return best;
}

function place(
  windows: readonly Window[],
  loads: ReadonlyMap<number, number>,
  limit: number,
  settings: SchedulingSettings,
): Map<string, number> {
  const placed = new Map<string, number>();
  const waiting = [...windows].sort((a, b) => a.from - b.from);
  let open: Window[] = [];
  let next = 0;
  for (let day = 0; next < waiting.length || open.length > 0; day++) {
    // Days on which nothing could be placed are passed over.
    if (open.length === 0) day = Math.max(day, waiting[next]?.from ?? day);
    for (; (waiting[next]?.from ?? Infinity) <= day; next++) {
      open.push(...waiting.slice(next, next + 1));
    }
    open = open.filter(({ to }) => to >= day).sort((a, b) => a.to - b.to);
    if (isDayOff(day, settings.daysOff)) continue;
    const room = Math.max(0, limit - (loads.get(day) ?? 0));
    for (const { card } of open.splice(0, room)) placed.set(card.questionId, day);
  }
  return placed;
}

type Place = { card: PlannedCard; to: number; today: number; last: number; limit: number };

function placeBeyond(
  { card, to, today, last, limit }: Place,
  loads: Map<number, number>,
  settings: SchedulingSettings,
  plan: DaysOffPlan,
): void {
  const end = Math.min(last, Math.max(to, today) + SEARCH_DAYS);
  const loadOf = (day: number) => loads.get(day) ?? 0;
  const after = openDays(Math.max(today, to + 1), end, settings.daysOff);
  const before = openDays(
    Math.max(today, card.lastReviewDay + 1),
    Math.min(to, end),
    settings.daysOff,
  );
  const days = [...after, ...before.reverse()];
  const free = days.find((day) => loadOf(day) < limit);
  const emptiest = days.reduce<number | null>(
    (best, day) => (best === null || loadOf(day) < loadOf(best) ? day : best),
    null,
  );
  const day = free ?? emptiest;
  if (day === null) {
    plan.left += 1;
    return;
  }
  plan.moves.push({ questionId: card.questionId, day });
  plan.beyondRange += 1;
  if (free === undefined) plan.aboveLimit += 1;
  addTo(loads, day);
}

const addTo = (loads: Map<number, number>, day: number): void => {
  loads.set(day, (loads.get(day) ?? 0) + 1);
};
