/** Counts of what the content covers, for authors: banks, kinds, domains, competencies, notes, errata. */
import {
  competencyIds,
  domainIds,
  domainsOf,
  examsOf,
  type Curriculum,
} from "@/lib/domain/questions/curriculum";
import { KIND_NAMES } from "@/lib/domain/questions/registry";
import type { CheckedContent } from "@/lib/server/content/check-content";
import type { ContentProblem } from "@/lib/server/content/content-problem";

export type Counts = Record<string, number>;

export type DomainShare = {
  domain: string;
  /** Percent of the exam. */
  weight: number;
  /** Percent of the questions that serve the exam. */
  share: number;
};

export type ContentReport = {
  total: number;
  banks: Counts;
  kinds: Counts;
  domains: Counts;
  /** Flaws included: nothing of the kind may be sent in. */
  errors: Omit<ContentProblem, "severity">[];
  warnings: Omit<ContentProblem, "severity">[];
  /** Questions whose parameters make a variant differ each time. */
  parameterised: number;
  /** Questions without a section of the notes: beyond them. */
  beyondNotes: number;
  difficulties: Counts;
  competencies: Counts;
  /** `note-1 / 2. etcd`; sections that nobody cites count 0. */
  sections: Counts;
  /** Errata that questions name; those that nobody names count 0. */
  errata: Counts;
  shares: Record<string, DomainShare[]>;
};

export function reportContent(content: CheckedContent): ContentReport {
  const { questions, references, problems, banks, document } = content;
  const count = (
    keys: readonly string[],
    of: (q: (typeof questions)[number]) => string[],
  ): Counts => {
    const counts: Counts = Object.fromEntries(keys.map((key) => [key, 0]));
    for (const key of questions.flatMap(of)) counts[key] = (counts[key] ?? 0) + 1;
    return counts;
  };
  const sections = [...references.sections].flatMap(([note, titles]) =>
    [...titles].map((title) => `${note} / ${title}`),
  );
  const domains = count(domainIds(document.curriculum), (q) => domainsOf(q.competencies));
  return {
    total: questions.length,
    banks: count(
      banks.map((bank) => bank.id),
      (q) => [q.bank],
    ),
    kinds: count(KIND_NAMES, (q) => [q.kind]),
    domains,
    errors: withSeverity(problems, ["error", "flaw"]),
    warnings: withSeverity(problems, ["warning"]),
    parameterised: questions.filter((q) => q.parameters).length,
    beyondNotes: questions.filter((q) => (q.sources.notes ?? []).length === 0).length,
    difficulties: count(["easy", "medium", "hard"], (q) => [q.difficulty]),
    competencies: count(competencyIds(document.curriculum), (q) => q.competencies),
    sections: count(sections, (q) => [
      ...new Set((q.sources.notes ?? []).map(({ note, section }) => `${note} / ${section}`)),
    ]),
    errata: count([...references.errata.keys()], (q) => [...new Set(q.errata ?? [])]),
    shares: sharesOf(document.curriculum, domains, (exam) =>
      questions.reduce(
        (sum, q) => sum + (examsOf(q.competencies).includes(exam) ? domainsIn(q, exam) : 0),
        0,
      ),
    ),
  };
}

const domainsIn = ({ competencies }: { competencies: readonly string[] }, exam: string): number =>
  domainsOf(competencies).filter((domain) => domain.startsWith(`${exam}/`)).length;

/** A question that serves two domains of an exam counts once in each. */
function sharesOf(
  { exams }: Curriculum,
  counts: Counts,
  served: (exam: string) => number,
): Record<string, DomainShare[]> {
  return Object.fromEntries(
    exams.map(({ id, domains }) => {
      const total = Math.max(1, served(id));
      const shares = domains.map((domain) => ({
        domain: domain.id,
        weight: domain.weight,
        share: Math.round(((counts[domain.id] ?? 0) / total) * 1000) / 10,
      }));
      return [id, shares];
    }),
  );
}

const withSeverity = (
  problems: readonly ContentProblem[],
  wanted: ContentProblem["severity"][],
): Omit<ContentProblem, "severity">[] =>
  problems
    .filter(({ severity }) => wanted.includes(severity))
    .map(({ file, line, question, message }) => ({ file, line, question, message }));
