import type { Actor } from "@/lib/domain/access/actor";
import { dayNumber } from "@/lib/domain/scheduling/learner-day";
import {
  backlogOf,
  spreadBacklog,
  type BacklogChoice,
  type BacklogPlan,
} from "@/lib/domain/scheduling/spread-backlog";
import { database } from "@/lib/server/db/client";
import { getProgressFacts } from "@/lib/server/db/progress-facts";
import { getStudySettings } from "@/lib/server/db/study-settings";
import { getPlannedCards } from "@/lib/server/study/planned-cards";
import { minutesOf, secondsOf } from "@/lib/server/study/answer-time";
import { studyIndexFor } from "@/lib/server/study/study-index";

export type CatchUpOption = Omit<BacklogPlan, "moves" | "forecast"> & {
  minutesPerDay: number;
  /** Local dates, YYYY-MM-DD. */
  forecast: { date: string; late: number; due: number }[];
};

export type CatchUpView = {
  waiting: number;
  reviewsPerDay: number;
  /** From the shortest to the longest; each of another length. */
  options: CatchUpOption[];
  /** What the learner asked to see, if they did. */
  chosen: CatchUpOption | null;
};

const USUAL_DAYS = [1, 3, 5, 7, 10, 14, 21, 30];

/** What spreading the backlog would bring, before anything is decided. */
export async function viewCatchUp(
  actor: Actor,
  choice: BacklogChoice | null,
  now: Date,
): Promise<CatchUpView> {
  const [index, settings] = await Promise.all([
    studyIndexFor(actor.id),
    getStudySettings(database(), actor.id),
  ]);
  const [cards, progress] = await Promise.all([
    getPlannedCards(database(), index, actor.id, settings),
    getProgressFacts(actor.id, now),
  ]);
  const today = dayNumber(now, settings);
  const seconds = secondsOf(progress.secondsPerAnswer);
  const optionOf = (wanted: BacklogChoice): CatchUpOption => {
    const { moves: _moves, forecast, ...plan } = spreadBacklog(cards, today, wanted, settings);
    return {
      ...plan,
      minutesPerDay: minutesOf(plan.perDay, seconds),
      forecast: forecast.map(({ day, ...counts }) => ({ date: dateOf(day), ...counts })),
    };
  };
  const options = new Map(
    USUAL_DAYS.map((days) => optionOf({ days })).map((option) => [option.days, option]),
  );
  return {
    waiting: backlogOf(cards, today).length,
    reviewsPerDay: settings.reviewsPerDay,
    options: [...options.values()],
    chosen: choice && optionOf(choice),
  };
}

const dateOf = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);
