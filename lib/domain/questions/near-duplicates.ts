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
  const earlier: Fingerprint[] = [];
  /** For each pair of words, the earlier questions that hold it: only these need be compared. */
  const holders = new Map<string, number[]>();
  return questions.map(fingerprint).flatMap((print) => {
    const problems = [...sharedWith(print, holders)].flatMap(([index, shared]) => {
      const other = earlier[index];
      return other ? compare(print, other, jaccard(shared, print.whole, other.whole)) : [];
    });
    for (const pair of print.whole) {
      const holding = holders.get(pair);
      if (holding) holding.push(earlier.length);
      else holders.set(pair, [earlier.length]);
    }
    earlier.push(print);
    return problems;
  });
}

/** How many pairs of words each earlier question shares with this one. */
function sharedWith(
  { whole }: Fingerprint,
  holders: ReadonlyMap<string, readonly number[]>,
): Map<number, number> {
  const counts = new Map<number, number>();
  for (const pair of whole) {
    for (const index of holders.get(pair) ?? []) counts.set(index, (counts.get(index) ?? 0) + 1);
  }
  return counts;
}

function compare(print: Fingerprint, earlier: Fingerprint, whole: number): QuestionProblem[] {
  const at = (problem: Problem): QuestionProblem[] => [{ id: print.id, problem }];
  if (whole === 1) return at(errorAt([], `The same question as ${earlier.id}`));
  if (whole >= ALIKE) return at(warningAt([], `Nearly the same question as ${earlier.id}`));
  // Siblings of one concept may well share their stem; they are never asked on one day.
  if (print.concept === earlier.concept || print.prompt.size < SHORT_PROMPT_WORDS) return [];
  if (whole < ALIKE / 2) return [];
  const shared = [...print.prompt].filter((pair) => earlier.prompt.has(pair)).length;
  return jaccard(shared, print.prompt, earlier.prompt) >= ALIKE
    ? at(warningAt(["prompt"], `Nearly the same prompt as ${earlier.id}`))
    : [];
}

const jaccard = (shared: number, a: ReadonlySet<string>, b: ReadonlySet<string>): number =>
  shared / (a.size + b.size - shared);

/** Fields that say how a question is filed, or teach after the answer, and not what it asks. */
const NOT_ASKED = new Set([
  ...["id", "bank", "kind", "concept", "sources", "errata", "competencies", "tags"],
  ...[
    "difficulty",
    "kubernetes",
    "also",
    "explanation",
    "hint",
    "why",
    "nearMisses",
    "near",
    "parameters",
  ],
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
