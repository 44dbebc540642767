import type { Actor } from "@/lib/domain/access/actor";
import { canMark, canRunClass, canSeeStudents } from "@/lib/domain/access/class-access";
import {
  causeWords,
  eventRuns,
  markWords,
  type EventRun,
} from "@/lib/domain/quizzes/grade-history";
import type { StudentRef } from "@/lib/domain/quizzes/override-input";
import { attemptMost, attemptPoints } from "@/lib/domain/quizzes/score-attempts";
import { findItemGrades, type StoredItemGrade } from "@/lib/server/db/attempt-results";
import { listAppealsOfAttempt } from "@/lib/server/db/appeals";
import { listAttemptAnswers, listAttempts, type StoredAttempt } from "@/lib/server/db/attempts";
import { database } from "@/lib/server/db/client";
import { listAttemptEvents, listGradeHistory, type AuditRow } from "@/lib/server/db/grade-history";
import { findStudent } from "@/lib/server/db/members";
import { findAssignmentGrade } from "@/lib/server/db/overrides";
import { AppError } from "@/lib/server/errors";
import { requireGradable } from "@/lib/server/quizzes/require-gradable";
import { reviewQuestion, type ReviewedQuestion } from "@/lib/server/quizzes/review-question";

export type WorkedQuestion = ReviewedQuestion & {
  /** Null while the attempt is open. */
  gradedAt: string | null;
  /** Points given by hand or by a ruling. */
  override: number | null;
  appeal: "open" | "accepted" | "refused" | null;
};

export type WorkAttempt = {
  id: string;
  number: number;
  isOpen: boolean;
  startedAt: string;
  submittedAt: string | null;
  submittedBy: "learner" | "deadline" | null;
};

export type HistoryLine = {
  at: string;
  /** Null when the service did it by itself. */
  who: string | null;
  what: string;
  before: string | null;
  after: string | null;
  cause: string;
  reason: string | null;
};

export type StudentWork = {
  title: string;
  timeZone: string;
  student: { id: string; name: string; section: string | null };
  mayMark: boolean;
  mayRun: boolean;
  /** Null before there is any. */
  grade: {
    points: number | null;
    maxPoints: number;
    latePercent: number;
    override: number | null;
    overrideReason: string | null;
    excused: boolean;
    updatedAt: string;
  } | null;
  attempts: WorkAttempt[];
  /** The attempt that is looked at; null without any. */
  shown: {
    attempt: WorkAttempt;
    points: number | null;
    maxPoints: number;
    answered: number;
    /** Empty while it is open: what is not handed in yet is the student's own. */
    questions: WorkedQuestion[];
    events: EventRun[];
  } | null;
  history: HistoryLine[];
};

const MOST_HISTORY = 500;
const ALL_PARTS = { score: true, answers: true, verdicts: true, solutions: true };

/** All that one student did at an assignment, and all that was done to their marks. */
export async function viewStudentWork(
  actor: Actor,
  ref: StudentRef,
  attemptNumber: number | null,
): Promise<StudentWork> {
  const {
    id: assignmentId,
    title,
    group,
    place,
  } = await requireGradable(actor, ref, canSeeStudents);
  const db = database();
  const key = { userId: ref.userId, assignmentId };
  const student = await findStudent(db, { userId: ref.userId, classId: group.id });
  if (!student) throw new AppError("not-found", "There is no such student in the class.");
  const attempts = await listAttempts(db, assignmentId, ref.userId);
  const chosen = attempts.find(({ number }) => number === attemptNumber) ?? attempts.at(-1);
  const [grade, history, shown] = await Promise.all([
    findAssignmentGrade(db, key),
    listGradeHistory(db, key, MOST_HISTORY),
    chosen ? viewAttempt(chosen) : null,
  ]);
  return {
    title,
    timeZone: group.timeZone,
    student: { id: ref.userId, ...student },
    mayMark: canMark(actor, place),
    mayRun: canRunClass(actor, place),
    grade: grade && { ...grade, updatedAt: grade.updatedAt.toISOString() },
    attempts: attempts.map(toWorkAttempt),
    shown,
    history: history.map((row) => toLine(row, attempts)),
  };
}

async function viewAttempt(attempt: StoredAttempt): Promise<StudentWork["shown"]> {
  const db = database();
  const [answers, grades, events, appeals] = await Promise.all([
    listAttemptAnswers(db, attempt),
    findItemGrades(db, attempt),
    listAttemptEvents(db, attempt),
    listAppealsOfAttempt(db, attempt),
  ]);
  const isOpen = attempt.submittedAt === null;
  const marks = answers.map(
    ({ position, points }) => grades.get(position) ?? { points, score: null, override: null },
  );
  const reviewed = isOpen
    ? []
    : await Promise.all(
        answers.map((answer) => reviewQuestion(answer, grades.get(answer.position), ALL_PARTS)),
      );
  return {
    attempt: toWorkAttempt(attempt),
    points: attemptPoints(marks),
    maxPoints: attemptMost(marks),
    answered: answers.filter(({ answer }) => answer !== null).length,
    questions: reviewed.map((question) => ({
      ...question,
      ...standingOf(grades.get(question.position)),
      appeal: appeals.get(question.position)?.state ?? null,
    })),
    events: eventRuns(events.map((event) => ({ ...event, at: event.at.toISOString() }))),
  };
}

const standingOf = (grade: StoredItemGrade | undefined) => ({
  gradedAt: grade?.gradedAt.toISOString() ?? null,
  override: grade?.override ?? null,
});

const toWorkAttempt = (attempt: StoredAttempt): WorkAttempt => ({
  id: attempt.id,
  number: attempt.number,
  isOpen: attempt.submittedAt === null,
  startedAt: attempt.startedAt.toISOString(),
  submittedAt: attempt.submittedAt?.toISOString() ?? null,
  submittedBy:
    attempt.submittedAt === null
      ? null
      : attempt.submittedBy === "deadline"
        ? "deadline"
        : "learner",
});

function toLine(row: AuditRow, attempts: readonly StoredAttempt[]): HistoryLine {
  const { actorId, actorName, position, cause, reason } = row;
  const subject = row.subject === "item" ? "item" : "assignment";
  const number = attempts.find(({ id }) => id === row.attemptId)?.number ?? null;
  const of = attempts.length > 1 && number !== null ? ` of attempt ${number}` : "";
  return {
    at: row.at.toISOString(),
    who: actorName ?? (actorId === null ? null : "Somebody whose account is gone"),
    what: position === null ? "Total" : `Question ${position + 1}${of}`,
    before: markWords(subject, row.before),
    after: markWords(subject, row.after),
    cause: causeWords(cause),
    reason,
  };
}
