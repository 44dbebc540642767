import type { Actor } from "@/lib/domain/access/actor";
import { canMark, canRunClass } from "@/lib/domain/access/class-access";
import type {
  AnswerRef,
  Comment,
  DropAnswerOverride,
  DropTotalOverride,
  Excuse,
  OverrideAnswer,
  OverrideTotal,
  StudentRef,
} from "@/lib/domain/quizzes/override-input";
import { mostPoints, QuizContentSchema } from "@/lib/domain/quizzes/quiz-content";
import { toHundredths } from "@/lib/domain/quizzes/score-attempts";
import { database, type Db } from "@/lib/server/db/client";
import { setGradeCause, type GradeCause } from "@/lib/server/db/grades";
import { lockMark } from "@/lib/server/db/marking";
import { isStudentOfClass } from "@/lib/server/db/members";
import {
  giveGrade,
  lockAssignmentGrade,
  saveComment,
  saveOverride,
  type GivenGrade,
  type StoredAssignmentGrade,
} from "@/lib/server/db/overrides";
import { findQuizOfAssignment } from "@/lib/server/db/regrades";
import { AppError } from "@/lib/server/errors";
import { gradeAssignment, tellOfChange } from "@/lib/server/quizzes/grade-assignment";
import { requireGradable } from "@/lib/server/quizzes/require-gradable";

/** Gives an answer points that stand above whatever the grader, or another regrade, says. */
export const overrideAnswer = (actor: Actor, input: OverrideAnswer, now: Date): Promise<void> =>
  setAnswerPoints(actor, input, { points: input.points, reason: input.reason }, now);

/** What the grader says counts again. */
export const dropAnswerOverride = (
  actor: Actor,
  input: DropAnswerOverride,
  now: Date,
): Promise<void> => setAnswerPoints(actor, input, { points: null, reason: input.reason }, now);

type Given = { points: number | null; reason: string };

async function setAnswerPoints(
  actor: Actor,
  ref: AnswerRef & { gradedAt: string },
  { points, reason }: Given,
  now: Date,
): Promise<void> {
  const { id } = await requireGradable(actor, ref, canRunClass);
  await database().$transaction(async (db) => {
    const found = await lockMark(db, id, ref);
    if (!found) throw noSuchAnswer();
    if (found.gradedAt.toISOString() !== new Date(ref.gradedAt).toISOString()) {
      throw changedSince();
    }
    await setGradeCause(db, causeOf(actor, "override", reason));
    await saveOverride(db, ref, {
      override: points,
      overrideReason: points === null ? null : reason,
      markedById: actor.id,
      // Two marks of one millisecond would not be told apart.
      gradedAt: new Date(Math.max(now.getTime(), found.gradedAt.getTime() + 1)),
    });
    await gradeAssignment(db, id, [ref.userId], now);
  });
}

/** Gives a student a total that stands above what their attempts give. */
export const overrideTotal = (actor: Actor, input: OverrideTotal, now: Date): Promise<void> =>
  setGrade(actor, input, { override: input.points, overrideReason: input.reason }, now);

export const dropTotalOverride = (
  actor: Actor,
  input: DropTotalOverride,
  now: Date,
): Promise<void> => setGrade(actor, input, { override: null, overrideReason: null }, now);

/** For an excused student the assignment is as if it did not exist. */
export const excuseStudent = (actor: Actor, input: Excuse, now: Date): Promise<void> =>
  setGrade(actor, input, { excused: true }, now);

export const unexcuseStudent = (actor: Actor, input: DropTotalOverride, now: Date): Promise<void> =>
  setGrade(actor, input, { excused: false }, now);

async function setGrade(
  actor: Actor,
  ref: StudentRef & { reason: string; updatedAt: string },
  given: GivenGrade,
  now: Date,
): Promise<void> {
  const { id: assignmentId, group, releasedAt } = await requireGradable(actor, ref, canRunClass);
  const { userId } = ref;
  await database().$transaction(async (db) => {
    if (!(await isStudentOfClass(db, { userId, classId: group.id }))) throw noSuchStudent();
    const before = await lockAssignmentGrade(db, { userId, assignmentId });
    if ((before?.updatedAt.toISOString() ?? "") !== isoOf(ref.updatedAt)) throw changedSince();
    const cause = given.excused === undefined ? "override" : "excused";
    await setGradeCause(db, causeOf(actor, cause, ref.reason));
    await giveGrade(db, { userId, assignmentId }, given, {
      maxPoints: await mostPointsOf(db, assignmentId),
      updatedAt: new Date(Math.max(now.getTime(), (before?.updatedAt.getTime() ?? 0) + 1)),
    });
    if (releasedAt !== null && isOther(before, given)) {
      await tellOfChange(db, assignmentId, [userId], now);
    }
  });
}

type Standing = Pick<StoredAssignmentGrade, "override" | "points" | "excused">;
const NOTHING: Standing = { override: null, points: null, excused: false };

/** Whether what counts for the student is something else now. */
function isOther(before: StoredAssignmentGrade | null, given: Partial<Standing>): boolean {
  const was: Standing = before ?? NOTHING;
  const is = { ...was, ...given };
  return is.excused !== was.excused || (is.override ?? is.points) !== (was.override ?? was.points);
}

const isoOf = (text: string): string => (text === "" ? "" : new Date(text).toISOString());

async function mostPointsOf(db: Db, assignmentId: string): Promise<number> {
  const { quizContent } = await findQuizOfAssignment(db, assignmentId);
  return toHundredths(mostPoints(QuizContentSchema.parse(quizContent)));
}

/** Says something of an answer to its student; an empty comment takes it back. */
export async function commentAnswer(actor: Actor, input: Comment): Promise<void> {
  const { id } = await requireGradable(actor, input, canMark);
  await database().$transaction(async (db) => {
    if (!(await lockMark(db, id, input))) throw noSuchAnswer();
    await saveComment(db, input, input.comment === "" ? null : input.comment);
  });
}

const causeOf = (actor: Actor, cause: GradeCause["cause"], reason: string): GradeCause => ({
  actorId: actor.id,
  cause,
  reason: reason === "" ? null : reason,
});

const changedSince = () =>
  new AppError("conflict", "Somebody else has changed it meanwhile. Load the page again.");
const noSuchAnswer = () => new AppError("not-found", "There is no such answer.");
const noSuchStudent = () => new AppError("not-found", "There is no such student in the class.");
