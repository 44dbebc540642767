import type { PoolQuestion } from "@/lib/domain/quizzes/draw-attempt";
import { possibleQuestions } from "@/lib/domain/quizzes/draw-attempt";
import type { QuizContent } from "@/lib/domain/quizzes/quiz-content";

/**
 * What a quiz gives for a question, by its section: of a question that is fixed there
 * what that place says, else what the pools say that may have drawn it. Null when
 * nothing there asks it any more, or pools of different points do.
 */
export function pointsByQuestion(
  content: QuizContent,
  questions: ReadonlyMap<string, PoolQuestion>,
): (section: number, questionId: string) => number | null {
  const bySection = content.sections.map(({ items, ...section }) => {
    const points = new Map<string, number | null>();
    for (const item of items.filter(({ type }) => type === "pool")) {
      const drawn = possibleQuestions(
        { ...content, sections: [{ ...section, items: [item] }] },
        questions,
      );
      for (const id of drawn) {
        const known = points.get(id);
        points.set(id, known === undefined || known === item.points ? item.points : null);
      }
    }
    for (const item of items) {
      if (item.type === "question") points.set(item.questionId, item.points);
    }
    return points;
  });
  return (section, questionId) => bySection[section]?.get(questionId) ?? null;
}
