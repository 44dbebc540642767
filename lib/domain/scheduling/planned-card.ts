import { dayNumber } from "@/lib/domain/scheduling/learner-day";
import type { Card, SchedulingSettings } from "@/lib/domain/scheduling/card";
import { isDayOff } from "@/lib/domain/scheduling/due-day";
import type { DaysOff } from "@/lib/domain/study/study-settings";

/** A card in review as plans over several days see it. Days are numbers; see learner-day. */
export type PlannedCard = {
  questionId: string;
  dueDay: number;
  lastReviewDay: number;
  stability: number;
  difficulty: number;
  /** Percent of the exam that its heaviest domain makes. */
  weight: number;
};

/** A review that is to fall due on another day. */
export type Move = { questionId: string; day: number };

type ReviewCard = Pick<Card, "dueAt" | "lastReviewAt" | "stability" | "difficulty"> & {
  questionId: string;
};

export const toPlannedCard = (
  card: ReviewCard,
  weight: number,
  settings: SchedulingSettings,
): PlannedCard => ({
  questionId: card.questionId,
  dueDay: dayNumber(card.dueAt, settings),
  lastReviewDay: dayNumber(card.lastReviewAt, settings),
  stability: card.stability,
  difficulty: card.difficulty,
  weight,
});

/** How many of the cards fall due on each day; what is overdue counts for today. */
export function dayLoads(cards: readonly PlannedCard[], today: number): Map<number, number> {
  const loads = new Map<number, number>();
  for (const { dueDay } of cards) {
    const day = Math.max(today, dueDay);
    loads.set(day, (loads.get(day) ?? 0) + 1);
  }
  return loads;
}

/** The days from `from` to `to`, both included, that are not days off. */
export function openDays(from: number, to: number, daysOff: readonly DaysOff[]): number[] {
  const days: number[] = [];
  for (let day = from; day <= to; day++) if (!isDayOff(day, daysOff)) days.push(day);
  return days;
}

/** The cards as they are once the moves are made. */
export function withMoves(cards: readonly PlannedCard[], moves: readonly Move[]): PlannedCard[] {
  const days = new Map(moves.map(({ questionId, day }) => [questionId, day]));
  return cards.map((card) => ({ ...card, dueDay: days.get(card.questionId) ?? card.dueDay }));
}

/** What leads from the cards before to the cards after. */
export function movesBetween(
  before: readonly PlannedCard[],
  after: readonly PlannedCard[],
): Move[] {
  const days = new Map(before.map(({ questionId, dueDay }) => [questionId, dueDay]));
  return after.flatMap(({ questionId, dueDay }) =>
    days.get(questionId) === dueDay ? [] : [{ questionId, day: dueDay }],
  );
}
