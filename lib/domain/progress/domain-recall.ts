/**
 * How much of an exam's domains the learner has seen, and would recall now. A question
 * never seen counts as not recalled, so that `recalled` cannot be high on little.
 */
import type { Curriculum } from "@/lib/domain/questions/curriculum";

export type DomainRecall = {
  id: string;
  title: string;
  /** Share of the exam in percent. */
  weight: number;
  /** Questions that serve the domain. */
  questions: number;
  seen: number;
  /** Expected number of its questions that would be recalled now. */
  recalled: number;
};

export type ExamRecall = {
  id: string;
  title: string;
  domains: DomainRecall[];
  /** Recalled share of each domain, weighted as the exam weights it; 0 to 1. */
  readiness: number;
};

/** `recall` holds the probability of recall now, by id, of each question that was answered. */
export function examRecall(
  exam: Curriculum["exams"][number],
  questions: Iterable<{ id: string; domains: readonly string[] }>,
  recall: ReadonlyMap<string, number>,
): ExamRecall {
  const domains = new Map<string, DomainRecall>(
    exam.domains.map(({ id, title, weight }) => [
      id,
      { id, title, weight, questions: 0, seen: 0, recalled: 0 },
    ]),
  );
  for (const question of questions) {
    const known = recall.get(question.id);
    for (const id of question.domains) {
      const domain = domains.get(id);
      if (!domain) continue;
      domain.questions += 1;
      domain.seen += known === undefined ? 0 : 1;
      domain.recalled += known ?? 0;
    }
  }
  const rows = [...domains.values()];
  return { id: exam.id, title: exam.title, domains: rows, readiness: readinessOf(rows) };
}

/** Domains without questions cannot be studied here: they are left out, weight and all. */
function readinessOf(domains: readonly DomainRecall[]): number {
  const covered = domains.filter((domain) => domain.questions > 0);
  const weight = covered.reduce((sum, domain) => sum + domain.weight, 0);
  const reached = covered.reduce(
    (sum, domain) => sum + domain.weight * (domain.recalled / domain.questions),
    0,
  );
  return weight === 0 ? 0 : reached / weight;
}
