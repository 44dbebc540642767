import { v7 as uuidV7 } from "uuid";

import type { Actor } from "@/lib/domain/access/actor";
import { NO_KEY_CHANGE } from "@/lib/domain/questions/gain-answer";
import type { SubmittedAttempt } from "@/lib/domain/quizzes/attempt-contract";
import { GRACE_MS } from "@/lib/domain/quizzes/attempt-window";
import { ruledMark } from "@/lib/domain/quizzes/regrade-item";
import {
  createAttemptEvent,
  findAttempt,
  listAttemptAnswers,
  listOverdueAttempts,
  lockAttempt,
  markSubmitted,
  type AttemptKey,
  type StoredAnswer,
  type StoredAttempt,
} from "@/lib/server/db/attempts";
import { database, type Db } from "@/lib/server/db/client";
import { lockHandingIn } from "@/lib/server/db/regrades";
import { createItemGrades, setGradeCause, type NewItemGrade } from "@/lib/server/db/grades";
import { AppError } from "@/lib/server/errors";
import { gradeAssignment } from "@/lib/server/quizzes/grade-assignment";
import { graderFor, type GradeQuestion } from "@/lib/server/quizzes/grade-attempt";
import { readDecisions } from "@/lib/server/quizzes/read-decisions";
import type { Device } from "@/lib/server/quizzes/device";

type Submission = {
  at: Date;
  by: "learner" | "deadline";
  /** Null when nobody sent it. */
  device: Device | null;
};

/**
 * Hands in an attempt, once: again, or from another tab, the reply is the same. A page that is
 * left open does it when the time is over, so that what arrives then was not the student's doing.
 */
export async function submitAttempt(
  actor: Actor,
  { id }: { id: string },
  now: Date,
  device: Device,
): Promise<SubmittedAttempt> {
  const submitted = await submit({ userId: actor.id, id }, ({ deadlineAt }) =>
    deadlineAt && now > deadlineAt
      ? { at: deadlineAt, by: "deadline", device }
      : { at: now, by: "learner", device },
  );
  if (!submitted) throw new AppError("not-found", "There is no such attempt.");
  return submitted;
}

/** Hands in what is saved of an attempt whose time is over. Does nothing when it was handed in, or has time left. */
export async function submitAtDeadline(key: AttemptKey, now: Date): Promise<void> {
  const attempt = await findAttempt(database(), key);
  if (attempt?.state !== "open" || !isOver(attempt, now)) return;
  // Looked at again once it is locked: more time may have been granted meanwhile.
  await submit(key, (locked) =>
    isOver(locked, now) ? { at: locked.deadlineAt ?? now, by: "deadline", device: null } : null,
  );
}

const isOver = ({ deadlineAt }: StoredAttempt, now: Date): boolean =>
  deadlineAt !== null && now.getTime() > deadlineAt.getTime() + GRACE_MS;

const SWEEP_SIZE = 500;

/** Hands in every attempt whose time is over: what a lost job would have left open. Returns how many. */
export async function submitOverdueAttempts(now: Date, signal?: AbortSignal): Promise<number> {
  const overdue = await listOverdueAttempts(new Date(now.getTime() - GRACE_MS), SWEEP_SIZE);
  let done = 0;
  for (const key of overdue) {
    if (signal?.aborted) break;
    await submitAtDeadline(key, now);
    done += 1;
  }
  return done;
}

async function submit(
  key: AttemptKey,
  /** Of the attempt as it is once locked; null leaves it open. */
  submissionOf: (attempt: StoredAttempt) => Submission | null,
): Promise<SubmittedAttempt | null> {
  // Pinned when it started: what is read here is what the transaction will find.
  const grade = await graderFor(await listAttemptAnswers(database(), key));
  return database().$transaction(async (db) => {
    const attempt = await lockAttempt(db, key);
    if (!attempt) return null;
    if (attempt.submittedAt) {
      return toSubmitted(attempt.id, attempt.submittedAt, attempt.submittedBy);
    }
    const submission = submissionOf(attempt);
    if (!submission) return null;
    await handIn(db, attempt, submission, grade);
    return toSubmitted(attempt.id, submission.at, submission.by);
  });
}

const toSubmitted = (id: string, at: Date, by: string | null): SubmittedAttempt => ({
  id,
  submittedAt: at.toISOString(),
  submittedBy: by === "deadline" ? "deadline" : "learner",
});

async function handIn(
  db: Db,
  attempt: StoredAttempt,
  { at, by, device }: Submission,
  grade: GradeQuestion,
): Promise<void> {
  const { userId, id: attemptId, assignmentId } = attempt;
  await markSubmitted(db, attempt, { submittedAt: at, submittedBy: by });
  await createAttemptEvent(db, {
    userId,
    attemptId,
    id: uuidV7(),
    at,
    kind: by === "deadline" ? "deadline" : "submitted",
    ...device,
  });
  const answers = await listAttemptAnswers(db, attempt);
  await setGradeCause(db, {
    actorId: by === "learner" ? userId : null,
    cause: by === "learner" ? "submitted" : "deadline",
    reason: null,
  });
  await createItemGrades(db, await gradesOf(db, { ...attempt, answers, at }, grade));
  await gradeAssignment(db, assignmentId, [userId], at);
}

type HandedIn = StoredAttempt & { answers: readonly StoredAnswer[]; at: Date };

/** As regrades have it that were carried through while the attempt was open. */
async function gradesOf(
  db: Db,
  { userId, id: attemptId, assignmentId, answers, at }: HandedIn,
  grade: GradeQuestion,
): Promise<NewItemGrade[]> {
  await lockHandingIn(db, assignmentId, "together");
  const { keyChanges, rulings } = await readDecisions(db, assignmentId, answers);
  return answers.map((answer): NewItemGrade => {
    const { position, questionId, questionVersion: gradedVersion, points } = answer;
    const graded = grade(answer, answer.answer, keyChanges.get(questionId) ?? NO_KEY_CHANGE);
    const { outcome, score } = graded;
    const mark = { gradedVersion, outcome, score, points, override: null, overrideReason: null };
    const ruling = rulings.get(questionId);
    const given = ruling ? ruledMark(mark, ruling) : mark;
    return { userId, attemptId, position, ...given, graded, gradedAt: at };
  });
}
