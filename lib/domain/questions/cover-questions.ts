/** Counts what the questions cover: the one source of the page on it and of the content check. */
import type { QuestionContent } from "@/lib/domain/questions/content";
import type {
  BankCoverage,
  Counts,
  Coverage,
  ErratumCoverage,
  ExamCoverage,
  NoteCoverage,
} from "@/lib/domain/questions/coverage";
import { coverageGaps } from "@/lib/domain/questions/coverage-gaps";
import { domainsOf, type Curriculum } from "@/lib/domain/questions/curriculum";
import { KIND_NAMES } from "@/lib/domain/questions/registry";
import {
  STANCES,
  type Erratum,
  type Stance,
  type StudyNote,
} from "@/lib/domain/questions/study-notes";

export type CoverageFacts = {
  /** In the order of lists. */
  banks: readonly { id: string; title: string }[];
  questions: readonly QuestionContent[];
  curriculum: Curriculum;
  notes: readonly StudyNote[];
  errata: readonly Erratum[];
};

export function coverageOf(facts: CoverageFacts): Coverage {
  const { questions } = facts;
  const covered = {
    total: questions.length,
    parameterised: questions.filter((question) => question.parameters).length,
    beyondNotes: questions.filter((question) => sectionsOf(question).length === 0).length,
    kinds: count(questions, ({ kind }) => [kind], KIND_NAMES),
    difficulties: count(questions, ({ difficulty }) => [difficulty], ["easy", "medium", "hard"]),
    banks: coverBanks(facts),
    exams: coverExams(facts),
    notes: coverNotes(facts),
    errata: coverErrata(facts),
    stances: stancesOf(facts.errata),
  };
  return { ...covered, gaps: coverageGaps(covered) };
}

/** How many questions have each key; `keys` that none has count 0. */
function count(
  questions: readonly QuestionContent[],
  keysOf: (question: QuestionContent) => readonly string[],
  keys: readonly string[] = [],
): Counts {
  const counts: Counts = Object.fromEntries(keys.map((key) => [key, 0]));
  for (const question of questions) {
    for (const key of new Set(keysOf(question))) counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}

function coverBanks({ banks, questions, notes }: CoverageFacts): BankCoverage[] {
  const worth: Counts = {};
  for (const { questions: byBank } of notes.flatMap(({ sections }) => sections)) {
    for (const [bank, some] of Object.entries(byBank)) worth[bank] = (worth[bank] ?? 0) + some;
  }
  return banks.map(({ id, title }) => {
    const own = questions.filter(({ bank }) => bank === id);
    return {
      id,
      title,
      questions: own.length,
      kinds: count(own, ({ kind }) => [kind], KIND_NAMES),
      worth: worth[id] ?? 0,
    };
  });
}

function coverExams({ curriculum, questions }: CoverageFacts): ExamCoverage[] {
  const byDomain = count(questions, ({ competencies }) => domainsOf(competencies));
  const byCompetency = count(questions, ({ competencies }) => competencies);
  return curriculum.exams.map(({ id, title, domains }) => {
    const served = domains.reduce((sum, domain) => sum + (byDomain[domain.id] ?? 0), 0);
    return {
      id,
      title,
      served,
      domains: domains.map((domain) => {
        const own = byDomain[domain.id] ?? 0;
        return {
          id: domain.id,
          title: domain.title,
          questions: own,
          weight: domain.weight,
          share: served === 0 ? 0 : Math.round((own / served) * 1_000) / 10,
          competencies: domain.competencies.map((competency) => ({
            ...competency,
            questions: byCompetency[competency.id] ?? 0,
          })),
        };
      }),
    };
  });
}

const sectionKey = (note: string, section: string): string => JSON.stringify([note, section]);

const sectionsOf = ({ sources }: QuestionContent): string[] =>
  (sources.notes ?? []).map(({ note, section }) => sectionKey(note, section));

function coverNotes({ notes, questions }: CoverageFacts): NoteCoverage[] {
  const bySection = count(questions, sectionsOf);
  return notes.map(({ id, title, sections }) => ({
    id,
    title,
    sections: sections.map((section) => ({
      title: section.title,
      worth: Object.values(section.questions).reduce((sum, some) => sum + some, 0),
      questions: bySection[sectionKey(id, section.title)] ?? 0,
    })),
  }));
}

const coverErrata = ({ errata, questions }: CoverageFacts): ErratumCoverage[] =>
  errata.map((erratum) => ({
    ...erratum,
    because: erratum.stance === "avoided" ? erratum.because : null,
    questions: questions.filter((each) => each.errata?.includes(erratum.id)).map(({ id }) => id),
  }));

const stancesOf = (errata: readonly Erratum[]): Record<Stance, number> =>
  Object.fromEntries(
    STANCES.map((stance) => [stance, errata.filter((each) => each.stance === stance).length]),
  ) as Record<Stance, number>;
