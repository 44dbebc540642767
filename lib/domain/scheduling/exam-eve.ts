/**
 * What becomes of a card whose log was changed after an exam was set. Its answers replay
 * under the settings that they were made under, which may know nothing of the exam, and
 * lead past it; the exam that is in force now still holds.
 */
import type { Card, SchedulingSettings } from "@/lib/domain/scheduling/card";
import { dayOfDate, daysUntilDue } from "@/lib/domain/scheduling/due-day";
import { dayNumber, dayStart } from "@/lib/domain/scheduling/learner-day";

/** The day before the exam; null without an exam and its date. */
export const examEve = ({ exam, examDate }: Pick<SchedulingSettings, "exam" | "examDate">) =>
  exam === null || examDate === null ? null : dayOfDate(examDate) - 1;

/**
 * When a card has to fall due instead, so that it does before the exam: on its eve, or on
 * the last day before that is not off. Null for one that is due in time or in a step of
 * learning, and for one that was answered on the eve or later, when dates are free again.
 */
export function dueBeforeExam(
  card: Pick<Card, "state" | "dueAt" | "lastReviewAt">,
  now: Date,
  settings: SchedulingSettings,
): Date | null {
  const eve = examEve(settings);
  const today = dayNumber(now, settings);
  if (eve === null || today > eve || card.state !== "review") return null;
  const due = dayNumber(card.dueAt, settings);
  const answered = dayNumber(card.lastReviewAt, settings);
  if (due <= eve || answered >= eve) return null;
  const from = Math.max(answered, Math.min(today, eve - 1));
  const range = () => ({ least: 1, most: eve - from });
  return dayStart(from + daysUntilDue(from, due - from, range, settings), settings);
}
