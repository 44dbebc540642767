import { toHundredths } from "@/lib/domain/quizzes/score-attempts";
import { database } from "@/lib/server/db/client";
import {
  getGradingRules,
  listAccommodations,
  listMarkedAttempts,
  type MarkedAttempt,
} from "@/lib/server/db/grades";
import { listGradesOfAssignment, type MarkChange } from "@/lib/server/db/regrades";
import { scoresOf } from "@/lib/server/quizzes/grade-assignment";

export type PreviewedTotals = {
  students: { name: string; before: string; after: string }[];
  /** Students by tenth of the most points, before and after; 100 % is in the last. */
  distribution: { before: number[]; after: number[] };
};

const TENTHS = 10;

type Total = { points: number | null; maxPoints: number };

/** What changes of marks mean for what the assignment counts for each student. */
export async function previewTotals(
  assignmentId: string,
  changes: readonly Pick<MarkChange, "userId" | "attemptId" | "position" | "after">[],
  names: ReadonlyMap<string, string>,
): Promise<PreviewedTotals> {
  const db = database();
  const userIds = [...new Set(changes.map(({ userId }) => userId))];
  const rules = await getGradingRules(db, assignmentId);
  const grants = await listAccommodations(db, rules.classId, userIds);
  const attempts = await listMarkedAttempts(db, assignmentId, userIds);
  const after = scoresOf(rules, grants, withChanges(attempts, changes));
  const grades = await listGradesOfAssignment(db, assignmentId);
  const totals = grades.map(({ userId, override, points, maxPoints }) => {
    const before: Total = { points: override ?? points, maxPoints };
    const score = after.get(userId);
    const then: Total = score
      ? { points: override ?? score.points, maxPoints: score.maxPoints }
      : before;
    return { userId, before, then };
  });
  return {
    students: totals
      .filter(({ userId, before, then }) => after.has(userId) && wordsOf(before) !== wordsOf(then))
      .map(({ userId, before, then }) => ({
        name: names.get(userId) ?? "",
        before: wordsOf(before),
        after: wordsOf(then),
      })),
    distribution: {
      before: tenthsOf(totals.map(({ before }) => before)),
      after: tenthsOf(totals.map(({ then }) => then)),
    },
  };
}

function withChanges(
  attempts: readonly MarkedAttempt[],
  changes: readonly Pick<MarkChange, "userId" | "attemptId" | "position" | "after">[],
): MarkedAttempt[] {
  const byItem = new Map(
    changes.map(({ userId, attemptId, position, after }) => [
      `${userId} ${attemptId} ${position}`,
      after,
    ]),
  );
  return attempts.map((attempt) => ({
    ...attempt,
    items: attempt.items.map((item) => {
      const after = byItem.get(`${attempt.userId} ${attempt.id} ${item.position}`);
      if (!after) return item;
      const { points, score, override } = after;
      return { position: item.position, points, score, override };
    }),
  }));
}

const wordsOf = ({ points, maxPoints }: Total): string =>
  points === null ? "not marked" : `${toHundredths(points)} of ${toHundredths(maxPoints)}`;

function tenthsOf(totals: readonly Total[]): number[] {
  const counts = Array.from({ length: TENTHS }, () => 0);
  for (const { points, maxPoints } of totals) {
    if (points === null || maxPoints === 0) continue;
    const tenth = Math.floor((points / maxPoints) * TENTHS + 1e-9);
    const at = Math.max(0, Math.min(TENTHS - 1, tenth));
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts;
}
