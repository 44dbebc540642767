/**
 * What may be said of a command where verdicts are shown and solutions are not: what kind of
 * mistake was found, where, and what was written there; never what the key has instead. The
 * sentences of findings name that, so that they are left out.
 */
import type { Finding } from "@/lib/domain/kubectl/model";
import type { GradedAnswer } from "@/lib/domain/questions/grade-answer";

export type VerdictFindings = {
  /** The line as it was graded. */
  text: string;
  /** What kubectl itself would say; null when it would take the line. */
  error: string | null;
  findings: Finding[];
};

/** Null of other kinds, and of a line on which nothing was found. */
export function verdictFindings({ detail }: GradedAnswer): VerdictFindings | null {
  if (detail.kind !== "kubectl" || !("findings" in detail)) return null;
  const { text, error, findings } = detail;
  if (error === null && findings.length === 0) return null;
  return { text, error, findings: findings.map(withoutKey) };
}

const withoutKey = ({ code, field, got, span }: Finding): Finding => ({
  code,
  // What is missing from the line would else be named by its field.
  field: span === null ? null : field,
  expected: null,
  got,
  span,
  message: sentenceOf(code),
});

/** "wrong-namespace" reads "Wrong namespace." */
const sentenceOf = (code: string): string => {
  const words = code.replaceAll("-", " ");
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
};
