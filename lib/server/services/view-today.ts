import { streakOf, type Streak } from "@/lib/domain/progress/streak";
import { dayNumber } from "@/lib/domain/scheduling/learner-day";
import { planQueue } from "@/lib/domain/scheduling/plan-queue";
import type { QueueCounts } from "@/lib/domain/study/queue-contract";
import type { StudySettings } from "@/lib/domain/study/study-settings";
import { signedOut } from "@/lib/server/auth/actor";
import { catalogueWith } from "@/lib/server/content/catalogue";
import type { SessionClaims } from "@/lib/server/db/people";
import { getProgressFacts, type ProgressFacts } from "@/lib/server/db/progress-facts";
import { findQueueFacts, type QueueFacts } from "@/lib/server/db/queue-facts";
import { learnerReadiness, type ReadinessView } from "@/lib/server/progress/learner-readiness";
import { listGivenWork, type GivenWork } from "@/lib/server/quizzes/given-work";
import { minutesOf, secondsOf } from "@/lib/server/study/answer-time";
import { dayInput, EVERYTHING } from "@/lib/server/study/day-counts";
import { studyIndex, type StudyIndex } from "@/lib/server/study/study-index";

export type TodayView = {
  name: string;
  counts: QueueCounts;
  /** Estimated for all that can be asked now; 0 when there is nothing. */
  minutes: number;
  nextDueAt: Date | null;
  /** Reviews that are overdue, and how many a day should hold; null while that is no more. */
  backlog: { waiting: number; reviewsPerDay: number } | null;
  streak: Streak;
  /** Null until the learner has chosen an exam. */
  exam: { id: string; title: string; date: string | null; daysLeft: number | null } | null;
  /** The chosen exam, or all of them. */
  readiness: ReadinessView[];
  /** What is assigned, open and not handed in, soonest due first; study work also when reached. */
  assigned: AssignedToday[];
  /** Whether the learner has ever answered anything. */
  hasStudied: boolean;
  timeZone: string;
  now: Date;
};

export type AssignedToday = {
  id: string;
  classId: string;
  className: string;
  /** The class's. */
  timeZone: string;
  title: string;
  dueAt: string;
  homework: GivenWork["homework"];
};

/** The classes' own pages have the rest. */
const MOST_ASSIGNED = 8;

/** What today holds for a learner. Reading it changes nothing. */
export async function viewToday(claims: SessionClaims, now: Date): Promise<TodayView> {
  const [facts, progress, given] = await Promise.all([
    findQueueFacts(claims, now),
    getProgressFacts(claims.userId, now),
    listGivenWork(claims.userId, now, now),
  ]);
  if (!facts) throw signedOut();

  const [index, catalogue] = await Promise.all([
    studyIndex(facts.openBanks),
    catalogueWith(facts.openBanks),
  ]);
  const { settings } = facts;
  const { counts } = planQueue({
    ...dayInput(facts, index, now),
    ...EVERYTHING,
    onScreen: new Set(),
    limit: 0,
    newOrder: index.newOrder(settings.exam),
    seen: facts.seen,
  });
  return {
    name: facts.person.name,
    counts,
    minutes: minutesFor(counts, progress.secondsPerAnswer),
    nextDueAt: facts.nextDueAt,
    backlog: backlogOf(facts, index, now),
    streak: streakNow(progress, settings, now),
    exam: examOf(settings, catalogue.curriculum.exams, now),
    readiness: learnerReadiness(catalogue, progress, settings, now),
    assigned: assignedOf(given, now),
    hasStudied: progress.cards.length > 0,
    timeZone: settings.timeZone,
    now,
  };
}

const assignedOf = (given: readonly GivenWork[], now: Date): AssignedToday[] =>
  given
    .filter(({ opensAt, ownDueAt }) => opensAt <= now && now < ownDueAt)
    .filter(({ isHandedIn, homework }) => !isHandedIn || isAskedToday(homework))
    .slice(0, MOST_ASSIGNED)
    .map(({ id, classId, className, timeZone, title, ownDueAt, homework }) => ({
      id,
      classId,
      className,
      timeZone,
      title,
      dueAt: ownDueAt.toISOString(),
      homework,
    }));

/** Of what is reached already nothing is asked any more, but readiness may fall again. */
const isAskedToday = (homework: GivenWork["homework"]): boolean =>
  homework !== null && homework.today === null;

/** All that is overdue: siblings wait too, though they are not asked on one day. */
function backlogOf(
  { cards, settings: { reviewsPerDay } }: QueueFacts,
  { questions }: StudyIndex,
  now: Date,
): TodayView["backlog"] {
  const waiting = cards.filter(
    ({ state, dueAtMs, questionId }) =>
      state === "review" && dueAtMs <= now.getTime() && questions.has(questionId),
  ).length;
  return waiting > reviewsPerDay ? { waiting, reviewsPerDay } : null;
}

const minutesFor = (
  { learning, due, new: fresh }: QueueCounts,
  secondsPerAnswer: number | null,
): number => minutesOf(learning + due + fresh, secondsOf(secondsPerAnswer));

function streakNow({ studiedAt }: ProgressFacts, settings: StudySettings, now: Date): Streak {
  const days = new Set(studiedAt.map((at) => dayNumber(at, settings)));
  return streakOf(days, dayNumber(now, settings), settings.daysOff);
}

const DAY_MS = 86_400_000;

function examOf(
  settings: StudySettings,
  exams: readonly { id: string; title: string }[],
  now: Date,
): TodayView["exam"] {
  const exam = exams.find(({ id }) => id === settings.exam);
  if (!exam) return null;
  const { examDate: date } = settings;
  const daysLeft =
    date === null ? null : Date.parse(`${date}T00:00:00Z`) / DAY_MS - dayNumber(now, settings);
  return { id: exam.id, title: exam.title, date, daysLeft };
}
