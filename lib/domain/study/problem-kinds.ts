/** What can be wrong with a question, as its learner sees it. */
export const PROBLEM_KINDS = ["wrong-fact", "unclear", "my-answer", "typo", "other"] as const;
export type ProblemKind = (typeof PROBLEM_KINDS)[number];

/** Longest text of a report, and of the note that it is closed with, in characters. */
export const MOST_REPORT_CHARACTERS = 2_000;
