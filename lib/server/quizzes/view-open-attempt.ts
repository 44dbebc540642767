import { drawQuestion } from "@/lib/domain/questions/draw-question";
import { parseAnswer } from "@/lib/domain/questions/grade-answer";
import { toPublic } from "@/lib/domain/questions/to-public";
import type { AttemptQuestion, AttemptView } from "@/lib/domain/quizzes/attempt-contract";
import { QuizContentSchema } from "@/lib/domain/quizzes/quiz-content";
import { findVersion } from "@/lib/server/content/catalogue";
import {
  listAttemptAnswers,
  type AssignmentForMember,
  type StoredAnswer,
  type StoredAttempt,
} from "@/lib/server/db/attempts";
import { database } from "@/lib/server/db/client";
import { getAssignment, getQuizContent } from "@/lib/server/db/quizzes";

type KnownAssignment = Pick<AssignmentForMember, "assignment" | "quiz">;

/** An attempt as whoever takes it sees it: their variants without the keys, and what they have saved. */
export async function viewOpenAttempt(
  attempt: StoredAttempt,
  now: Date,
  /** What was read of it just now. */
  known: KnownAssignment | null = null,
): Promise<AttemptView> {
  const db = database();
  const [assignment, answers] = await Promise.all([
    known?.assignment ?? getAssignment(db, attempt.assignmentId),
    listAttemptAnswers(db, attempt),
  ]);
  const content = QuizContentSchema.parse(
    known?.quiz.version === attempt.quizVersion
      ? known.quiz.content
      : await getQuizContent(db, assignment.quizId ?? "", attempt.quizVersion),
  );
  return {
    id: attempt.id,
    assignmentId: assignment.id,
    title: assignment.title,
    instructions: content.instructions,
    number: attempt.number,
    state: attempt.state === "open" ? "open" : "submitted",
    startedAt: attempt.startedAt.toISOString(),
    deadlineAt: attempt.deadlineAt?.toISOString() ?? null,
    serverNow: now.toISOString(),
    onePerPage: assignment.onePerPage,
    completionAids: assignment.completionAids,
    sections: content.sections.map(({ title }) => ({ title })),
    questions: await Promise.all(answers.map(toAttemptQuestion)),
  };
}

async function toAttemptQuestion(pinned: StoredAnswer): Promise<AttemptQuestion> {
  const { position, section, points, questionId, questionVersion, seed, revision, flagged } =
    pinned;
  const content = await findVersion(questionId, questionVersion);
  if (!content) throw new Error(`${questionId} has no version ${questionVersion}`);
  return {
    position,
    section,
    points,
    question: toPublic(drawQuestion(content, seed), questionVersion),
    revision,
    answer: parseAnswer(content.kind, pinned.answer),
    flagged,
  };
}
