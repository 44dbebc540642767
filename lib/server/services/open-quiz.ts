import type { Actor } from "@/lib/domain/access/actor";
import { listedQuestions } from "@/lib/domain/quizzes/listed-questions";
import type { PickedQuestion } from "@/lib/domain/quizzes/quiz-input";
import { database } from "@/lib/server/db/client";
import { listWhereGiven, type GivenQuiz } from "@/lib/server/db/quizzes";
import { viewQuiz, type QuizView } from "@/lib/server/services/build-quiz";
import { namesOfQuestions } from "@/lib/server/services/pick-questions";
import { viewBrowseChoices, type Choice } from "@/lib/server/services/view-browse-choices";

export type OpenedQuiz = {
  quiz: QuizView;
  names: Record<string, PickedQuestion>;
  choices: { banks: Choice[]; domains: Choice[]; kinds: Choice[] };
  /** Where it is assigned: what a change reaches there, and what not. */
  given: GivenQuiz[];
};

/** A quiz in its builder: what is in it, and what it can be narrowed by. */
export async function openQuiz(actor: Actor, quizId: string): Promise<OpenedQuiz> {
  const quiz = await viewQuiz(actor, quizId);
  const [given, names, { banks, exams, kinds }] = await Promise.all([
    listWhereGiven(database(), quiz.id),
    namesOfQuestions(quiz.ownerId, listedQuestions(quiz.content)),
    viewBrowseChoices(actor),
  ]);
  const domains = exams.flatMap((exam) =>
    exam.domains.map(({ id, title }) => ({ id, title: `${exam.id.toUpperCase()}: ${title}` })),
  );
  return {
    quiz,
    given,
    names,
    choices: { banks, domains, kinds: kinds.map((kind) => ({ id: kind, title: kind })) },
  };
}
