/**
 * The order in which new questions are introduced: from each exam domain in
 * proportion to its weight, so that any stretch of it is a small exam. Within a domain
 * recalling comes before applying and analysing, else the order of the banks holds.
 * Questions that the exam does not ask for come last.
 */
import {
  heaviestDomain,
  type DomainWeights,
  type StudyQuestion,
} from "@/lib/domain/scheduling/study-question";
import type { StudySettings } from "@/lib/domain/study/study-settings";

const DIFFICULTY_RANK = { easy: 0, medium: 1, hard: 2 };

type Share = { weight: number; credit: number; waiting: StudyQuestion[] };

export function orderNewQuestions(
  questions: readonly StudyQuestion[],
  exam: StudySettings["exam"],
  weights: DomainWeights,
): string[] {
  const shares = new Map<string, Share>();
  const outside: StudyQuestion[] = [];
  for (const question of byDifficulty(questions)) {
    const place = heaviestDomain(question, exam, weights);
    if (!place || place.weight === 0) {
      outside.push(question);
      continue;
    }
    const share = shares.get(place.domain) ?? { weight: place.weight, credit: 0, waiting: [] };
    share.waiting.push(question);
    shares.set(place.domain, share);
  }
  return [...dealOut([...shares.values()]), ...outside].map((question) => question.id);
}

const byDifficulty = (questions: readonly StudyQuestion[]) =>
  [...questions].sort((a, b) => DIFFICULTY_RANK[a.difficulty] - DIFFICULTY_RANK[b.difficulty]);

/** Smooth weighted round robin: all earn their weight each round; the richest pays for a turn. */
function dealOut(shares: Share[]): StudyQuestion[] {
  const dealt: StudyQuestion[] = [];
  let open = shares;
  while (open.length > 0) {
    const total = open.reduce((sum, share) => sum + share.weight, 0);
    for (const share of open) share.credit += share.weight;
    const richest = open.reduce((best, share) => (share.credit > best.credit ? share : best));
    richest.credit -= total;
    const question = richest.waiting.shift();
    if (question) dealt.push(question);
    open = open.filter((share) => share.waiting.length > 0);
  }
  return dealt;
}
