/**
 * Where a student stands with study work in the time there is for it.
 *
 * - Days are the student's own, as their study counts them; the first and the last may be
 *   cut short by the opening and the due time.
 * - The plan is even: after half of the time, half of what is wanted. Somebody is behind
 *   once they have less; a day that still runs is not held against them, nor a first day
 *   that had begun before the opening.
 * - An answer counts by when it was given. What was answered offline has until the grace
 *   after the due time is over to arrive; then the result is final.
 */
import type { HomeworkProgress, StudyRule } from "@/lib/domain/quizzes/study-homework";
import { dayNumber, dayStart, type DayRule } from "@/lib/domain/scheduling/learner-day";

/** Opening and due as they are for one student. */
export type HomeworkWindow = { opensAt: Date; dueAt: Date };

/** How much later than due an answer that was given in time may arrive. */
export const HOMEWORK_GRACE_MS = 24 * 3_600_000;

/** From then on a student is reminded that they fall behind, on their own clock. */
const EVENING_HOUR = 17;
const DAY_MS = 86_400_000;

export const finalAt = ({ dueAt }: HomeworkWindow): Date =>
  new Date(dueAt.getTime() + HOMEWORK_GRACE_MS);

/** Numbers of the student's days that the window touches, both ends included. */
export function windowDays({ opensAt, dueAt }: HomeworkWindow, rule: DayRule) {
  const first = dayNumber(opensAt, rule);
  return { first, last: Math.max(first, dayNumber(new Date(dueAt.getTime() - 1), rule)) };
}

/** Calendar days from one local date and time to another; the midnight that ends a day belongs to it. */
export function calendarDays(opensLocal: string, dueLocal: string): number {
  const [from, to] = [Date.parse(`${opensLocal}Z`), Date.parse(`${dueLocal}Z`) - 1];
  if (Number.isNaN(from) || Number.isNaN(to) || to < from) return 0;
  return Math.floor(to / DAY_MS) - Math.floor(from / DAY_MS) + 1;
}

export const HOMEWORK_STATES = [
  "opens",
  "on-plan",
  "behind",
  "reached",
  "over",
  "settled",
] as const;
export type HomeworkState = (typeof HOMEWORK_STATES)[number];

export type Standing = {
  window: HomeworkWindow;
  progress: HomeworkProgress;
  isSettled: boolean;
  /** The student's. */
  days: DayRule;
};

export function homeworkState(rule: StudyRule, standing: Standing, now: Date): HomeworkState {
  const { window, progress, isSettled, days } = standing;
  if (isSettled) return "settled";
  if (now < window.opensAt) return "opens";
  if (now >= window.dueAt) return "over";
  if (progress.share >= 1) return "reached";
  return progress.reached < plannedBy(rule, { window, progress, days }, now) ? "behind" : "on-plan";
}

/** What the even plan has by now. */
function plannedBy(
  rule: StudyRule,
  { window, progress, days }: Pick<Standing, "window" | "progress" | "days">,
  now: Date,
): number {
  if (rule.kind === "readiness") {
    const { opensAt, dueAt } = window;
    const passed = (now.getTime() - opensAt.getTime()) / (dueAt.getTime() - opensAt.getTime());
    return progress.wanted * passed;
  }
  const { last } = windowDays(window, days);
  const first = Math.min(last, firstWholeDay(window, days));
  const passedDays = Math.max(0, dayNumber(now, days) - first);
  return Math.floor((progress.wanted * passedDays) / (last - first + 1));
}

/** The first of the student's days that lies within the window from its start. */
export function firstWholeDay(window: HomeworkWindow, rule: DayRule): number {
  const { first } = windowDays(window, rule);
  return dayStart(first, rule) >= window.opensAt ? first : first + 1;
}

/**
 * The student's day for which to remind somebody who is behind; null while there is no
 * reason to: in the evening, when what the day asks for is not done yet.
 */
export function reminderDay(
  rule: StudyRule,
  standing: Standing & { today: number },
  now: Date,
): number | null {
  if (homeworkState(rule, standing, now) !== "behind") return null;
  if (rule.kind === "reviews" && standing.today >= rule.perDay) return null;
  const { timeZone } = standing.days;
  const isEvening = dayNumber(now, { timeZone, dayStartHour: EVENING_HOUR });
  const day = dayNumber(now, standing.days);
  return isEvening === day ? day : null;
}
