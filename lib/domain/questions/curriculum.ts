/** The exams, their weighted domains and the competencies that questions serve. */
import { z } from "zod";

import { TextSchema } from "@/lib/domain/questions/question-kind";

const IdSchema = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*(\/[a-z0-9]+(-[a-z0-9]+)*){0,2}$/u);

const CompetencySchema = z.strictObject({ id: IdSchema, title: TextSchema });

const DomainSchema = z.strictObject({
  id: IdSchema,
  title: TextSchema,
  /** Share of the exam in percent. */
  weight: z.number().positive(),
  competencies: z.array(CompetencySchema).min(1),
});

const ExamSchema = z.strictObject({
  id: IdSchema,
  title: TextSchema,
  domains: z.array(DomainSchema).min(1),
});

export const CurriculumSchema = z.strictObject({
  /** The Kubernetes release the exams are about. */
  version: z.string(),
  exams: z.array(ExamSchema).min(1),
});
export type Curriculum = z.output<typeof CurriculumSchema>;

const parentOf = (id: string): string => id.slice(0, id.lastIndexOf("/"));

/** Domains that a question with these competencies serves, each once. */
export const domainsOf = (competencies: readonly string[]): string[] => [
  ...new Set(competencies.map(parentOf)),
];

/** Exams that a question with these competencies serves, each once. */
export const examsOf = (competencies: readonly string[]): string[] => [
  ...new Set(domainsOf(competencies).map(parentOf)),
];

export const competencyIds = (curriculum: Curriculum): string[] =>
  curriculum.exams.flatMap((exam) =>
    exam.domains.flatMap((domain) => domain.competencies.map((competency) => competency.id)),
  );

const domainIds = (curriculum: Curriculum): string[] =>
  curriculum.exams.flatMap((exam) => exam.domains.map((domain) => domain.id));

/** What is inconsistent in a curriculum: weights that are not 100 in all, ids outside their parent, twins. */
export function curriculumProblems(curriculum: Curriculum): string[] {
  const ids = [
    ...curriculum.exams.map((exam) => exam.id),
    ...domainIds(curriculum),
    ...competencyIds(curriculum),
  ];
  const twins = ids.filter((id, index) => ids.indexOf(id) !== index);
  return [
    ...twins.map((id) => `The id ${id} is given twice`),
    ...curriculum.exams.flatMap((exam) => [
      ...weightProblems(exam),
      ...exam.domains.flatMap((domain) => [
        ...parentProblems(domain.id, exam.id),
        ...domain.competencies.flatMap(({ id }) => parentProblems(id, domain.id)),
      ]),
    ]),
  ];
}

function weightProblems({ id, domains }: Curriculum["exams"][number]): string[] {
  const sum = domains.reduce((total, domain) => total + domain.weight, 0);
  return sum === 100 ? [] : [`The weights of ${id} add up to ${sum}, not 100`];
}

const parentProblems = (id: string, parent: string): string[] =>
  parentOf(id) === parent ? [] : [`The id ${id} should start with ${parent}/`];
