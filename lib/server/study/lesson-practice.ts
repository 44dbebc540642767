import { isDeepStrictEqual } from "node:util";

import { canStudyQuestion, type Withheld } from "@/lib/domain/access/question-access";
import type { PublicQuestion } from "@/lib/domain/questions/to-public";
import type { StudyQuestion } from "@/lib/domain/scheduling/study-question";
import type { LessonResponse, Mistake } from "@/lib/domain/study/lesson-contract";
import type { QueueItem } from "@/lib/domain/study/queue-contract";
import { toQueueItem } from "@/lib/server/study/queue-item";
import { studyIndexFor, type StudyIndex } from "@/lib/server/study/study-index";

type Practice = Pick<LessonResponse, "practice" | "practiceIs">;

/** A question with few parameters may draw one variant several times over. */
const DRAWS = 12;

/**
 * What to try after a lesson: the question in a variant that was not answered wrong yet;
 * else another question on the concept, best of another kind; else the same again.
 */
export async function findLessonPractice(
  userId: string,
  questionId: string,
  reps: number,
  mistakes: readonly Mistake[],
  withheld: Withheld,
): Promise<Practice> {
  const index = await studyIndexFor(userId);
  const draw = (id: string) => practiceItem(userId, index, id, reps);
  for (let attempt = 0; attempt < DRAWS; attempt++) {
    const practice = draw(questionId);
    if (practice && mistakes.every(({ question }) => isOther(practice.question, question))) {
      return { practice, practiceIs: "variant" };
    }
  }
  const siblings = siblingsOf(index, questionId).filter(({ id }) => canStudyQuestion(id, withheld));
  const kind = index.published(questionId)?.content.kind;
  const otherKind = siblings.find(({ id }) => index.published(id)?.content.kind !== kind);
  if (otherKind) return { practice: draw(otherKind.id), practiceIs: "other-kind" };
  if (siblings[0]) return { practice: draw(siblings[0].id), practiceIs: "sibling" };
  return { practice: draw(questionId), practiceIs: "same" };
}

/** Options in another order are not another variant: the text is what counts. */
const isOther = (a: PublicQuestion, b: PublicQuestion): boolean =>
  a.prompt !== b.prompt || !isDeepStrictEqual(a.exhibits, b.exhibits);

function siblingsOf({ questions }: StudyIndex, questionId: string): StudyQuestion[] {
  const concept = questions.get(questionId)?.concept;
  return [...questions.values()].filter(
    (other) => other.concept === concept && other.id !== questionId,
  );
}

function practiceItem(
  userId: string,
  index: StudyIndex,
  questionId: string,
  reps: number,
): QueueItem | null {
  const published = index.published(questionId);
  if (!published) return null;
  return toQueueItem(userId, published, {
    reason: "practice",
    purpose: "drill",
    state: "review",
    recall: null,
    reps,
    flagged: false,
    lesson: false,
  });
}
