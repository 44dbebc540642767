import type { Actor } from "@/lib/domain/access/actor";
import { canMark } from "@/lib/domain/access/class-access";
import { drawQuestion } from "@/lib/domain/questions/draw-question";
import { parseAnswer, type Answer, type GradedAnswer } from "@/lib/domain/questions/grade-answer";
import { reveal, type Solution } from "@/lib/domain/questions/reveal";
import { toPublic, type PublicQuestion } from "@/lib/domain/questions/to-public";
import type { AssignmentRef } from "@/lib/domain/quizzes/assignment-input";
import type { MarkInput } from "@/lib/domain/quizzes/marking-input";
import { findVersion } from "@/lib/server/content/catalogue";
import { database } from "@/lib/server/db/client";
import { setGradeCause } from "@/lib/server/db/grades";
import { listAnswersToMark, lockMark, saveMark, type AnswerToMark } from "@/lib/server/db/marking";
import { AppError } from "@/lib/server/errors";
import { gradeAssignment } from "@/lib/server/quizzes/grade-assignment";
import { requireGradable } from "@/lib/server/quizzes/require-gradable";

export type MarkableAnswer = {
  userId: string;
  attemptId: string;
  position: number;
  /** Null while names are hidden. */
  name: string | null;
  question: PublicQuestion;
  answer: Answer | null;
  solution: Solution;
  /** What keywords of the marking points suggest; null where there are no marking points. */
  suggested: boolean[] | null;
  points: number;
  score: number | null;
  marks: boolean[] | null;
  comment: string;
  gradedAt: string;
};

export type MarkingView = {
  title: string;
  questions: { id: string; waiting: number; answers: number }[];
  /** Null when nothing of the assignment is for people to judge. */
  questionId: string | null;
  answers: MarkableAnswer[];
};

/** The answers to one question that only a person can judge; to the first that waits when none is named. */
export async function viewMarking(
  actor: Actor,
  ref: AssignmentRef,
  { questionId, withNames }: { questionId: string | null; withNames: boolean },
): Promise<MarkingView> {
  const { id, title } = await requireGradable(actor, ref, canMark);
  const all = await listAnswersToMark(id);
  const questions = [...new Set(all.map((answer) => answer.questionId))].map((question) => {
    const own = all.filter((answer) => answer.questionId === question);
    const waiting = own.filter(({ score }) => score === null).length;
    return { id: question, waiting, answers: own.length };
  });
  const chosen =
    questions.find((question) => question.id === questionId) ??
    questions.find(({ waiting }) => waiting > 0) ??
    questions[0];
  const own = all.filter((answer) => answer.questionId === chosen?.id);
  return {
    title,
    questions,
    questionId: chosen?.id ?? null,
    answers: await Promise.all(own.map((answer) => toMarkable(answer, withNames))),
  };
}

async function toMarkable(row: AnswerToMark, withNames: boolean): Promise<MarkableAnswer> {
  const { userId, attemptId, position, questionVersion, seed, points, score, marks } = row;
  const asked = await contentOf(row.questionId, questionVersion);
  const key = await contentOf(row.questionId, row.gradedVersion);
  const { detail } = row.graded as GradedAnswer;
  return {
    userId,
    attemptId,
    position,
    name: withNames ? row.name : null,
    question: toPublic(drawQuestion(asked, seed), questionVersion),
    answer: parseAnswer(asked.kind, row.answer),
    solution: reveal(drawQuestion(key, seed)).solution,
    suggested: detail.kind === "open" ? detail.suggested : null,
    points,
    score,
    marks,
    comment: row.comment ?? "",
    gradedAt: row.gradedAt.toISOString(),
  };
}

/** Gives, changes or takes back the mark of one answer, and says the student's grade anew. */
export async function markAnswer(
  actor: Actor,
  input: MarkInput,
  now: Date,
): Promise<{ gradedAt: string; score: number | null }> {
  const { id } = await requireGradable(actor, input, canMark);
  const { mark } = input;
  return database().$transaction(async (db) => {
    const found = await lockMark(db, id, input);
    if (!found) throw noSuchAnswer();
    if (found.gradedAt.toISOString() !== new Date(input.gradedAt).toISOString()) {
      throw new AppError("conflict", "Somebody else has marked it meanwhile. Load the page again.");
    }
    if (found.outcome !== "self-mark" && found.outcome !== "cannot-judge") throw noSuchAnswer();
    const score = scoreOf(mark, await markingPoints(found.questionId, found.gradedVersion));
    // Two marks of one millisecond would not be told apart.
    const gradedAt = new Date(Math.max(now.getTime(), found.gradedAt.getTime() + 1));
    await setGradeCause(db, { actorId: actor.id, cause: "marked", reason: null });
    await saveMark(db, input, {
      score,
      // An empty list says that a person judged it: a new key does not overrule them.
      marks: Array.isArray(mark) ? mark : mark === null ? null : [],
      comment: input.comment === "" ? null : input.comment,
      markedById: actor.id,
      gradedAt,
    });
    await gradeAssignment(db, id, [input.userId], now);
    return { gradedAt: gradedAt.toISOString(), score };
  });
}

function scoreOf(mark: MarkInput["mark"], markingPointCount: number | null): number | null {
  if (mark === null) return null;
  const isFitting =
    markingPointCount === null
      ? typeof mark === "number"
      : Array.isArray(mark) && mark.length === markingPointCount;
  if (!isFitting) throw new AppError("invalid", "These marks do not fit the question.");
  return typeof mark === "number" ? mark : mark.filter(Boolean).length / mark.length;
}

/** Null for questions without any. */
async function markingPoints(questionId: string, version: number): Promise<number | null> {
  const content = await contentOf(questionId, version);
  return content.kind === "open" ? content.marks.length : null;
}

async function contentOf(questionId: string, version: number) {
  const content = await findVersion(questionId, version);
  if (!content) throw new Error(`${questionId} has no version ${version}`);
  return content;
}

const noSuchAnswer = () => new AppError("not-found", "There is no such answer to mark.");
