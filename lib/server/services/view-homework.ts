import type { Actor } from "@/lib/domain/access/actor";
import { canAttempt, canSeeClass, canSeeStudents } from "@/lib/domain/access/class-access";
import {
  finalAt,
  firstWholeDay,
  windowDays,
  type HomeworkState,
} from "@/lib/domain/quizzes/homework-plan";
import {
  creditSentence,
  homeworkSentence,
  reachedWords,
} from "@/lib/domain/quizzes/homework-words";
import type { HomeworkProgress, StudyRule } from "@/lib/domain/quizzes/study-homework";
import { dayNumber } from "@/lib/domain/scheduling/learner-day";
import { requireClass } from "@/lib/server/classes/require-class";
import { catalogueOfClass } from "@/lib/server/content/catalogue";
import { database } from "@/lib/server/db/client";
import type { StoredAssignment } from "@/lib/server/db/quizzes";
import { AppError } from "@/lib/server/errors";
import { findNamedAssignment } from "@/lib/server/quizzes/find-named-assignment";
import {
  homeworkStandings,
  studyRule,
  type HomeworkStanding,
} from "@/lib/server/quizzes/homework-people";
import { scopeTitle, sessionOf } from "@/lib/server/quizzes/scope-title";

type HomeworkDay = { date: string; answers: number };

export type OwnHomework = {
  state: HomeworkState;
  /** With the student's extra days. */
  opensAt: string;
  dueAt: string;
  finalAt: string;
  progress: HomeworkProgress;
  reached: string;
  today: number;
  /** The student's days up to now, oldest first; empty for readiness. */
  days: HomeworkDay[];
  /** How many days are left, today included. */
  daysLeft: number;
  /** Days are the student's own. */
  timeZone: string;
  dayStartHour: number;
  /** Readiness when it is due, if nothing more is studied. */
  whenDue: number;
  /** What a study session is narrowed to. */
  session: { banks: string[]; domains: string[] };
  /** Once it is final. */
  points: number | null;
  excused: boolean;
};

export type HomeworkRow = {
  userId: string;
  name: string;
  section: string | null;
  state: HomeworkState;
  reached: string;
  share: number;
  today: number;
  days: HomeworkDay[];
  /** What it would give now; what it gave once it is final. */
  points: number;
  excused: boolean;
};

export type HomeworkView = {
  kind: StudyRule["kind"];
  perDay: number;
  sentence: string;
  credit: string;
  mostPoints: number;
  opensAt: string;
  dueAt: string;
  finalAt: string;
  /** Null to staff. */
  own: OwnHomework | null;
  /** Null to students. */
  students: HomeworkRow[] | null;
};

const DAY_MS = 86_400_000;

/** Study work: to a student how far they are, to staff how far everybody is. */
export async function viewHomework(
  actor: Actor,
  { classId, assignmentId }: { classId: string; assignmentId: string },
  now: Date,
): Promise<HomeworkView> {
  const { row: group, place } = await requireClass(actor, classId, canSeeClass);
  const isStudent = canAttempt(actor, place);
  if (!isStudent && !canSeeStudents(actor, place)) throw noSuchHomework();
  const found = await findHomework(classId, assignmentId);
  if (isStudent && found.publishedAt === null) throw noSuchHomework();
  const rule = studyRule(found);
  const catalogue = await catalogueOfClass(classId);
  const userIds = isStudent ? [actor.id] : null;
  const whose = { timeZone: group.timeZone, userIds };
  const standings = await homeworkStandings(database(), found, whose, now);
  const [own] = standings;
  if (isStudent && !own) throw noSuchHomework();
  return {
    kind: rule.kind,
    perDay: rule.kind === "reviews" ? rule.perDay : 0,
    sentence: homeworkSentence(rule, scopeTitle(catalogue, rule.scope)),
    credit: creditSentence(rule),
    mostPoints: rule.points,
    opensAt: found.opensAt.toISOString(),
    dueAt: found.dueAt.toISOString(),
    finalAt: finalAt(found).toISOString(),
    own:
      isStudent && own
        ? { ...toOwn(rule, own, now), session: sessionOf(catalogue, rule.scope) }
        : null,
    students: isStudent ? null : standings.map((standing) => toRow(rule, standing, now)),
  };
}

async function findHomework(classId: string, assignmentId: string): Promise<StoredAssignment> {
  const found = await findNamedAssignment(classId, assignmentId);
  if (found?.kind !== "study") throw noSuchHomework();
  return found;
}

function toOwn(
  rule: StudyRule,
  standing: HomeworkStanding,
  now: Date,
): Omit<OwnHomework, "session"> {
  const { window, settings, progress, today, state, grade, whenDue } = standing;
  const { last } = windowDays(window, settings);
  return {
    state,
    opensAt: window.opensAt.toISOString(),
    dueAt: window.dueAt.toISOString(),
    finalAt: finalAt(window).toISOString(),
    progress,
    reached: reachedWords(rule.kind, progress),
    today,
    days: daysOf(rule, standing, now),
    daysLeft: Math.max(0, last - dayNumber(now, settings) + 1),
    timeZone: settings.timeZone,
    dayStartHour: settings.dayStartHour,
    whenDue,
    points: state === "settled" ? (grade?.override ?? grade?.points ?? null) : null,
    excused: grade?.excused ?? false,
  };
}

function toRow(rule: StudyRule, standing: HomeworkStanding, now: Date): HomeworkRow {
  const { userId, name, section, state, progress, today, grade } = standing;
  const final = grade?.override ?? (state === "settled" ? grade?.points : null);
  return {
    userId,
    name,
    section,
    state,
    reached: reachedWords(rule.kind, progress),
    share: progress.share,
    today,
    days: daysOf(rule, standing, now),
    points: final ?? progress.points,
    excused: grade?.excused ?? false,
  };
}

/** Each day so far, also those without an answer; but not the end of a day that the opening cut short. */
function daysOf(
  rule: StudyRule,
  { window, settings, answersByDay }: HomeworkStanding,
  now: Date,
): HomeworkDay[] {
  if (rule.kind === "readiness" || now < window.opensAt) return [];
  const { first: cut, last } = windowDays(window, settings);
  const isCutEmpty = !answersByDay.has(cut) && dayNumber(now, settings) > cut;
  const first = isCutEmpty ? firstWholeDay(window, settings) : cut;
  const until = Math.min(last, dayNumber(now, settings));
  return Array.from({ length: Math.max(0, until - first + 1) }, (_, index) => ({
    date: new Date((first + index) * DAY_MS).toISOString().slice(0, 10),
    answers: answersByDay.get(first + index) ?? 0,
  }));
}

const noSuchHomework = () => new AppError("not-found", "There is no such assignment.");
