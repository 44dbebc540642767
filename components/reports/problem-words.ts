import type { ProblemKind } from "@/lib/domain/study/problem-kinds";

/** Said by the learner, so in their words. */
export const PROBLEM_LABELS: Record<ProblemKind, string> = {
  "wrong-fact": "A fact is wrong",
  unclear: "It is unclear",
  "my-answer": "My answer should be right",
  typo: "A typing error",
  other: "Something else",
};
