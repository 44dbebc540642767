import { callApi } from "@/components/study/api-client";
import type { Answer } from "@/lib/domain/questions/grade-answer";
import type { QuizContent } from "@/lib/domain/quizzes/quiz-content";
import type {
  CheckedQuiz,
  JudgedPreview,
  PickResponse,
  SavedQuiz,
  SaveQuiz,
} from "@/lib/domain/quizzes/quiz-input";

const ROOT = "/api/v1/quizzes";

export const checkQuiz = (content: QuizContent) =>
  callApi<CheckedQuiz>({ method: "POST", path: `${ROOT}/check`, body: { content } });

export const saveQuiz = (quizId: string, body: SaveQuiz) =>
  callApi<SavedQuiz>({ method: "POST", path: `${ROOT}/${quizId}/versions`, body });

export const pickQuestions = (query: Record<string, string>) =>
  callApi<PickResponse>({
    method: "GET",
    path: `${ROOT}/questions?${new URLSearchParams(query).toString()}`,
  });

export const judgePreview = (
  quizId: string,
  version: number,
  answers: ReadonlyMap<number, Answer | null>,
) =>
  callApi<JudgedPreview>({
    method: "POST",
    path: `${ROOT}/${quizId}/preview`,
    body: { version, answers: Object.fromEntries(answers) },
  });
