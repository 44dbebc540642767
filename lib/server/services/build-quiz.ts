import { v7 as uuidV7 } from "uuid";

import type { Actor } from "@/lib/domain/access/actor";
import { canBuildQuizzes, canEditQuiz, canSeeQuiz } from "@/lib/domain/access/quiz-access";
import { findShortages, possibleQuestions } from "@/lib/domain/quizzes/draw-attempt";
import { listedQuestions } from "@/lib/domain/quizzes/listed-questions";
import {
  mostPoints,
  questionCount,
  QuizContentSchema,
  type QuizContent,
} from "@/lib/domain/quizzes/quiz-content";
import type { CheckedQuiz, SavedQuiz, SaveQuiz } from "@/lib/domain/quizzes/quiz-input";
import { toHundredths } from "@/lib/domain/quizzes/score-attempts";
import { database } from "@/lib/server/db/client";
import {
  createQuiz,
  getQuizContent,
  listQuizzes,
  saveQuizVersion,
  setQuizArchived,
  writeAssignmentQuestions,
} from "@/lib/server/db/quizzes";
import { AppError } from "@/lib/server/errors";
import { poolQuestions } from "@/lib/server/quizzes/pool-questions";
import { noSuchQuiz, requireQuiz } from "@/lib/server/quizzes/require-quiz";

export type QuizListing = {
  id: string;
  title: string;
  questions: number;
  points: number;
  assignments: number;
  updatedAt: string;
  isArchived: boolean;
};

/** One's own quizzes, the last changed first. */
export async function listOwnQuizzes(actor: Actor): Promise<QuizListing[]> {
  if (!canBuildQuizzes(actor)) throw noSuchQuiz();
  const rows = await listQuizzes(database(), actor.id);
  return rows.map(({ quiz, content, assignments }) => {
    const parsed = QuizContentSchema.parse(content);
    return {
      id: quiz.id,
      title: quiz.title,
      questions: questionCount(parsed),
      points: toHundredths(mostPoints(parsed)),
      assignments,
      updatedAt: quiz.updatedAt.toISOString(),
      isArchived: quiz.archivedAt !== null,
    };
  });
}

export type QuizView = {
  id: string;
  ownerId: string;
  title: string;
  version: number;
  content: QuizContent;
  isArchived: boolean;
  mayEdit: boolean;
};

export async function viewQuiz(actor: Actor, quizId: string): Promise<QuizView> {
  const quiz = await requireQuiz(actor, quizId, canSeeQuiz);
  const { id, title, currentVersion: version, archivedAt, ownerId } = quiz;
  return {
    id,
    ownerId,
    title,
    version,
    content: QuizContentSchema.parse(await getQuizContent(database(), id, version)),
    isArchived: archivedAt !== null,
    mayEdit: canEditQuiz(actor, { ownerId, isInOwnClass: false }),
  };
}

export async function createEmptyQuiz(
  actor: Actor,
  { title }: { title: string },
  now: Date,
): Promise<{ id: string }> {
  if (!canBuildQuizzes(actor)) throw noSuchQuiz();
  const content = QuizContentSchema.parse({ sections: [{ items: [] }] });
  return createQuiz(database(), { id: uuidV7(), ownerId: actor.id, title, content, now });
}

/** The same content under the actor's name, as version 1. */
export async function duplicateQuiz(
  actor: Actor,
  { quizId }: { quizId: string },
  now: Date,
): Promise<{ id: string }> {
  if (!canBuildQuizzes(actor)) throw noSuchQuiz();
  const { title, content } = await viewQuiz(actor, quizId);
  const copy = `Copy of ${title}`.slice(0, MOST_TITLE);
  return createQuiz(database(), { id: uuidV7(), ownerId: actor.id, title: copy, content, now });
}

const MOST_TITLE = 120;

/** Saves the next version. Attempts keep theirs; new ones get it, also where it is assigned already. */
export async function saveQuiz(
  actor: Actor,
  { quizId, version, title, content }: SaveQuiz & { quizId: string },
  now: Date,
): Promise<SavedQuiz> {
  const { id } = await requireQuiz(actor, quizId, canEditQuiz);
  const isSaved = await database().$transaction(async (db) => {
    if (!(await saveQuizVersion(db, { id, version, title, content, now }))) return false;
    await writeAssignmentQuestions(db, id, listedQuestions(content));
    return true;
  });
  if (isSaved) return { version: version + 1 };
  throw new AppError(
    "conflict",
    "This quiz was saved from another tab or device. Yours is still here: load the page in another tab to compare, or save yours as a copy.",
  );
}

/** Archived quizzes cannot be assigned; what is assigned goes on. */
export async function archiveQuiz(
  actor: Actor,
  { quizId, archived }: { quizId: string; archived: boolean },
  now: Date,
): Promise<void> {
  const { id } = await requireQuiz(actor, quizId, canEditQuiz);
  await setQuizArchived(database(), id, archived ? now : null);
}

/** What a quiz as it is being built would ask: its size, its pools, and what is missing. */
export async function checkQuiz(
  actor: Actor,
  { content }: { content: QuizContent },
): Promise<CheckedQuiz> {
  if (!canBuildQuizzes(actor)) throw noSuchQuiz();
  const questions = await poolQuestions(actor.id);
  return {
    points: toHundredths(mostPoints(content)),
    questions: questionCount(content),
    pools: content.sections.flatMap(({ items, ...section }, at) =>
      items.flatMap((place, item) =>
        place.type === "pool"
          ? [
              {
                section: at,
                item,
                candidates: possibleQuestions(
                  { ...content, sections: [{ ...section, items: [place] }] },
                  questions,
                ).size,
              },
            ]
          : [],
      ),
    ),
    shortages: findShortages(content, questions),
  };
}
