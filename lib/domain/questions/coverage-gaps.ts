/** What is missing from the questions, in words, and what an author does about it. */
import {
  POINTS_APART,
  pointsOff,
  type Coverage,
  type CoverageGap,
} from "@/lib/domain/questions/coverage";

type Covered = Omit<Coverage, "gaps">;

export const coverageGaps = (covered: Covered): CoverageGap[] => [
  ...bankGaps(covered),
  ...kindGaps(covered),
  ...examGaps(covered),
  ...sectionGaps(covered),
  ...erratumGaps(covered),
];

const bankGaps = ({ banks }: Covered): CoverageGap[] =>
  banks.flatMap(({ id, questions, worth }): CoverageGap[] => {
    if (questions === 0) {
      const remedy = "Write some, or remove its folder.";
      return [{ about: "bank", id, problem: "The bank has no questions.", remedy }];
    }
    if (questions >= worth) return [];
    const problem = `${questions} of the ${worth} questions that the notes are worth here.`;
    return [{ about: "bank", id, problem, remedy: `Write ${worth - questions} more.` }];
  });

const kindGaps = ({ kinds }: Covered): CoverageGap[] =>
  Object.entries(kinds)
    .filter(([, questions]) => questions === 0)
    .map(([id]) => ({
      about: "kind",
      id,
      problem: "No question is of this kind.",
      remedy: "Look for a fact that it suits better than the others.",
    }));

const examGaps = ({ exams }: Covered): CoverageGap[] =>
  exams
    .flatMap(({ domains }) => domains)
    .flatMap((domain) => [
      ...domainGaps(domain),
      ...domain.competencies
        .filter(({ questions }) => questions === 0)
        .map(({ id }) => ({
          about: "competency" as const,
          id,
          problem: "No question serves this competency.",
          remedy: "Write one, or name it in a question that serves it already.",
        })),
    ]);

function domainGaps(domain: Covered["exams"][number]["domains"][number]): CoverageGap[] {
  const off = pointsOff(domain);
  if (Math.abs(off) <= POINTS_APART) return [];
  return [
    {
      about: "domain",
      id: domain.id,
      problem: `${domain.share} % of the questions, ${domain.weight} % of the exam: ${Math.abs(off)} points too ${off < 0 ? "few" : "many"}.`,
      remedy: off < 0 ? "Write questions for it." : "Write questions for the others.",
    },
  ];
}

const sectionGaps = ({ notes }: Covered): CoverageGap[] =>
  notes.flatMap((note) =>
    note.sections
      .filter(({ worth, questions }) => worth > 0 && questions === 0)
      .map(({ title }) => ({
        about: "section",
        id: `${note.id} / ${title}`,
        problem: "No question cites this section.",
        remedy: "Write one, or cite the section where a question rests on it already.",
      })),
  );

const erratumGaps = ({ errata }: Covered): CoverageGap[] =>
  errata.flatMap(({ id, stance, questions }): CoverageGap[] => {
    const isAsked = questions.length > 0;
    if (isAsked === (stance !== "avoided")) return [];
    return [
      isAsked
        ? {
            about: "erratum",
            id,
            problem: "Said to be avoided, but a question names it.",
            remedy: "Say in errata.yaml that it is taught, or take its id out of the question.",
          }
        : {
            about: "erratum",
            id,
            problem: `Said to be ${stance}, but no question names it.`,
            remedy: "Write one, or say in errata.yaml why it is avoided.",
          },
    ];
  });
