import { samplePrompt } from "@/lib/domain/questions/sample-prompt";
import { itemsOf, QuizContentSchema } from "@/lib/domain/quizzes/quiz-content";
import { catalogueFor } from "@/lib/server/content/catalogue";
import { database } from "@/lib/server/db/client";
import { getQuiz, getQuizContent, type StoredAssignment } from "@/lib/server/db/quizzes";

export type NamedQuestion = { id: string; prompt: string };

/**
 * Questions in the order of the quiz: fixed ones by their places, then what was drawn from
 * pools, by id.
 */
export async function inOrderOfQuiz(
  { quizId }: StoredAssignment,
  ids: Iterable<string>,
  /** Whose private banks may be read from. */
  readerId: string,
): Promise<NamedQuestion[]> {
  const { questions } = await catalogueFor(readerId);
  const places = quizId === null ? new Map<string, number>() : await placesIn(quizId);
  const placeOf = (id: string) => places.get(id) ?? places.size;
  return [...ids]
    .sort((a, b) => placeOf(a) - placeOf(b) || (a < b ? -1 : 1))
    .map((id) => {
      const published = questions.get(id);
      return { id, prompt: published ? samplePrompt(published.content) : id };
    });
}

async function placesIn(quizId: string): Promise<Map<string, number>> {
  const { currentVersion } = await getQuiz(database(), quizId);
  const content = QuizContentSchema.parse(await getQuizContent(database(), quizId, currentVersion));
  const fixed = itemsOf(content).flatMap((item) =>
    item.type === "question"
      ? [item.questionId]
      : item.from.by === "list"
        ? item.from.questionIds
        : [],
  );
  return new Map(fixed.map((id, index) => [id, index]));
}
