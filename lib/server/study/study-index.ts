import { orderNewQuestions } from "@/lib/domain/scheduling/new-question-order";
import type { DomainWeights, StudyQuestion } from "@/lib/domain/scheduling/study-question";
import type { StudySettings } from "@/lib/domain/study/study-settings";
import { catalogueWith, type Catalogue } from "@/lib/server/content/catalogue";
import type { CatalogueQuestion } from "@/lib/server/content/catalogue-question";
import { database } from "@/lib/server/db/client";
import { findOpenBanks, type OpenBank } from "@/lib/server/db/private-banks";

type Exam = StudySettings["exam"];

/** The catalogue with the private banks open to a learner, as the rules of studying see it. */
export type StudyIndex = {
  /** In the order of banks, then of ids. */
  questions: ReadonlyMap<string, StudyQuestion>;
  domainWeights: DomainWeights;
  /** Ids in the order to introduce them to someone who prepares for that exam. */
  newOrder: (exam: Exam) => readonly string[];
  published: (questionId: string) => CatalogueQuestion | undefined;
  /** Banks of which the learner may answer a question, one that is retired since included. */
  hasBank: (bankId: string) => boolean;
};

/** Made once for each state of the catalogue: ordering thousands of questions takes milliseconds. */
const indexes = new WeakMap<Catalogue, StudyIndex>();

export async function studyIndex(open: readonly OpenBank[]): Promise<StudyIndex> {
  const catalogue = await catalogueWith(open);
  const known = indexes.get(catalogue);
  if (known) return known;
  const index = toIndex(catalogue);
  indexes.set(catalogue, index);
  return index;
}

/** Where no private banks were read together with other facts. */
export async function studyIndexFor(userId: string): Promise<StudyIndex> {
  return studyIndex(await findOpenBanks(database(), userId));
}

function toIndex({ banks, retiredBanks, questions, domainWeights }: Catalogue): StudyIndex {
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
    hasBank: (bankId) => rank.has(bankId) || retiredBanks.has(bankId),
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
