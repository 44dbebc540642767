import {
  latePercent,
  personalDates,
  type Accommodation,
  type AssignmentDates,
  type LatePolicy,
} from "@/lib/domain/quizzes/attempt-window";
import {
  assignmentScore,
  attemptPoints,
  COUNTING,
  type AssignmentScore,
  type Counting,
} from "@/lib/domain/quizzes/score-attempts";
import { mostPoints, QuizContentSchema } from "@/lib/domain/quizzes/quiz-content";
import type { Db } from "@/lib/server/db/client";
import {
  getGradingRules,
  listAccommodations,
  listMarkedAttempts,
  saveAssignmentGrades,
  type AssignmentMark,
  type MarkedAttempt,
} from "@/lib/server/db/grades";
import { LatePolicySchema } from "@/lib/server/quizzes/assignment-dates";
import { queueLearning } from "@/lib/server/quizzes/queue-learning";

/**
 * Says anew what an assignment counts for these students, from the marks of their
 * submitted attempts; for all who have one when `userIds` is null. The transaction has
 * said why (`setGradeCause`). Whoever has left the class keeps the grade they had. Once
 * it is released, what they study follows.
 */
export async function gradeAssignment(
  db: Db,
  assignmentId: string,
  userIds: readonly string[] | null,
  now: Date,
): Promise<void> {
  const rules = await getGradingRules(db, assignmentId);
  const accommodations = await listAccommodations(db, rules.classId, userIds);
  const attempts = await listMarkedAttempts(db, assignmentId, userIds);
  const marking: Marking = {
    dates: rules.dates,
    policy: LatePolicySchema.parse(rules.latePolicy),
    counting: countingOf(rules.counts),
  };
  const maxPoints = mostPoints(QuizContentSchema.parse(rules.quizContent));
  const marks = [...groupByPerson(attempts)].flatMap(([userId, own]): AssignmentMark[] => {
    const grant = accommodations.get(userId);
    const score = grant && scoreOf(own, grant, marking);
    if (!score) return [];
    return [{ userId, maxPoints, points: score.points, latePercent: score.latePercent }];
  });
  await saveAssignmentGrades(db, assignmentId, marks, now);
  if (rules.isReleased) await queueLearning(db, assignmentId, userIds);
}

type Marking = { dates: AssignmentDates; policy: LatePolicy; counting: Counting };

function scoreOf(
  attempts: readonly MarkedAttempt[],
  grant: Accommodation,
  { dates, policy, counting }: Marking,
): AssignmentScore | null {
  const own = personalDates(dates, grant);
  const scored = attempts.map(({ number, startedAt, submittedAt, items }) => ({
    number,
    points: attemptPoints(items),
    latePercent: latePercent({ startedAt, submittedAt }, own, policy),
  }));
  return assignmentScore(scored, counting);
}

function groupByPerson(attempts: readonly MarkedAttempt[]): Map<string, MarkedAttempt[]> {
  const groups = new Map<string, MarkedAttempt[]>();
  for (const attempt of attempts) {
    const group = groups.get(attempt.userId);
    if (group) group.push(attempt);
    else groups.set(attempt.userId, [attempt]);
  }
  return groups;
}

const countingOf = (text: string): Counting => {
  const counting = COUNTING.find((one) => one === text);
  if (!counting) throw new Error(`Attempts cannot be counted by "${text}"`);
  return counting;
};
