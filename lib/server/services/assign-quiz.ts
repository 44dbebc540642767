import { isDeepStrictEqual } from "node:util";
import { v7 as uuidV7 } from "uuid";

import type { Actor } from "@/lib/domain/access/actor";
import { canRunClass } from "@/lib/domain/access/class-access";
import { canSeeQuiz } from "@/lib/domain/access/quiz-access";
import type {
  AssignmentChange,
  AssignmentRef,
  NewAssignment,
} from "@/lib/domain/quizzes/assignment-input";
import { findShortages } from "@/lib/domain/quizzes/draw-attempt";
import { listedQuestions } from "@/lib/domain/quizzes/listed-questions";
import { questionCount, QuizContentSchema } from "@/lib/domain/quizzes/quiz-content";
import { hashPassword } from "@/lib/server/auth/password";
import { requireClass } from "@/lib/server/classes/require-class";
import {
  createAssignment,
  findAssignmentInClass,
  listStudentsFor,
  lockAssignment,
  markPublished,
  setStanding,
  updateAssignment,
} from "@/lib/server/db/assignments";
import type { StoredAttempt } from "@/lib/server/db/attempts";
import { listSections, type StoredClass } from "@/lib/server/db/classes";
import { database, type Db } from "@/lib/server/db/client";
import { setGradeCause } from "@/lib/server/db/grades";
import {
  getAssignment,
  getQuiz,
  getQuizContent,
  writeAssignmentQuestions,
  type StoredAssignment,
  type StoredQuiz,
} from "@/lib/server/db/quizzes";
import { countHomeworkResults } from "@/lib/server/db/homework";
import { AppError } from "@/lib/server/errors";
import { countAttemptsAt } from "@/lib/server/db/attempt-results";
import { LatePolicySchema } from "@/lib/server/quizzes/assignment-dates";
import { LONG_TRANSACTION } from "@/lib/server/quizzes/carry-through";
import { classTimes } from "@/lib/server/quizzes/class-times";
import { gradeAssignment } from "@/lib/server/quizzes/grade-assignment";
import { poolQuestions } from "@/lib/server/quizzes/pool-questions";
import { recomputeDeadlines } from "@/lib/server/quizzes/recompute-deadlines";
import { noSuchQuiz, requireQuiz } from "@/lib/server/quizzes/require-quiz";
import { scheduleDeadline } from "@/lib/server/quizzes/schedule-deadline";
import { tellPeople } from "@/lib/server/services/tell-people";

/** Gives a quiz to a class; nobody sees it before it is published. */
export async function assignQuiz(
  actor: Actor,
  input: NewAssignment,
  now: Date,
): Promise<{ id: string }> {
  const { row: group } = await requireClass(actor, input.classId, canRunClass);
  const quiz = await requireAssignable(actor, input.quizId);
  await checkSections(group.id, input.sectionIds);
  const rules = rulesOf(input, group);
  return database().$transaction(async (db) => {
    const created = await createAssignment(db, {
      ...rules,
      id: uuidV7(),
      classId: group.id,
      kind: "quiz",
      accessCodeHash: await hashOf(input),
      createdById: actor.id,
      createdAt: now,
    });
    await noteQuestions(db, quiz);
    return created;
  });
}

/**
 * Changes an assignment, also while people work on it: open attempts get the ends that
 * the new dates give them, and what was handed in is counted anew.
 */
export async function changeAssignment(
  actor: Actor,
  input: AssignmentChange,
  now: Date,
): Promise<{ moved: number }> {
  const { row: group } = await requireClass(actor, input.classId, canRunClass);
  const { id, revision, before } = await requireOwn(input);
  const quiz = await requireAssignable(actor, input.quizId, before.quizId);
  await checkSections(group.id, input.sectionIds);
  const rules = rulesOf(input, group);
  const code = input.codeChange === "keep" ? {} : { accessCodeHash: await hashOf(input) };
  const moved = await database().$transaction(async (db) => {
    if (before.quizId !== input.quizId) await refuseExchange(db, id);
    if (!(await updateAssignment(db, { id, revision }, { ...rules, ...code }))) throw changed();
    await noteQuestions(db, quiz);
    const after = await getAssignment(db, id);
    const attempts = await recomputeDeadlines(db, { assignmentId: id });
    if (countsOtherwise(before, after)) {
      await setGradeCause(db, { actorId: actor.id, cause: "dates-changed", reason: null });
      await gradeAssignment(db, id, null, now);
    }
    return attempts;
  }, LONG_TRANSACTION);
  await Promise.all(moved.map((attempt: StoredAttempt) => scheduleDeadline(attempt)));
  return { moved: moved.length };
}

async function refuseExchange(db: Db, id: string): Promise<void> {
  await lockAssignment(db, id);
  if ((await countAttemptsAt(db, id)) > 0) throw wrongQuiz();
}

/** What was handed in may be late otherwise, or another attempt may count. */
const countsOtherwise = (before: StoredAssignment, after: StoredAssignment): boolean =>
  !isDeepStrictEqual(countingOf(before), countingOf(after));

const countingOf = (assignment: StoredAssignment) => {
  const { dueAt, closesAt, timeLimitSeconds, counts, latePolicy } = assignment;
  return { dueAt, closesAt, timeLimitSeconds, counts, late: LatePolicySchema.parse(latePolicy) };
};

