import { latePercent } from "@/lib/domain/quizzes/attempt-window";
import {
  assignmentScore,
  attemptPoints,
  COUNTING,
  type Counting,
} from "@/lib/domain/quizzes/score-attempts";
import { mostPoints, QuizContentSchema } from "@/lib/domain/quizzes/quiz-content";
import type { AssignmentForMember } from "@/lib/server/db/attempts";
import type { Db } from "@/lib/server/db/client";
import { listMarkedAttempts, saveAssignmentGrade } from "@/lib/server/db/grades";
import { datesForMember, LatePolicySchema } from "@/lib/server/quizzes/assignment-dates";

/**
 * Says anew what an assignment counts for one student, from the marks of their submitted
 * attempts. The transaction has said why (`setGradeCause`).
 */
export async function gradeAssignment(
  db: Db,
  found: AssignmentForMember,
  userId: string,
  now: Date,
): Promise<void> {
  const { assignment, quiz } = found;
  const dates = datesForMember(found);
  const policy = LatePolicySchema.parse(assignment.latePolicy);
  const attempts = await listMarkedAttempts(db, assignment.id, userId);
  const scored = attempts.map(({ number, startedAt, submittedAt, grades }) => ({
    number,
    points: attemptPoints(grades),
    latePercent: latePercent({ startedAt, submittedAt: submittedAt ?? startedAt }, dates, policy),
  }));
  const score = assignmentScore(scored, countingOf(assignment.counts));
  if (!score) return;
  const mark = {
    points: score.points,
    maxPoints: mostPoints(QuizContentSchema.parse(quiz.content)),
    latePercent: score.latePercent,
  };
  await saveAssignmentGrade(db, { userId, assignmentId: assignment.id }, mark, now);
}

const countingOf = (text: string): Counting => {
  const counting = COUNTING.find((one) => one === text);
  if (!counting) throw new Error(`Attempts cannot be counted by "${text}"`);
  return counting;
};
