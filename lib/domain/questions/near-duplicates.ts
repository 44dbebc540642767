/**
 * Finds questions that ask the same thing in nearly the same words. Two texts are as alike
 * as the pairs of neighbouring words they share (Jaccard index).
 */
import type { QuestionContent } from "@/lib/domain/questions/content";
import { errorAt, warningAt, type Problem } from "@/lib/domain/questions/question-kind";

export type QuestionProblem = { id: string; problem: Problem };

/** From here on two questions read as the same one. */
const ALIKE = 0.7;
const SHORT_PROMPT_WORDS = 8;

type Fingerprint = { id: string; concept: string; prompt: Set<string>; whole: Set<string> };

export function nearDuplicates(questions: readonly QuestionContent[]): QuestionProblem[] {
  const prints = questions.map(fingerprint);
  return prints.flatMap((print, index) =>
    prints.slice(0, index).flatMap((earlier) => compare(print, earlier)),
  );
}

function compare(print: Fingerprint, earlier: Fingerprint): QuestionProblem[] {
  const whole = likeness(print.whole, earlier.whole);
  const at = (problem: Problem): QuestionProblem[] => [{ id: print.id, problem }];
  if (whole === 1) return at(errorAt([], `The same question as ${earlier.id}`));
  if (whole >= ALIKE) return at(warningAt([], `Nearly the same question as ${earlier.id}`));
  // Siblings of one concept may well share their stem; they are never asked on one day.
  if (print.concept === earlier.concept || print.prompt.size < SHORT_PROMPT_WORDS) return [];
  return likeness(print.prompt, earlier.prompt) >= ALIKE && whole >= ALIKE / 2
    ? at(warningAt(["prompt"], `Nearly the same prompt as ${earlier.id}`))
    : [];
}

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  // The smaller set cannot hold more than its size: most pairs are told apart without counting.
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  if (large.size === 0 || small.size / large.size < ALIKE / 2) return 0;
  let shared = 0;
  for (const pair of small) if (large.has(pair)) shared++;
  return shared / (a.size + b.size - shared);
}

/** Fields that say how a question is filed, or teach after the answer, and not what it asks. */
const NOT_ASKED = new Set([
  ...["id", "bank", "kind", "concept", "sources", "errata", "competencies", "difficulty"],
  ...["kubernetes", "explanation", "hint", "why", "nearMisses", "near", "parameters"],
]);

function fingerprint(content: QuestionContent): Fingerprint {
  const { id, concept, prompt } = content;
  return { id, concept, prompt: wordPairs(prompt), whole: wordPairs(textIn(content)) };
}

function textIn(value: unknown): string {
  if (typeof value !== "object" || value === null) return String(value);
  return Object.entries(value)
    .filter(([key]) => !NOT_ASKED.has(key))
    .map(([, part]) => textIn(part))
    .join(" ");
}

function wordPairs(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}-]+/gu) ?? [];
  return new Set(words.map((word, index) => `${word} ${words[index + 1] ?? ""}`));
}
