import type { Actor } from "@/lib/domain/access/actor";
import { drawQuestion, type DrawnQuestion } from "@/lib/domain/questions/draw-question";
import { parseAnswer, type Answer, type GradedAnswer } from "@/lib/domain/questions/grade-answer";
import { reveal, type Reveal } from "@/lib/domain/questions/reveal";
import { toPublic, type PublicQuestion } from "@/lib/domain/questions/to-public";
import {
  FeedbackPolicySchema,
  visibleParts,
  type FeedbackPart,
  type FeedbackPolicy,
} from "@/lib/domain/quizzes/feedback-policy";
import { QuizContentSchema } from "@/lib/domain/quizzes/quiz-content";
import { attemptPoints, itemPoints, toHundredths } from "@/lib/domain/quizzes/score-attempts";
import { findVersion } from "@/lib/server/content/catalogue";
import {
  findItemGrades,
  getClassOfAssignment,
  type AssignmentClass,
  type StoredItemGrade,
} from "@/lib/server/db/attempt-results";
import { findAttempt, listAttemptAnswers, type StoredAnswer } from "@/lib/server/db/attempts";
import { database } from "@/lib/server/db/client";
import { getAssignment, getQuizContent } from "@/lib/server/db/quizzes";
import { AppError } from "@/lib/server/errors";
import { isClosedForAll } from "@/lib/server/quizzes/closed-for-all";

export type ReviewedQuestion = {
  position: number;
  section: number;
  points: number;
  question: PublicQuestion;
  /** Null where answers are not shown. */
  given: { answer: Answer | null } | null;
  /** Null where verdicts are not shown. `points` is null until somebody marks it. */
  verdict: {
    outcome: GradedAnswer["outcome"];
    points: number | null;
    comment: string | null;
  } | null;
  /** Null where solutions are not shown. */
  solution: { reveal: Reveal; graded: GradedAnswer; marks: boolean[] | null } | null;
};

export type AttemptResult = {
  id: string;
  assignmentId: string;
  class: AssignmentClass;
  title: string;
  number: number;
  startedAt: string;
  submittedAt: string;
  submittedBy: "learner" | "deadline";
  parts: Record<FeedbackPart, boolean>;
  policy: FeedbackPolicy;
  /** Null where the score is not shown; its points are null until everything is marked. */
  score: { points: number | null; maxPoints: number } | null;
  sections: { title: string }[];
  questions: ReviewedQuestion[];
};

/** A submitted attempt of one's own, as much of it as is to be shown now. Null while it is open. */
export async function viewAttemptResult(
  actor: Actor,
  id: string,
  now: Date,
): Promise<AttemptResult | null> {
  const db = database();
  const attempt = await findAttempt(db, { userId: actor.id, id });
  if (!attempt) throw new AppError("not-found", "There is no such attempt.");
  if (!attempt.submittedAt) return null;
  const [assignment, group, answers, grades] = await Promise.all([
    getAssignment(db, attempt.assignmentId),
    getClassOfAssignment(db, attempt.assignmentId),
    listAttemptAnswers(db, attempt),
    findItemGrades(db, attempt),
  ]);
  const content = QuizContentSchema.parse(
    await getQuizContent(db, assignment.quizId ?? "", attempt.quizVersion),
  );
  const policy = FeedbackPolicySchema.parse(assignment.feedback);
  const parts = visibleParts(policy, {
    isSubmitted: true,
    isClosedForAll: await isClosedForAll(db, assignment, group.timeZone, now),
    isReleased: assignment.releasedAt !== null && assignment.releasedAt <= now,
  });
  return {
    id: attempt.id,
    assignmentId: assignment.id,
    class: group,
    title: assignment.title,
    number: attempt.number,
    startedAt: attempt.startedAt.toISOString(),
    submittedAt: attempt.submittedAt.toISOString(),
    submittedBy: attempt.submittedBy === "deadline" ? "deadline" : "learner",
    parts,
    policy,
    score: parts.score ? scoreOf(answers, grades) : null,
    sections: content.sections.map(({ title }) => ({ title })),
    questions: await Promise.all(
      answers.map((answer) => toReviewed(answer, grades.get(answer.position), parts)),
    ),
  };
}

function scoreOf(
  answers: readonly StoredAnswer[],
  grades: ReadonlyMap<number, StoredItemGrade>,
): AttemptResult["score"] {
  const marks = answers.map(
    ({ position, points }) => grades.get(position) ?? { points, score: null, override: null },
  );
  return {
    points: attemptPoints(marks),
    maxPoints: toHundredths(marks.reduce((sum, { points }) => sum + points, 0)),
  };
}

async function toReviewed(
  pinned: StoredAnswer,
  grade: StoredItemGrade | undefined,
  parts: Record<FeedbackPart, boolean>,
): Promise<ReviewedQuestion> {
  const { position, section, questionId, questionVersion, seed } = pinned;
  const content = await findVersion(questionId, questionVersion);
  if (!content) throw new Error(`${questionId} has no version ${questionVersion}`);
  const drawn = drawQuestion(content, seed);
  return {
    position,
    section,
    points: grade?.points ?? pinned.points,
    question: toPublic(drawn, questionVersion),
    given: parts.answers ? { answer: parseAnswer(content.kind, pinned.answer) } : null,
    verdict: parts.verdicts && grade ? verdictOf(grade) : null,
    solution: parts.solutions && grade ? await solutionOf(drawn, grade, seed) : null,
  };
}

const verdictOf = (grade: StoredItemGrade): ReviewedQuestion["verdict"] => ({
  outcome: grade.outcome as GradedAnswer["outcome"],
  points: itemPoints(grade),
  comment: grade.comment,
});

/** By the key that the mark goes by: a regrade may have used a newer one. */
async function solutionOf(
  asked: DrawnQuestion,
  grade: StoredItemGrade,
  seed: string,
): Promise<ReviewedQuestion["solution"]> {
  const content = await findVersion(asked.content.id, grade.gradedVersion);
  return {
    reveal: reveal(content ? drawQuestion(content, seed) : asked),
    graded: grade.graded as GradedAnswer,
    marks: grade.marks as boolean[] | null,
  };
}
