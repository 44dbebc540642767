import type { Actor } from "@/lib/domain/access/actor";
import {
  cardsByStability,
  cardsByState,
  forecastDays,
  type CardFacts,
  type CardStates,
  type ForecastDay,
  type StabilityGroup,
} from "@/lib/domain/progress/card-groups";
import type { LogSummary } from "@/lib/domain/progress/log-summary";
import { rangeDays, type ProgressFilter } from "@/lib/domain/progress/progress-filter";
import { bankOf } from "@/lib/domain/progress/retention";
import { streakOf, type Streak } from "@/lib/domain/progress/streak";
import { eachDay, levelsOf, type StudyDay } from "@/lib/domain/progress/study-days";
import { isDayOff } from "@/lib/domain/scheduling/due-day";
import { dayNumber } from "@/lib/domain/scheduling/learner-day";
import type { StudySettings } from "@/lib/domain/study/study-settings";
import { signedOut } from "@/lib/server/auth/actor";
import { catalogueFor, type Catalogue } from "@/lib/server/content/catalogue";
import { findSettingsVersions } from "@/lib/server/db/learner-log";
import { findResets, getProgressFacts, type CardFact } from "@/lib/server/db/progress-facts";
import { learnerReadiness, type ReadinessView } from "@/lib/server/progress/learner-readiness";
import { sumLog } from "@/lib/server/progress/sum-log";
import { publicVariant } from "@/lib/server/study/browse-question";

/** Fifty-three columns of a calendar. */
const CALENDAR_DAYS = 52 * 7 + 1;
const FORECAST_DAYS = 30;

export type CalendarDay = StudyDay & { level: number; isOff: boolean };

export type ProgressView = {
  filter: ProgressFilter;
  banks: { id: string; title: string }[];
  hasStudied: boolean;
  /** Number of the learner's day. */
  today: number;
  streak: Streak;
  readiness: ReadinessView[];
  calendar: CalendarDay[];
  /** Every day of the range, or since the first answer. */
  days: StudyDay[];
  desiredRetention: number;
  summary: Omit<LogSummary, "days">;
  forecast: ForecastDay[];
  states: CardStates;
  stability: StabilityGroup[];
  /** What the hardest questions ask, in Markdown by id; empty for retired ones. */
  prompts: Record<string, string>;
};

/** All that a learner's log and cards say of their progress. Reading it changes nothing. */
export async function viewProgress(
  actor: Actor,
  asked: ProgressFilter,
  now: Date,
): Promise<ProgressView> {
  const [catalogue, facts, versions, resets] = await Promise.all([
    catalogueFor(actor.id),
    getProgressFacts(actor.id, now),
    findSettingsVersions(actor.id),
    findResets(actor.id),
  ]);
  const settings = versions.get(Math.max(...versions.keys()));
  if (!settings) throw signedOut(); // the account was deleted a moment ago
  const filter = knownFilter(asked, catalogue);
  const today = dayNumber(now, settings);
  const range = rangeDays(filter.range);
  const { days, ...summary } = await sumLog(
    actor.id,
    {
      dayRule: settings,
      fromDay: range === null ? null : today - range + 1,
      bank: filter.bank,
    },
    {
      settings: versions,
      resets,
      kindOf: (id) => catalogue.questions.get(id)?.content.kind ?? "retired",
    },
  );
  const firstDay = Math.min(today, ...days.keys());
  const studied = new Set(facts.studiedAt.map((at) => dayNumber(at, settings)));
  return {
    filter,
    banks: catalogue.banks.map(({ id, title }) => ({ id, title })),
    hasStudied: facts.cards.length > 0 || studied.size > 0,
    today,
    streak: streakOf(studied, today, settings.daysOff),
    readiness: learnerReadiness(catalogue, facts, settings, now),
    calendar: calendarOf(days, today, settings),
    days: eachDay(days, range === null ? firstDay : Math.max(firstDay, today - range + 1), today),
    desiredRetention: settings.desiredRetention,
    summary,
    ...cardGroups(catalogue, facts.cards, { bank: filter.bank, today, settings }),
    prompts: Object.fromEntries(
      summary.hardest.map(({ questionId }) => [
        questionId,
        promptOf(catalogue, actor.id, questionId),
      ]),
    ),
  };
}

/** A bank that is not there is none. */
const knownFilter = (filter: ProgressFilter, { banks }: Catalogue): ProgressFilter => ({
  ...filter,
  bank: banks.some(({ id }) => id === filter.bank) ? filter.bank : null,
});

function calendarOf(
  days: LogSummary["days"],
  today: number,
  { daysOff }: StudySettings,
): CalendarDay[] {
  const all = eachDay(days, today - CALENDAR_DAYS + 1, today);
  const levels = levelsOf(all);
  return all.map((day, index) => ({
    ...day,
    level: levels[index] ?? 0,
    isOff: isDayOff(day.day, daysOff),
  }));
}

function cardGroups(
  { questions }: Catalogue,
  cards: readonly CardFact[],
  { bank, today, settings }: { bank: string | null; today: number; settings: StudySettings },
) {
  const own = cards.filter(({ questionId }) => bank === null || bankOf(questionId) === bank);
  const seen = new Set(own.map(({ questionId }) => questionId));
  const unseen = [...questions.values()].filter(
    ({ content }) => (bank === null || content.bank === bank) && !seen.has(content.id),
  ).length;
  const facts = own.map(({ state, stability, dueAt }): CardFacts => ({
    state,
    stability,
    dueDay: dayNumber(dueAt, settings),
  }));
  return {
    forecast: forecastDays(facts, today, FORECAST_DAYS),
    states: cardsByState(facts, unseen),
    stability: cardsByStability(facts),
  };
}

/** As this learner is asked; empty for a retired question. */
function promptOf({ questions }: Catalogue, userId: string, id: string): string {
  const published = questions.get(id);
  return published ? publicVariant(userId, published, 0).prompt : "";
}
