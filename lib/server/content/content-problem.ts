import type { Severity } from "@/lib/domain/questions/question-kind";

/** What is wrong with the content, and where an author finds it. */
export type ContentProblem = {
  /** Path below the content folder. */
  file: string;
  /** From 1. */
  line: number;
  /** Full id of the question, if it is about one that has an id. */
  question: string | null;
  message: string;
  severity: Severity;
};

export const formatProblem = ({
  file,
  line,
  question,
  message,
}: Omit<ContentProblem, "severity">): string =>
  `${file}:${line}${question === null ? "" : ` ${question}`}: ${message}`;
