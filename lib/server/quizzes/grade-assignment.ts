import {
  latePercent,
  personalDates,
  type Accommodation,
  type AssignmentDates,
  type LatePolicy,
} from "@/lib/domain/quizzes/attempt-window";
import {
  assignmentScore,
  attemptMost,
  attemptPoints,
  COUNTING,
  type AssignmentScore,
  type Counting,
} from "@/lib/domain/quizzes/score-attempts";
import type { Db } from "@/lib/server/db/client";
import {
  getGradingRules,
  listAccommodations,
  listMarkedAttempts,
  lockAssignmentGrades,
  saveAssignmentGrades,
  type GradingRules,
  type MarkedAttempt,
} from "@/lib/server/db/grades";
import { LatePolicySchema } from "@/lib/server/quizzes/assignment-dates";
import { queueLearning } from "@/lib/server/quizzes/queue-learning";
import { tellPeople } from "@/lib/server/services/tell-people";

/**
 * Says anew what an assignment counts for these students, from the marks of their
 * submitted attempts; for all who have one when `userIds` is null. The transaction has
 * said why (`setGradeCause`). Whoever has left the class keeps the grade they had. Once
 * it is released, those whose grade changes are told, and what they study follows.
 */
export async function gradeAssignment(
  db: Db,
  assignmentId: string,
  userIds: readonly string[] | null,
  now: Date,
): Promise<void> {
  await lockAssignmentGrades(db, assignmentId, userIds);
  const rules = await getGradingRules(db, assignmentId);
  const scores = scoresOf(
    rules,
    await listAccommodations(db, rules.classId, userIds),
    await listMarkedAttempts(db, assignmentId, userIds),
  );
  const marks = [...scores].map(([userId, score]) => ({
    userId,
    points: score.points,
    maxPoints: score.maxPoints,
    latePercent: score.latePercent,
  }));
  const changed = await saveAssignmentGrades(db, assignmentId, marks, now);
  if (!rules.isReleased) return;
  await tellOfChange(db, assignmentId, changed, now);
  await queueLearning(db, assignmentId, userIds);
}

/** Those who see their grade learn that it is another one. */
export async function tellOfChange(
  db: Db,
  assignmentId: string,
  userIds: readonly string[],
  now: Date,
): Promise<void> {
  if (userIds.length === 0) return;
  const { classId, title, className } = await getGradingRules(db, assignmentId);
  await tellPeople(
    db,
    userIds,
    {
      kind: "marks-changed",
      key: `marks-changed ${assignmentId} ${now.toISOString()}`,
      facts: { title, className },
      link: `/classes/${classId}/assignments/${assignmentId}`,
    },
    now,
  );
}

/** What the assignment counts for each student who has a place in the class and an attempt. */
export function scoresOf(
  rules: GradingRules,
  accommodations: ReadonlyMap<string, Accommodation>,
  attempts: readonly MarkedAttempt[],
): Map<string, AssignmentScore> {
  const marking: Marking = {
    dates: rules.dates,
    policy: LatePolicySchema.parse(rules.latePolicy),
    counting: countingOf(rules.counts),
  };
  return new Map(
    [...groupByPerson(attempts)].flatMap(([userId, own]): [string, AssignmentScore][] => {
      const grant = accommodations.get(userId);
      const score = grant && scoreOf(own, grant, marking);
      return score ? [[userId, score]] : [];
    }),
  );
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
    maxPoints: attemptMost(items),
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
