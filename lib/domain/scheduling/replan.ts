/** What a change of exam date or days off does to reviews that are scheduled already. */
import { clearDaysOff, type DaysOffPlan } from "@/lib/domain/scheduling/clear-days-off";
import { bringBeforeExam, giveBackDates } from "@/lib/domain/scheduling/exam-dates";
import { examEve } from "@/lib/domain/scheduling/exam-eve";
import { levelFortnight } from "@/lib/domain/scheduling/level-fortnight";
import {
  movesBetween,
  withMoves,
  type Move,
  type PlannedCard,
} from "@/lib/domain/scheduling/planned-card";
import type { StudySettings } from "@/lib/domain/study/study-settings";

export type Replan = { moves: Move[] } & Omit<DaysOffPlan, "moves">;

/** All steps in their order, as one set of moves: no card is moved twice. */
export function replan(
  cards: readonly PlannedCard[],
  today: number,
  before: StudySettings,
  after: StudySettings,
): Replan {
  const examMoved = examEve(before) !== examEve(after);
  let planned: readonly PlannedCard[] = cards;
  if (examMoved) {
    planned = withMoves(planned, giveBackDates(planned, today, before, after));
    planned = withMoves(planned, bringBeforeExam(planned, today, after));
  }
  const { moves, ...rest } = clearDaysOff({ cards: planned, today, settings: after });
  planned = withMoves(planned, moves);
  planned = withMoves(planned, levelFortnight(planned, today, after));
  return { moves: movesBetween(cards, planned), ...rest };
}
