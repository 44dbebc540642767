import { orderNewQuestions } from "@/lib/domain/scheduling/new-question-order";
import type { DomainWeights, StudyQuestion } from "@/lib/domain/scheduling/study-question";
import type { StudySettings } from "@/lib/domain/study/study-settings";
import {
  getCatalogue,
  type Catalogue,
  type CatalogueQuestion,
} from "@/lib/server/content/catalogue";

type Exam = StudySettings["exam"];

/** The catalogue as the rules of studying see it. */
export type StudyIndex = {
  /** In the order of banks, then of ids. */
  questions: ReadonlyMap<string, StudyQuestion>;
  domainWeights: DomainWeights;
  /** Ids in the order to introduce them to someone who prepares for that exam. */
  newOrder: (exam: Exam) => readonly string[];
  published: (questionId: string) => CatalogueQuestion | undefined;
};

/** Made once for each state of the catalogue: ordering thousands of questions takes milliseconds. */
const indexes = new WeakMap<Catalogue, StudyIndex>();

export async function studyIndex(): Promise<StudyIndex> {
  const catalogue = await getCatalogue();
  const known = indexes.get(catalogue);
  if (known) return known;
  const index = toIndex(catalogue);
  indexes.set(catalogue, index);
  return index;
}

function toIndex({ banks, questions, domainWeights }: Catalogue): StudyIndex {
  const rank = new Map(banks.map((bank, position) => [bank.id, position]));
  const ordered = [...questions.values()]
    .map(({ content }) => toStudyQuestion(content))
    .sort((a, b) => (rank.get(a.bank) ?? 0) - (rank.get(b.bank) ?? 0));
  const newOrders = new Map<Exam, string[]>();
  return {
    questions: new Map(ordered.map((question) => [question.id, question])),
    domainWeights,
    newOrder: (exam) => {
      const order = newOrders.get(exam) ?? orderNewQuestions(ordered, exam, domainWeights);
      newOrders.set(exam, order);
      return order;
    },
    published: (questionId) => questions.get(questionId),
  };
}

const toStudyQuestion = ({
  id,
  bank,
  concept,
  difficulty,
  competencies,
}: CatalogueQuestion["content"]): StudyQuestion => ({
  id,
  bank,
  concept,
  difficulty,
  competencies,
});
