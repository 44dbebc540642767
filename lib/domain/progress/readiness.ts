/**
 * Readiness: the share of an exam's questions that a learner would be expected to
 * recall on a day, each domain counted with its weight in the curriculum.
 *
 * - Within a domain every question counts alike: the curriculum weights nothing finer.
 *   A question of two domains counts in both. Domains without questions are left out,
 *   weight and all. So each question has a fixed share c of the whole, and the expected
 *   readiness is the sum of c·p over the questions seen, p being its recall on the day.
 * - A question never seen is unknown: it adds nothing to what is expected.
 * - The band holds nine of ten outcomes. Recalling is a throw of a coin for each question
 *   (variance c²·p·(1−p)); and predictions of one learner err together, by about the
 *   RMSE in bins of their predictions (`modelError`), so that this error grows with the
 *   sum of c over the questions seen. Upwards the band also has room for what was never
 *   asked: unseen questions known as often as first answers were right, taken at the
 *   upper end of Wilson's interval, so that nothing answered leaves everything possible.
 *
 * It says what is remembered of these questions. It is not the probability of passing.
 */
import type { Curriculum } from "@/lib/domain/questions/curriculum";

type Exam = Curriculum["exams"][number];
type AskedQuestion = { id: string; competencies: readonly string[] };

/** RMSE in bins of FSRS-6 with its default weights over 9,999 learners: github.com/open-spaced-repetition/srs-benchmark */
export const USUAL_MODEL_ERROR = 0.0716;

/** Two-sided 90 % of the normal distribution. */
const Z = 1.645;

export type ReadinessInput = {
  exam: Exam;
  questions: Iterable<AskedQuestion>;
  /** Probability of recall on the day that is asked about, by id of each question seen. */
  recall: ReadonlyMap<string, number>;
  /** Of the questions seen, how many were answered right at first sight. */
  firstAnswers: { total: number; right: number };
  /** Typical error of this learner's predicted recall, 0 to 1. */
  modelError: number;
};

export type Expectation = {
  questions: number;
  seen: number;
  /** Share of the questions expected to be recalled, 0 to 1, and the band around it. */
  expected: number;
  low: number;
  high: number;
};

export type CompetencyReadiness = Expectation & { id: string; title: string };

export type DomainReadiness = CompetencyReadiness & {
  /** Share of the exam in percent. */
  weight: number;
  competencies: CompetencyReadiness[];
};

export type ExamReadiness = Expectation & {
  id: string;
  title: string;
  domains: DomainReadiness[];
};

/** Readiness in an exam, its domains and their competencies. */
export function examReadiness(input: ReadinessInput): ExamReadiness {
  const { exam } = input;
  const questions = [...input.questions];
  const over = (shares: ReadonlyMap<string, number>): Expectation => expectation(shares, input);
  const part = (id: string) =>
    over(evenShares(questions.filter((question) => serves(question, id))));
  return {
    id: exam.id,
    title: exam.title,
    ...over(readinessShares(exam, questions)),
    domains: exam.domains.map(({ id, title, weight, competencies }) => ({
      id,
      title,
      weight,
      ...part(id),
      competencies: competencies.map((competency) => ({
        id: competency.id,
        title: competency.title,
        ...part(competency.id),
      })),
    })),
  };
}

/** What each question counts in the readiness of an exam; questions of other exams are left out. The shares add up to 1. */
export function readinessShares(
  exam: Exam,
  questions: Iterable<AskedQuestion>,
): Map<string, number> {
  const all = [...questions];
  const covered = exam.domains
    .map(({ id, weight }) => ({ weight, members: all.filter((question) => serves(question, id)) }))
    .filter(({ members }) => members.length > 0);
  const weights = covered.reduce((sum, { weight }) => sum + weight, 0);
  const shares = new Map<string, number>();
  for (const { weight, members } of covered) {
    for (const { id } of members) {
      shares.set(id, (shares.get(id) ?? 0) + weight / weights / members.length);
    }
  }
  return shares;
}

/** Expected readiness alone, for those who ask often. */
export function expectedReadiness(
  shares: ReadonlyMap<string, number>,
  recall: ReadonlyMap<string, number>,
): number {
  let expected = 0;
  for (const [id, share] of shares) expected += share * (recall.get(id) ?? 0);
  return expected;
}

const serves = ({ competencies }: AskedQuestion, id: string): boolean =>
  competencies.some((competency) => competency === id || competency.startsWith(`${id}/`));

export const evenShares = (questions: readonly { id: string }[]): Map<string, number> =>
  new Map(questions.map(({ id }) => [id, 1 / questions.length]));

function expectation(
  shares: ReadonlyMap<string, number>,
  { recall, firstAnswers, modelError }: ReadinessInput,
): Expectation {
  let [seen, seenShare, expected, variance] = [0, 0, 0, 0];
  for (const [id, share] of shares) {
    const p = recall.get(id);
    if (p === undefined) continue;
    seen += 1;
    seenShare += share;
    expected += share * p;
    variance += share * share * p * (1 - p);
  }
  const spread = Z * Math.sqrt(variance + (modelError * seenShare) ** 2);
  const unseenShare = shares.size === 0 ? 0 : Math.max(0, 1 - seenShare);
  const known = unseenShare * wilsonUpperEnd(firstAnswers);
  return {
    questions: shares.size,
    seen,
    expected,
    low: Math.max(0, expected - spread),
    // No more than what was seen can be recalled of what was seen.
    high: Math.min(1, Math.min(seenShare, expected + spread) + known),
  };
}

/** Upper end of Wilson's score interval (E. B. Wilson, 1927) for a share; 1 when nothing was counted. */
function wilsonUpperEnd({ total, right }: { total: number; right: number }): number {
  if (total === 0) return 1;
  const share = right / total;
  const z2 = Z * Z;
  const centre = share + z2 / (2 * total);
  const spread = Z * Math.sqrt((share * (1 - share) + z2 / (4 * total)) / total);
  return Math.min(1, (centre + spread) / (1 + z2 / total));
}
