import type { Actor } from "@/lib/domain/access/actor";
import {
  FeedbackPolicySchema,
  visibleParts,
  type FeedbackPart,
  type FeedbackPolicy,
} from "@/lib/domain/quizzes/feedback-policy";
import { QuizContentSchema } from "@/lib/domain/quizzes/quiz-content";
import { attemptPoints, toHundredths } from "@/lib/domain/quizzes/score-attempts";
import {
  findItemGrades,
  getClassOfAssignment,
  type AssignmentClass,
  type StoredItemGrade,
} from "@/lib/server/db/attempt-results";
import { findAttempt, listAttemptAnswers, type StoredAnswer } from "@/lib/server/db/attempts";
import { database } from "@/lib/server/db/client";
import { getAssignment, getQuizContent } from "@/lib/server/db/quizzes";
import { AppError } from "@/lib/server/errors";
import { isClosedForAll } from "@/lib/server/quizzes/closed-for-all";
import { reviewQuestion, type ReviewedQuestion } from "@/lib/server/quizzes/review-question";

export type AttemptResult = {
  id: string;
  assignmentId: string;
  class: AssignmentClass;
  title: string;
  number: number;
  startedAt: string;
  submittedAt: string;
  submittedBy: "learner" | "deadline";
  parts: Record<FeedbackPart, boolean>;
  policy: FeedbackPolicy;
  /** Null where the score is not shown; its points are null until everything is marked. */
  score: { points: number | null; maxPoints: number } | null;
  sections: { title: string }[];
  questions: ReviewedQuestion[];
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
  const [assignment, group, answers, grades] = await Promise.all([
    getAssignment(db, attempt.assignmentId),
    getClassOfAssignment(db, attempt.assignmentId),
    listAttemptAnswers(db, attempt),
    findItemGrades(db, attempt),
  ]);
  const content = QuizContentSchema.parse(
    await getQuizContent(db, assignment.quizId ?? "", attempt.quizVersion),
  );
  const policy = FeedbackPolicySchema.parse(assignment.feedback);
  const parts = visibleParts(policy, {
    isSubmitted: true,
    isClosedForAll: await isClosedForAll(db, assignment, group.timeZone, now),
    isReleased: assignment.releasedAt !== null && assignment.releasedAt <= now,
  });
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
    sections: content.sections.map(({ title }) => ({ title })),
    questions: await Promise.all(
      answers.map((answer) => reviewQuestion(answer, grades.get(answer.position), parts)),
    ),
  };
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
    maxPoints: toHundredths(marks.reduce((sum, { points }) => sum + points, 0)),
  };
}
