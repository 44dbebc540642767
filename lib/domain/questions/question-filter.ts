/** Finding questions by what may be known of them before they are answered. */
import type { QuestionContent } from "@/lib/domain/questions/content";

/** Each part narrows; null lets everything through. */
export type QuestionFilter = {
  /** Words that must all stand in the prompt, the id or the tags. */
  text: string | null;
  bank: string | null;
  exam: string | null;
  domain: string | null;
  kind: string | null;
  difficulty: string | null;
  /** One of QUESTION_MARKS. */
  mark: string | null;
};

/** What a learner did with a question, or it with them. */
export const QUESTION_MARKS = ["flagged", "suspended", "set-aside", "leech"] as const;
export type QuestionMarkName = (typeof QUESTION_MARKS)[number];

type Filterable = {
  content: QuestionContent;
  exams: readonly string[];
  domains: readonly string[];
};

/**
 * Answers, explanations and options are not searched: who can find a question by its
 * answer has been told the answer.
 */
export function matchesFilter(
  question: Filterable,
  filter: QuestionFilter,
  marks: Record<QuestionMarkName, ReadonlySet<string>>,
): boolean {
  const { content, exams, domains } = question;
  return (
    isAny(filter.bank, [content.bank]) &&
    isAny(filter.exam, exams) &&
    isAny(filter.domain, domains) &&
    isAny(filter.kind, [content.kind]) &&
    isAny(filter.difficulty, [content.difficulty]) &&
    hasMark(content.id, filter.mark, marks) &&
    hasWords(content, filter.text)
  );
}

const isAny = (wanted: string | null, values: readonly string[]): boolean =>
  wanted === null || values.includes(wanted);

function hasMark(
  id: string,
  wanted: string | null,
  marks: Record<QuestionMarkName, ReadonlySet<string>>,
): boolean {
  if (wanted === null) return true;
  const mark = QUESTION_MARKS.find((name) => name === wanted);
  return mark !== undefined && marks[mark].has(id);
}

function hasWords({ id, prompt, tags = [] }: QuestionContent, text: string | null): boolean {
  if (text === null) return true;
  const searched = [id, prompt, ...tags].join(" ").toLowerCase();
  return text
    .toLowerCase()
    .split(/\s+/u)
    .every((word) => searched.includes(word));
}
