import type { Actor } from "@/lib/domain/access/actor";
import { samplePrompt } from "@/lib/domain/questions/sample-prompt";
import { addAttempt, emptyMarkTable } from "@/lib/domain/quizzes/mark-table";
import {
  analyseAnswers,
  type AnsweredItem,
  type QuestionAnswers,
} from "@/lib/domain/quizzes/question-results";
import { analyseQuiz, type QuizResults } from "@/lib/domain/quizzes/quiz-results";
import { toHundredths } from "@/lib/domain/quizzes/score-attempts";
import { catalogueFor } from "@/lib/server/content/catalogue";
import {
  isAskedBy,
  listAnswersOfQuestion,
  readFirstAttempts,
  type AnswerOfQuestion,
  type FirstAttempt,
} from "@/lib/server/db/results";
import { AppError } from "@/lib/server/errors";
import { offeredOptions } from "@/lib/server/quizzes/offered-options";
import { inOrderOfQuiz, type NamedQuestion } from "@/lib/server/quizzes/question-order";
import { requireQuizResults, type AssignmentRef } from "@/lib/server/quizzes/require-quiz-results";

export type QuestionsView = {
  title: string;
  questions: NamedQuestion[];
  results: QuizResults;
  /** First attempts that are left out, as something in them waits to be marked. */
  unmarked: number;
};

/** What first attempts say about the questions of an assignment: read in one pass, kept as numbers. */
export async function viewQuestionResults(
  actor: Actor,
  ref: AssignmentRef,
): Promise<QuestionsView> {
  const { assignment } = await requireQuizResults(actor, ref);
  const table = emptyMarkTable();
  let unmarked = 0;
  for await (const attempts of readFirstAttempts(assignment.id)) {
    for (const attempt of attempts) {
      const points = markedPoints(attempt);
      if (points) addAttempt(table, { ...attempt, points });
      else unmarked += 1;
    }
  }
  const questions = await inOrderOfQuiz(assignment, table.columns.keys(), actor.id);
  const results = analyseQuiz(
    table,
    questions.map(({ id }) => id),
  );
  return { title: assignment.title, questions, results, unmarked };
}

/** Null while something is to be marked. */
function markedPoints({ questionIds, points }: FirstAttempt): number[] | null {
  const marked = points.filter((mark) => mark !== null).map(toHundredths);
  return marked.length === questionIds.length ? marked : null;
}

export type QuestionView = {
  title: string;
  question: NamedQuestion;
  /** First attempts, fully marked, that were asked it. */
  count: number;
  /** Null below `LEAST_STUDENTS`. */
  answers: QuestionAnswers | null;
};

/** What was answered to one question of an assignment. */
export async function viewQuestionAnswers(
  actor: Actor,
  { questionId, ...ref }: AssignmentRef & { questionId: string },
): Promise<QuestionView> {
  const { assignment } = await requireQuizResults(actor, ref);
  if (!(await isAskedBy(assignment.id, questionId))) {
    throw new AppError("not-found", "There is no such question in the assignment.");
  }
  const { questions } = await catalogueFor(actor.id);
  const rows = await listAnswersOfQuestion(assignment.id, questionId);
  const answers: AnsweredItem[] = [];
  for (const row of rows) {
    if (row.total !== null) answers.push(await toAnswered(questionId, row, row.total));
  }
  const published = questions.get(questionId);
  const prompt = published ? samplePrompt(published.content) : questionId;
  return {
    title: assignment.title,
    question: { id: questionId, prompt },
    count: answers.length,
    answers: analyseAnswers(answers),
  };
}

async function toAnswered(
  questionId: string,
  row: AnswerOfQuestion,
  total: number,
): Promise<AnsweredItem> {
  const { findings, answer, outcome } = row;
  const isWrongLine = findings !== null && (outcome === "wrong" || outcome === "partly");
  const text = isWrongLine ? textOf(answer) : null;
  return {
    total,
    options: await offeredOptions({ ...row, questionId }),
    wrongLine: text === null ? null : { text, findings: findings ?? [] },
  };
}

const textOf = (answer: unknown): string | null =>
  typeof answer === "object" &&
  answer !== null &&
  "text" in answer &&
  typeof answer.text === "string"
    ? answer.text
    : null;
