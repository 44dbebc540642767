/**
 * What would raise readiness most. A question that is learned, or learned again, and kept
 * up until the day is recalled with the retention that the learner studies for; so it adds
 * its share of the exam times what it lacks of that. The questions that add most are
 * counted by domain, a sitting's worth at most.
 */
import { readinessShares } from "@/lib/domain/progress/readiness";
import type { Curriculum } from "@/lib/domain/questions/curriculum";
import { domainsOf } from "@/lib/domain/questions/curriculum";

export type ReadinessGain = {
  /** Domain of the exam. */
  id: string;
  title: string;
  /** How many questions of it to take up: those that add most, `new` of them never seen. */
  questions: number;
  new: number;
  /** What they add to the exam's readiness together and each on average, 0 to 1. */
  gain: number;
  gainPerQuestion: number;
};

type GainInput = {
  exam: Curriculum["exams"][number];
  questions: Iterable<{ id: string; competencies: readonly string[] }>;
  /** Probability of recall on the day, by id of each question seen. */
  recall: ReadonlyMap<string, number>;
  desiredRetention: number;
  /** Questions in one suggestion at most. */
  atOnce: number;
};

/** Domains that have something to gain, the most worthwhile first. */
export function readinessGains(input: GainInput): ReadinessGain[] {
  const { exam, recall, desiredRetention, atOnce } = input;
  const questions = [...input.questions];
  const shares = readinessShares(exam, questions);
  return exam.domains
    .map(({ id, title }) => {
      const best = questions
        .filter(({ competencies }) => domainsOf(competencies).includes(id))
        .map((question) => ({
          isNew: !recall.has(question.id),
          gain:
            (shares.get(question.id) ?? 0) *
            Math.max(0, desiredRetention - (recall.get(question.id) ?? 0)),
        }))
        .filter(({ gain }) => gain > 0)
        .sort((a, b) => b.gain - a.gain)
        .slice(0, atOnce);
      const gain = best.reduce((sum, each) => sum + each.gain, 0);
      return {
        id,
        title,
        questions: best.length,
        new: best.filter(({ isNew }) => isNew).length,
        gain,
        gainPerQuestion: best.length === 0 ? 0 : gain / best.length,
      };
    })
    .filter(({ questions: count }) => count > 0)
    .sort((a, b) => b.gainPerQuestion - a.gainPerQuestion || b.gain - a.gain);
}