/** Shows an assignment to its students and tells them. */
export async function publishAssignment(actor: Actor, ref: AssignmentRef, now: Date) {
  const { row: group } = await requireClass(actor, ref.classId, canRunClass);
  const { id, before } = await requireOwn(ref);
  if (before.kind === "quiz") await refuseShortages(before);
  await database().$transaction(async (db) => {
    if (!(await markPublished(db, id, now))) return;
    const { title, dueAt } = before;
    const facts = { title, className: group.name, dueAt: dueAt.toISOString() };
    await tellPeople(
      db,
      await listStudentsFor(db, before),
      {
        kind: "assigned",
        key: `assigned ${id}`,
        facts: { ...facts, timeZone: group.timeZone },
        link: `/classes/${group.id}/assignments/${id}`,
      },
      now,
    );
  });
}

/** Takes an assignment back that nobody has begun. */
export async function unpublishAssignment(actor: Actor, ref: AssignmentRef): Promise<void> {
  await requireClass(actor, ref.classId, canRunClass);
  const { id } = await requireOwn(ref);
  await database().$transaction(async (db) => {
    await lockAssignment(db, id);
    const begun = (await countAttemptsAt(db, id)) + (await countHomeworkResults(db, id));
    if (begun > 0) {
      throw new AppError(
        "conflict",
        "Somebody has begun it: it stays visible. Move its closing to end it, or archive it.",
      );
    }
    await setStanding(db, id, { publishedAt: null });
  });
}

/** Nobody sees an archived assignment; its attempts and grades stay. */
export async function archiveAssignment(actor: Actor, ref: AssignmentRef, now: Date) {
  await requireClass(actor, ref.classId, canRunClass);
  const { id } = await requireOwn(ref);
  await setStanding(database(), id, { archivedAt: now });
}

function rulesOf(input: NewAssignment, group: StoredClass) {
  const { title, quizId, sectionIds, counts, completionAids, onePerPage } = input;
  return {
    title,
    quizId,
    sectionIds,
    counts,
    completionAids,
    onePerPage,
    ...classTimes(input, group.timeZone),
    timeLimitSeconds: input.timeLimitMinutes === null ? null : input.timeLimitMinutes * 60,
    attemptsAllowed: input.attemptsAllowed,
    latePolicy: { percentPerDay: input.latePercentPerDay, mostPercent: input.lateMostPercent },
    feedback: {
      score: input.showScore,
      answers: input.showAnswers,
      verdicts: input.showVerdicts,
      solutions: input.showSolutions,
    },
  };
}

const hashOf = async ({ codeChange, accessCode }: NewAssignment): Promise<string | null> => {
  if (codeChange !== "set") return null;
  if (accessCode !== "") return hashPassword(accessCode);
  const message = "Enter the access code.";
  throw new AppError("invalid", message, { fields: { accessCode: [message] } });
};

export async function checkSections(classId: string, sectionIds: readonly string[]): Promise<void> {
  if (sectionIds.length === 0) return;
  const known = new Set((await listSections(database(), classId)).map(({ id }) => id));
  if (sectionIds.every((id) => known.has(id))) return;
  const message = "One of the sections is gone. Load the page again.";
  throw new AppError("invalid", message, { fields: { sectionIds: [message] } });
}

/** One that is assigned already stays, though it was archived meanwhile. */
async function requireAssignable(
  actor: Actor,
  quizId: string,
  assigned: string | null = null,
): Promise<StoredQuiz> {
  const quiz = await requireQuiz(actor, quizId, canSeeQuiz);
  if (quiz.archivedAt !== null && quiz.id !== assigned) throw noSuchQuiz();
  return quiz;
}

async function noteQuestions(db: Db, { id, currentVersion }: StoredQuiz): Promise<void> {
  const content = QuizContentSchema.parse(await getQuizContent(db, id, currentVersion));
  await writeAssignmentQuestions(db, id, listedQuestions(content));
}

/** The assignment of this class, unless it is archived. */
export async function requireOwn(
  ref: AssignmentRef & { revision?: number },
): Promise<{ id: string; revision: number; before: StoredAssignment }> {
  const before = await findAssignmentInClass(database(), ref.classId, ref.assignmentId);
  if (before?.archivedAt !== null) throw new AppError("not-found", "There is no such assignment.");
  return { id: before.id, revision: ref.revision ?? 0, before };
}

async function refuseShortages({ quizId }: StoredAssignment): Promise<void> {
  const db = database();
  const quiz = await getQuiz(db, quizId ?? "");
  const content = QuizContentSchema.parse(await getQuizContent(db, quiz.id, quiz.currentVersion));
  if (questionCount(content) === 0) {
    throw new AppError("conflict", "The quiz has no questions yet. Add some first.");
  }
  const [first] = findShortages(content, await poolQuestions(quiz.ownerId));
  if (!first) return;
  const place = `Section ${first.section + 1}, item ${first.item + 1}`;
  const found = first.found === 1 ? "is 1 question" : `are ${first.found} questions`;
  throw new AppError(
    "conflict",
    `${place} of the quiz asks for ${first.wanted}, but there ${found}. Change the quiz first.`,
  );
}

export const changed = () =>
  new AppError("conflict", "Somebody else has changed this assignment. Load the page again.");

const wrongQuiz = () => {
  const message = "Somebody has begun it: its quiz cannot be exchanged any more.";
  return new AppError("invalid", message, { fields: { quizId: [message] } });
};
