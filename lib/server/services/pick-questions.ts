import type { z } from "zod";

import type { Actor } from "@/lib/domain/access/actor";
import { canBuildQuizzes } from "@/lib/domain/access/quiz-access";
import { samplePrompt } from "@/lib/domain/questions/sample-prompt";
import { matchesFilter } from "@/lib/domain/questions/question-filter";
import type {
  PickedQuestion,
  PickRequestSchema,
  PickResponse,
} from "@/lib/domain/quizzes/quiz-input";
import { catalogueFor } from "@/lib/server/content/catalogue";
import type { CatalogueQuestion } from "@/lib/server/content/catalogue-question";
import { noSuchQuiz } from "@/lib/server/quizzes/require-quiz";

const PAGE_SIZE = 25;
const NO_MARKS = {
  flagged: new Set<string>(),
  suspended: new Set<string>(),
  "set-aside": new Set<string>(),
  leech: new Set<string>(),
};

/** Questions to put into a quiz, a page at a time. */
export async function pickQuestions(
  actor: Actor,
  { page: wanted, ...asked }: z.output<typeof PickRequestSchema>,
): Promise<PickResponse> {
  if (!canBuildQuizzes(actor)) throw noSuchQuiz();
  const { questions } = await catalogueFor(actor.id);
  const filter = {
    text: asked.text || null,
    bank: asked.bank || null,
    domain: asked.domain || null,
    kind: asked.kind || null,
    difficulty: asked.difficulty || null,
    exam: null,
    mark: null,
  };
  const found = [...questions.values()].filter((each) => matchesFilter(each, filter, NO_MARKS));
  const pages = Math.max(1, Math.ceil(found.length / PAGE_SIZE));
  const page = Math.min(wanted, pages);
  return {
    questions: found.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE).map(toPicked),
    total: found.length,
    page,
    pages,
  };
}

/** What these questions of a quiz are, by id; those that its owner cannot ask any more are left out. */
export async function namesOfQuestions(
  ownerId: string,
  ids: readonly string[],
): Promise<Record<string, PickedQuestion>> {
  const { questions } = await catalogueFor(ownerId);
  return Object.fromEntries(
    ids.flatMap((id) => {
      const question = questions.get(id);
      return question ? [[id, toPicked(question)] as const] : [];
    }),
  );
}

function toPicked({ content }: CatalogueQuestion): PickedQuestion {
  const { id, bank, kind, difficulty } = content;
  return { id, bank, kind, difficulty, prompt: samplePrompt(content) };
}
