/** What a learner's calendar shows: reviews due, the exam, and what is assigned to them. */
import type { CalendarEvent } from "@/lib/domain/calendar/icalendar";

export type AssignedWork = {
  id: string;
  title: string;
  className: string;
  dueAt: Date;
  isHandedIn: boolean;
  isStudy: boolean;
  /** Full address. */
  url: string;
};

export type StudyCalendarFacts = {
  /** Sets this person's events apart from everybody's. */
  owner: string;
  /** Number of the learner's day. */
  today: number;
  /** Reviews by number of day; what is overdue counts for today. */
  due: ReadonlyMap<number, number>;
  secondsPerAnswer: number;
  exam: { title: string; date: string } | null;
  assigned: readonly AssignedWork[];
  studyUrl: string;
};

export const CALENDAR_DAYS = 30;
const DAY_MS = 86_400_000;

/** Reviews by the day they are due on, from the times they are due at. Those overdue are due today. */
export function dueByDay(
  dueDays: Iterable<number>,
  today: number,
  days = CALENDAR_DAYS,
): Map<number, number> {
  const counts = new Map<number, number>();
  for (const dueDay of dueDays) {
    const day = Math.max(today, dueDay);
    if (day < today + days) counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  return counts;
}

/** In order: the days' reviews, the exam, what is assigned. */
export function studyEvents(facts: StudyCalendarFacts): CalendarEvent[] {
  return [...dueEvents(facts), ...examEvents(facts), ...facts.assigned.map(assignedEvent(facts))];
}

const uidOf = (owner: string, what: string): string => `${what}-${owner}@reconcile`;

const dateOf = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

function dueEvents({ owner, due, secondsPerAnswer, studyUrl }: StudyCalendarFacts) {
  return [...due]
    .filter(([, count]) => count > 0)
    .sort(([a], [b]) => a - b)
    .map(([day, count]): CalendarEvent => {
      const minutes = Math.max(1, Math.round((count * secondsPerAnswer) / 60));
      return {
        uid: uidOf(owner, `due-${dateOf(day)}`),
        summary: count === 1 ? "1 review due" : `${count} reviews due`,
        description: `About ${minutes} min at your pace. New questions come on top.`,
        url: studyUrl,
        when: { day: dateOf(day) },
      };
    });
}

function examEvents({ owner, exam, studyUrl }: StudyCalendarFacts): CalendarEvent[] {
  if (!exam) return [];
  return [
    {
      uid: uidOf(owner, "exam"),
      summary: `Exam: ${exam.title}`,
      url: studyUrl,
      when: { day: exam.date },
    },
  ];
}

const assignedEvent =
  ({ owner }: StudyCalendarFacts) =>
  ({ id, title, className, dueAt, isHandedIn, isStudy, url }: AssignedWork): CalendarEvent => ({
    uid: uidOf(owner, `assignment-${id}`),
    summary: `${isHandedIn ? (isStudy ? "Reached" : "Handed in") : "Due"}: ${title} (${className})`,
    url,
    when: { at: dueAt },
  });
