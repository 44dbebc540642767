/**
 * Levels the last fortnight before the exam: no day has more than 1.5 × the median of its
 * days, or than their mean rounded up where that is more (three reviews cannot be shared
 * out over fourteen days). Days off are none of these days, and today stays as it is.
 *
 * As few reviews as that takes are moved: from the fullest day to the emptiest, and of the
 * fullest day the firmest memory, which another day harms least.
 */
import { dayOfDate } from "@/lib/domain/scheduling/due-day";
import {
  openDays,
  withMoves,
  type Move,
  type PlannedCard,
} from "@/lib/domain/scheduling/planned-card";
import type { StudySettings } from "@/lib/domain/study/study-settings";

const FORTNIGHT_DAYS = 14;
const MOST_OF_MEDIAN = 1.5;

type ExamSettings = Pick<StudySettings, "exam" | "examDate" | "daysOff">;

/** The open days of the last fortnight that are still to come; none without an exam date. */
export function fortnightDays(today: number, settings: ExamSettings): number[] {
  if (settings.exam === null || settings.examDate === null) return [];
  const eve = dayOfDate(settings.examDate) - 1;
  return openDays(Math.max(today + 1, eve - FORTNIGHT_DAYS + 1), eve, settings.daysOff);
}

export function levelFortnight(
  cards: readonly PlannedCard[],
  today: number,
  settings: ExamSettings,
): Move[] {
  const days = fortnightDays(today, settings);
  const byDay = new Map<number, PlannedCard[]>(days.map((day) => [day, []]));
  for (const card of cards) byDay.get(card.dueDay)?.push(card);
  for (const onDay of byDay.values()) onDay.sort((a, b) => a.stability - b.stability);

  const moves = new Map<string, number>();
  for (;;) {
    const step = nextStep(byDay);
    if (!step) break;
    const { card, to } = step;
    byDay.get(to)?.push(card);
    moves.set(card.questionId, to);
  }
  return [...moves].map(([questionId, day]) => ({ questionId, day }));
}

/** The most that a day of the fortnight may hold. */
export function levelLimit(counts: readonly number[]): number {
  if (counts.length === 0) return 0;
  const sorted = [...counts].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const median = ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  return Math.max(Math.floor(MOST_OF_MEDIAN * median), Math.ceil(mean));
}

/** Takes the firmest card off the fullest day, if that has too many; null when all is level. */
function nextStep(byDay: Map<number, PlannedCard[]>): { card: PlannedCard; to: number } | null {
  const days = [...byDay].sort(([dayA, a], [dayB, b]) => a.length - b.length || dayB - dayA);
  const [fullest, emptiest] = [days.at(-1), days[0]];
  if (!fullest || !emptiest) return null;
  const limit = levelLimit(days.map(([, cards]) => cards.length));
  if (fullest[1].length <= limit) return null;
  const card = fullest[1].pop();
  return card ? { card, to: emptiest[0] } : null;
}

/** What each day of the fortnight holds, in order, once the moves are made. */
export function fortnightCounts(
  cards: readonly PlannedCard[],
  moves: readonly Move[],
  today: number,
  settings: ExamSettings,
): { day: number; count: number }[] {
  const counts = new Map(fortnightDays(today, settings).map((day) => [day, 0]));
  for (const { dueDay } of withMoves(cards, moves)) {
    const count = counts.get(dueDay);
    if (count !== undefined) counts.set(dueDay, count + 1);
  }
  return [...counts].map(([day, count]) => ({ day, count }));
}
