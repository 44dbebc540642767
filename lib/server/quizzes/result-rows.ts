import type { ResultState } from "@/lib/domain/quizzes/results-query";
import { itemPoints, toHundredths } from "@/lib/domain/quizzes/score-attempts";
import type { StoredAssignment } from "@/lib/server/db/quizzes";
import type { ResultAttempt, ResultStudent } from "@/lib/server/db/results";

/** Of which attempt the marks are shown where there are several. */
export type ShownAttempt = "last" | "best" | "first";

export type StudentResult = {
  userId: string;
  name: string;
  section: string | null;
  state: ResultState;
  attempts: number;
  latePercent: number;
  isByHand: boolean;
  /** Null while there is nothing, or something is to be marked. */
  total: number | null;
  maxPoints: number | null;
  minutes: number | null;
  submittedAt: string | null;
  /** Of the attempt that the cells are of; null without any that was handed in. */
  attemptNumber: number | null;
  wasTimeUp: boolean;
  /** By question of the results; null where it was not asked or not handed in. */
  cells: ({ position: number; points: number | null; most: number } | null)[];
};

const MINUTE_MS = 60_000;

export const shownAttempt = ({ counts }: StoredAssignment): ShownAttempt =>
  counts === "best" || counts === "first" ? counts : "last";

export function chooseAttempt(
  attempts: readonly ResultAttempt[],
  shown: ShownAttempt,
): ResultAttempt | undefined {
  if (shown === "first") return attempts[0];
  if (shown === "last") return attempts.at(-1);
  return [...attempts].sort((a, b) => sumOf(b) - sumOf(a))[0];
}

const sumOf = ({ items }: ResultAttempt): number =>
  toHundredths(items.reduce((sum, item) => sum + (itemPoints(item) ?? 0), 0));

export function toStudentResult(
  student: ResultStudent,
  attempt: ResultAttempt | undefined,
  questionIds: readonly string[],
): StudentResult {
  const { userId, name, section, state, attempts, latePercent, isByHand } = student;
  const spentMs = attempt?.items.reduce((sum, item) => sum + item.spentMs, 0) ?? null;
  const items = new Map(attempt?.items.map((item) => [item.questionId, item]));
  return {
    userId,
    name,
    section,
    state,
    attempts,
    latePercent,
    isByHand,
    total: student.total,
    maxPoints: student.maxPoints,
    minutes: spentMs === null ? null : Math.round(spentMs / MINUTE_MS),
    submittedAt: student.submittedAt?.toISOString() ?? null,
    attemptNumber: attempt?.number ?? null,
    wasTimeUp: attempt?.submittedBy === "deadline",
    cells: questionIds.map((id) => {
      const item = items.get(id);
      return item ? { position: item.position, points: itemPoints(item), most: item.points } : null;
    }),
  };
}
