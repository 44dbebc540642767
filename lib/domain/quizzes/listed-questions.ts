import { itemsOf, type QuizContent } from "@/lib/domain/quizzes/quiz-content";

/**
 * The questions that a quiz names: fixed ones, and those that its pools list. What a
 * filter may draw is not among them: it may let half of all questions through.
 */
export const listedQuestions = (content: QuizContent): string[] => [
  ...new Set(
    itemsOf(content).flatMap((item) => {
      if (item.type === "question") return [item.questionId];
      return item.from.by === "list" ? item.from.questionIds : [];
    }),
  ),
];
