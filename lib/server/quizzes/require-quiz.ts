import { validate as isUuid } from "uuid";

import type { Actor } from "@/lib/domain/access/actor";
import type { QuizFacts } from "@/lib/domain/access/quiz-access";
import { database, type Db } from "@/lib/server/db/client";
import { findQuizFor, type StoredQuiz } from "@/lib/server/db/quizzes";
import { AppError } from "@/lib/server/errors";

/** The quiz, when the actor may do `may` with it; to everybody else it does not exist. */
export async function requireQuiz(
  actor: Actor,
  quizId: string,
  may: (actor: Actor, facts: QuizFacts) => boolean,
  db: Db = database(),
): Promise<StoredQuiz> {
  const found = isUuid(quizId) ? await findQuizFor(db, quizId, actor.id) : null;
  const { quiz, isInOwnClass = false } = found ?? {};
  if (!quiz || !may(actor, { ownerId: quiz.ownerId, isInOwnClass })) throw noSuchQuiz();
  return quiz;
}

export const noSuchQuiz = () => new AppError("not-found", "There is no such quiz.");
