import type { Actor } from "@/lib/domain/access/actor";
import { canAppeal } from "@/lib/domain/access/appeal-access";
import type { FeedbackPart, FeedbackPolicy } from "@/lib/domain/quizzes/feedback-policy";
import { QuizContentSchema } from "@/lib/domain/quizzes/quiz-content";
import { attemptMost, attemptPoints } from "@/lib/domain/quizzes/score-attempts";
import { listAppealsOfAttempt, type StoredAppeal } from "@/lib/server/db/appeals";
import {
  findItemGrades,
  getClassOfAssignment,
  type StoredItemGrade,
} from "@/lib/server/db/attempt-results";
import { findAttempt, listAttemptAnswers, type StoredAnswer } from "@/lib/server/db/attempts";
import { database } from "@/lib/server/db/client";
import { findAssignmentGrade, type StoredAssignmentGrade } from "@/lib/server/db/overrides";
import { getAssignment, getQuizContent } from "@/lib/server/db/quizzes";
import { AppError } from "@/lib/server/errors";
import { reviewQuestion, type ReviewedQuestion } from "@/lib/server/quizzes/review-question";
import { visibleNow } from "@/lib/server/quizzes/visible-now";

/** A question with what the student said against its mark. */
export type ContestableQuestion = ReviewedQuestion & {
  appeal: Pick<StoredAppeal, "state" | "text" | "reply"> | null;
};

export type AttemptResult = {
  id: string;
  assignmentId: string;
  class: { id: string; name: string; timeZone: string };
  title: string;
  number: number;
  startedAt: string;
  submittedAt: string;
  submittedBy: "learner" | "deadline";
  parts: Record<FeedbackPart, boolean>;
  policy: FeedbackPolicy;
  /** Null where the score is not shown; its points are null until everything is marked. */
  score: { points: number | null; maxPoints: number } | null;
  /** Percent taken off what the assignment counts; 0 where scores are not shown. */
  latePercent: number;
  /** What the assignment counts where that is not what its attempts give; null where scores are not shown. */
  byHand: { points: number | null; maxPoints: number; isExcused: boolean; reason: string } | null;
  mayAppeal: boolean;
  sections: { title: string }[];
  questions: ContestableQuestion[];
};

/** A submitted attempt of one's own, as much of it as is to be shown now. Null while it is open. */
export async function viewAttemptResult(
  actor: Actor,
  id: string,
  now: Date,
): Promise<AttemptResult | null> {
  const db = database();
  const attempt = await findAttempt(db, { userId: actor.id, id });
  if (!attempt) throw new AppError("not-found", "There is no such attempt.");
  if (!attempt.submittedAt) return null;
  const { assignmentId } = attempt;
  const [assignment, { archivedAt, ...group }, answers, grades, grade, appeals] = await Promise.all(
    [
      getAssignment(db, assignmentId),
      getClassOfAssignment(db, assignmentId),
      listAttemptAnswers(db, attempt),
      findItemGrades(db, attempt),
      findAssignmentGrade(db, { userId: actor.id, assignmentId }),
      listAppealsOfAttempt(db, attempt),
    ],
  );
  const content = QuizContentSchema.parse(
    await getQuizContent(db, assignment.quizId ?? "", attempt.quizVersion),
  );
  const { policy, parts, isReleased } = await visibleNow(assignment, group.timeZone, now);
  const isArchived = assignment.archivedAt !== null || archivedAt !== null;
  return {
    id: attempt.id,
    assignmentId: assignment.id,
    class: group,
    title: assignment.title,
    number: attempt.number,
    startedAt: attempt.startedAt.toISOString(),
    submittedAt: attempt.submittedAt.toISOString(),
    submittedBy: attempt.submittedBy === "deadline" ? "deadline" : "learner",
    parts,
    policy,
    score: parts.score ? scoreOf(answers, grades) : null,
    latePercent: parts.score ? (grade?.latePercent ?? 0) : 0,
    byHand: parts.score ? byHandOf(grade) : null,
    mayAppeal: canAppeal({
      isSubmitted: true,
      seesVerdicts: parts.verdicts,
      isReleased,
      isArchived,
    }),
    sections: content.sections.map(({ title }) => ({ title })),
    questions: await Promise.all(
      answers.map(async (answer) => ({
        ...(await reviewQuestion(answer, grades.get(answer.position), parts)),
        appeal: toAppeal(appeals.get(answer.position)),
      })),
    ),
  };
}

const toAppeal = (appeal: StoredAppeal | undefined): ContestableQuestion["appeal"] =>
  appeal ? { state: appeal.state, text: appeal.text, reply: appeal.reply } : null;

function byHandOf(grade: StoredAssignmentGrade | null): AttemptResult["byHand"] {
  if (!grade || (grade.override === null && !grade.excused)) return null;
  const { override, points, maxPoints, excused: isExcused, overrideReason } = grade;
  return { points: override ?? points, maxPoints, isExcused, reason: overrideReason ?? "" };
}

function scoreOf(
  answers: readonly StoredAnswer[],
  grades: ReadonlyMap<number, StoredItemGrade>,
): AttemptResult["score"] {
  const marks = answers.map(
    ({ position, points }) => grades.get(position) ?? { points, score: null, override: null },
  );
  return {
    points: attemptPoints(marks),
    maxPoints: attemptMost(marks),
  };
}
