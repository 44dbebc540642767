import type { StudySettings } from "@/lib/domain/study/study-settings";

/** What the queue's rules need to know of a question. */
export type StudyQuestion = {
  id: string;
  bank: string;
  /** Questions of one concept are siblings: two of them are not asked on one day. */
  concept: string;
  difficulty: "easy" | "medium" | "hard";
  /** Ids such as "cka/troubleshooting/cluster-components": exam, domain, competency. */
  competencies: readonly string[];
};

/** Weight of each exam domain ("cka/troubleshooting") in percent. */
export type DomainWeights = ReadonlyMap<string, number>;

/** "cka/storage" of "cka/storage/access-modes". */
export function domainOf(competency: string): string {
  const end = competency.indexOf("/", competency.indexOf("/") + 1);
  return end < 0 ? competency : competency.slice(0, end);
}

/**
 * The heaviest exam domain that a question belongs to: within the learner's exam, or
 * within any when they have not chosen one. Null when the exam does not ask for it.
 */
export function heaviestDomain(
  question: Pick<StudyQuestion, "competencies">,
  exam: StudySettings["exam"],
  weights: DomainWeights,
): { domain: string; weight: number } | null {
  let heaviest: { domain: string; weight: number } | null = null;
  for (const competency of question.competencies) {
    const domain = domainOf(competency);
    if (exam !== null && !domain.startsWith(`${exam}/`)) continue;
    const weight = weights.get(domain) ?? 0;
    if (!heaviest || weight > heaviest.weight) heaviest = { domain, weight };
  }
  return heaviest;
}
