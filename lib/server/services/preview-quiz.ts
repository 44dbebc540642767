import type { z } from "zod";

import type { Actor } from "@/lib/domain/access/actor";
import { canSeeQuiz } from "@/lib/domain/access/quiz-access";
import { drawQuestion, type DrawnQuestion } from "@/lib/domain/questions/draw-question";
import { gradeAnswer, parseAnswer } from "@/lib/domain/questions/grade-answer";
import { reveal, type Reveal } from "@/lib/domain/questions/reveal";
import { toPublic, type PublicQuestion } from "@/lib/domain/questions/to-public";
import type { AttemptView } from "@/lib/domain/quizzes/attempt-contract";
import { drawAttempt, type DrawnItem } from "@/lib/domain/quizzes/draw-attempt";
import { QuizContentSchema, type QuizContent } from "@/lib/domain/quizzes/quiz-content";
import type { JudgedPreview, JudgePreviewSchema } from "@/lib/domain/quizzes/quiz-input";
import { itemPoints } from "@/lib/domain/quizzes/score-attempts";
import { catalogueFor } from "@/lib/server/content/catalogue";
import { database } from "@/lib/server/db/client";
import { getQuizContent } from "@/lib/server/db/quizzes";
import { AppError } from "@/lib/server/errors";
import { previewSeed } from "@/lib/server/quizzes/attempt-seed";
import { poolQuestions } from "@/lib/server/quizzes/pool-questions";
import { requireQuiz } from "@/lib/server/quizzes/require-quiz";

type Previewed = {
  title: string;
  version: number;
  content: QuizContent;
  items: (DrawnItem & { position: number; drawn: DrawnQuestion; questionVersion: number })[];
};

/** Previews are all alike, so that what is judged is what was shown. */
const PREVIEW = "as a student";

/** What a student would be asked, as an attempt that is kept nowhere. */
export async function previewQuiz(
  actor: Actor,
  quizId: string,
  now: Date,
): Promise<{ view: AttemptView; version: number }> {
  const { title, version, content, items } = await drawPreview(actor, quizId, null, PREVIEW);
  const view: AttemptView = {
    id: quizId,
    assignmentId: quizId,
    title,
    instructions: content.instructions,
    number: 1,
    state: "open",
    startedAt: now.toISOString(),
    deadlineAt: null,
    serverNow: now.toISOString(),
    onePerPage: true,
    completionAids: false,
    sections: content.sections.map((section) => ({ title: section.title })),
    questions: items.map(({ position, section, points, drawn, questionVersion }) => ({
      position,
      section,
      points,
      question: toPublic(drawn, questionVersion),
      revision: 0,
      answer: null,
      flagged: false,
    })),
  };
  return { view, version };
}

/** What the answers of a preview would give. Nothing of it is kept. */
export async function judgePreview(
  actor: Actor,
  { quizId, version, answers }: z.output<typeof JudgePreviewSchema> & { quizId: string },
): Promise<JudgedPreview> {
  const { items } = await drawPreview(actor, quizId, version, PREVIEW);
  return {
    questions: items.map(({ position, points, drawn }) => {
      const given = parseAnswer(drawn.kind, answers[String(position)] ?? null);
      const graded = gradeAnswer(drawn, given ?? { kind: drawn.kind, gaveUp: true });
      return {
        position,
        points,
        given: itemPoints({ points, score: graded.score, override: null }),
        graded,
        reveal: reveal(drawn),
      };
    }),
  };
}

export type PrintedQuiz = {
  title: string;
  instructions: string;
  sections: { title: string }[];
  questions: { section: number; points: number; question: PublicQuestion; reveal: Reveal }[];
};

/** A version to print, with its key: the same label is the same paper. */
export async function printQuiz(actor: Actor, quizId: string, label: string): Promise<PrintedQuiz> {
  const { title, content, items } = await drawPreview(actor, quizId, null, `print ${label}`);
  return {
    title,
    instructions: content.instructions,
    sections: content.sections.map((section) => ({ title: section.title })),
    questions: items.map(({ section, points, drawn, questionVersion }) => ({
      section,
      points,
      question: toPublic(drawn, questionVersion),
      reveal: reveal(drawn),
    })),
  };
}

/** `version` null: the current one. */
async function drawPreview(
  actor: Actor,
  quizId: string,
  version: number | null,
  label: string,
): Promise<Previewed> {
  const quiz = await requireQuiz(actor, quizId, canSeeQuiz);
  const shown = version ?? quiz.currentVersion;
  if (shown > quiz.currentVersion) throw new AppError("not-found", "There is no such version.");
  const [stored, questions, { questions: published }] = await Promise.all([
    getQuizContent(database(), quiz.id, shown),
    poolQuestions(quiz.ownerId),
    catalogueFor(quiz.ownerId),
  ]);
  const content = QuizContentSchema.parse(stored);
  const seed = previewSeed(quiz.id, shown, label);
  const { items } = drawAttempt({ content, seed, questions, seen: new Set() });
  return {
    title: quiz.title,
    version: shown,
    content,
    items: items.flatMap((item, position) => {
      const question = published.get(item.questionId);
      if (!question) return [];
      const drawn = drawQuestion(question.content, `${seed} ${position}`);
      return [{ ...item, position, drawn, questionVersion: question.version }];
    }),
  };
}
