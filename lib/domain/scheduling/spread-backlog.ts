/**
 * Spreads what is overdue after an absence over the days to come.
 *
 * The most valuable comes first: recall now × weight in the exam. What is still recalled
 * is cheap to keep today and costs a whole relearning later; what is forgotten already
 * loses little by waiting.
 *
 * Each day takes what it has room for beside the reviews that fall due on it anyway. Days
 * off are left out, and nothing is put after the exam's eve.
 */
import type { SchedulingSettings } from "@/lib/domain/scheduling/card";
import { lastDueDay } from "@/lib/domain/scheduling/due-day";
import { recallAfter } from "@/lib/domain/scheduling/memory-model";
import {
  dayLoads,
  openDays,
  type Move,
  type PlannedCard,
} from "@/lib/domain/scheduling/planned-card";

export type BacklogDay = {
  day: number;
  /** Reviews of the backlog. */
  late: number;
  /** Reviews that fall due on the day itself. */
  due: number;
};

export type BacklogPlan = {
  /** How many open days it takes. */
  days: number;
  /** Most reviews on one of them. */
  perDay: number;
  /** Each day from today to the last that takes some of the backlog. */
  forecast: BacklogDay[];
  /** Expected number of the backlog that is still recalled when it is asked. */
  recalled: number;
  /** Reviews that are dated to another day; those of today stay as they are. */
  moves: Move[];
};

/** Either over so many open days, or with at most so many reviews on each. */
export type BacklogChoice = { days: number } | { perDay: number };

/** The longest time that a backlog is spread over. */
export const MOST_BACKLOG_DAYS = 60;
const LEAST_WEIGHT = 5;

export const backlogOf = (cards: readonly PlannedCard[], today: number): PlannedCard[] =>
  cards.filter(({ dueDay }) => dueDay <= today);

export function spreadBacklog(
  cards: readonly PlannedCard[],
  today: number,
  choice: BacklogChoice,
  settings: SchedulingSettings,
): BacklogPlan {
  const backlog = byValue(backlogOf(cards, today), today, settings);
  const loads = dayLoads(
    cards.filter(({ dueDay }) => dueDay > today),
    today,
  );
  const open = daysToCome(today, settings);
  const days = "days" in choice ? open.slice(0, Math.max(1, choice.days)) : open;
  const wanted = "days" in choice ? leastLimit(days, loads, backlog.length) : choice.perDay;
  // The days before an exam may be too few for the wish: they then hold more.
  const perDay = Math.max(wanted, leastLimit(days, loads, backlog.length));

  const moves: Move[] = [];
  const forecast: BacklogDay[] = [];
  let recalled = 0;
  let next = 0;
  for (const day of days) {
    const due = loads.get(day) ?? 0;
    const taken = backlog.slice(next, next + Math.max(0, perDay - due));
    next += taken.length;
    for (const card of taken) {
      recalled += recallOn(card, day, settings);
      if (day > today) moves.push({ questionId: card.questionId, day });
    }
    forecast.push({ day, late: taken.length, due });
    if (next >= backlog.length) break;
  }
  return {
    days: forecast.length,
    perDay: Math.max(0, ...forecast.map(({ late, due }) => late + due)),
    forecast,
    recalled,
    moves,
  };
}

/** The open days that may take a part; today is always one, as the learner is here. */
function daysToCome(today: number, settings: SchedulingSettings): number[] {
  const last = Math.min(lastDueDay(today, settings) ?? Infinity, today + 2 * MOST_BACKLOG_DAYS);
  const later = openDays(today + 1, last, settings.daysOff);
  return [today, ...later].slice(0, MOST_BACKLOG_DAYS);
}

/** The smallest limit under which the days have room for all. */
function leastLimit(
  days: readonly number[],
  loads: ReadonlyMap<number, number>,
  count: number,
): number {
  const roomAt = (limit: number) =>
    days.reduce((sum, day) => sum + Math.max(0, limit - (loads.get(day) ?? 0)), 0);
  let low = 1;
  let high = Math.max(1, count + Math.max(0, ...loads.values()));
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (roomAt(middle) >= count) high = middle;
    else low = middle + 1;
  }
  return low;
}

const recallOn = (card: PlannedCard, day: number, settings: SchedulingSettings): number =>
  recallAfter(Math.max(0, day - card.lastReviewDay), card.stability, settings.weights);

function byValue(cards: PlannedCard[], today: number, settings: SchedulingSettings): PlannedCard[] {
  return cards
    .map((card) => ({
      card,
      value: recallOn(card, today, settings) * Math.max(LEAST_WEIGHT, card.weight),
    }))
    .sort((a, b) => b.value - a.value || (a.card.questionId < b.card.questionId ? -1 : 1))
    .map(({ card }) => card);
}
