import type { Actor } from "@/lib/domain/access/actor";
import { dayOfDate } from "@/lib/domain/scheduling/due-day";
import { dayNumber } from "@/lib/domain/scheduling/learner-day";
import { fortnightCounts, levelLimit } from "@/lib/domain/scheduling/level-fortnight";
import { backlogOf } from "@/lib/domain/scheduling/spread-backlog";
import type { StudySettings } from "@/lib/domain/study/study-settings";
import { getCatalogue } from "@/lib/server/content/catalogue";
import { database } from "@/lib/server/db/client";
import { getStudySettings } from "@/lib/server/db/study-settings";
import { getPlannedCards } from "@/lib/server/study/planned-cards";
import { studyIndexFor } from "@/lib/server/study/study-index";

export type PlanView = {
  settings: StudySettings;
  /** Local date, YYYY-MM-DD. */
  today: string;
  /** Null until an exam and its date are set. */
  exam: { id: string; title: string; date: string; daysLeft: number } | null;
  /** Overdue reviews. */
  waiting: number;
  /** The last fortnight before the exam, as far as it is to come. */
  fortnight: { date: string; count: number }[];
  /** The most that one of its days may hold once it is levelled. */
  fortnightLimit: number;
  /** Reviews of each day of the coming half year that has any, for the calendar. */
  load: { date: string; count: number }[];
};

const CALENDAR_DAYS = 190;

/** What a learner has planned, and what it leads to but for the simulation. */
export async function viewPlan(actor: Actor, now: Date): Promise<PlanView> {
  const [index, { curriculum }, settings] = await Promise.all([
    studyIndexFor(actor.id),
    getCatalogue(),
    getStudySettings(database(), actor.id),
  ]);
  const cards = await getPlannedCards(database(), index, actor.id, settings);
  const today = dayNumber(now, settings);
  const counts = fortnightCounts(cards, [], today, settings);
  const load = new Map<number, number>();
  for (const { dueDay } of cards) {
    if (dueDay > today && dueDay < today + CALENDAR_DAYS) {
      load.set(dueDay, (load.get(dueDay) ?? 0) + 1);
    }
  }
  return {
    settings,
    today: dateOf(today),
    exam: examOf(settings, curriculum.exams, today),
    waiting: backlogOf(cards, today).length,
    fortnight: counts.map(({ day, count }) => ({ date: dateOf(day), count })),
    fortnightLimit: levelLimit(counts.map(({ count }) => count)),
    load: [...load].map(([day, count]) => ({ date: dateOf(day), count })),
  };
}

function examOf(
  { exam, examDate: date }: StudySettings,
  exams: readonly { id: string; title: string }[],
  today: number,
): PlanView["exam"] {
  const chosen = exams.find(({ id }) => id === exam);
  if (!chosen || date === null) return null;
  return { id: chosen.id, title: chosen.title, date, daysLeft: dayOfDate(date) - today };
}

const dateOf = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);
