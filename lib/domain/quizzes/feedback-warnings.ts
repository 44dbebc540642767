import type { FeedbackPolicy } from "@/lib/domain/quizzes/feedback-policy";

type Rules = Pick<FeedbackPolicy, "score" | "verdicts" | "solutions"> & {
  /** Null: as many as wanted. */
  attemptsAllowed: number | null;
};

/** Ways in which what is shown tells those who still work on a quiz its answers. */
export function feedbackWarnings({ score, verdicts, solutions, attemptsAllowed }: Rules): string[] {
  const isOnce = attemptsAllowed === 1;
  const warnings: string[] = [];
  if (solutions === "at-submit") {
    warnings.push(
      isOnce
        ? "Solutions are shown at submission: whoever hands in first can pass them on to those who still work."
        : "Solutions are shown at submission, and there are more attempts: the next one is copied from them.",
    );
  }
  if (verdicts === "at-submit" && !isOnce) {
    warnings.push(
      "Verdicts are shown at submission, and there are more attempts: answers can be found by trying.",
    );
  }
  if (verdicts === "at-submit" && isOnce) {
    warnings.push(
      "Verdicts are shown at submission: students learn which answers are right while others still work.",
    );
  }
  if (score === "never" && solutions === "never" && verdicts === "never") {
    warnings.push("Students see nothing of how they did, also not after release.");
  }
  return warnings;
}
