import { drawQuestion, type DrawnQuestion } from "@/lib/domain/questions/draw-question";
import { parseAnswer, type Answer, type GradedAnswer } from "@/lib/domain/questions/grade-answer";
import { reveal, type Reveal } from "@/lib/domain/questions/reveal";
import { toPublic, type PublicQuestion } from "@/lib/domain/questions/to-public";
import type { FeedbackPart } from "@/lib/domain/quizzes/feedback-policy";
import { verdictFindings, type VerdictFindings } from "@/lib/domain/quizzes/verdict-findings";
import { itemPoints } from "@/lib/domain/quizzes/score-attempts";
import { findVersion } from "@/lib/server/content/catalogue";
import type { StoredItemGrade } from "@/lib/server/db/attempt-results";
import type { StoredAnswer } from "@/lib/server/db/attempts";

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
    /** Why points were given by hand, or to everybody. */
    reason: string | null;
    comment: string | null;
    /** What was found on a command, without what the key says. */
    findings: VerdictFindings | null;
  } | null;
  /** Null where solutions are not shown. */
  solution: { reveal: Reveal; graded: GradedAnswer; marks: boolean[] | null } | null;
};

/** A question of a submitted attempt, as much of it as is to be shown. */
export async function reviewQuestion(
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
    verdict: parts.verdicts && grade ? verdictOf(grade, parts) : null,
    solution: parts.solutions && grade ? await solutionOf(drawn, grade, seed) : null,
  };
}

const verdictOf = (
  grade: StoredItemGrade,
  { answers }: Record<FeedbackPart, boolean>,
): ReviewedQuestion["verdict"] => ({
  outcome: grade.outcome as GradedAnswer["outcome"],
  points: itemPoints(grade),
  reason: grade.override === null ? null : grade.overrideReason,
  comment: grade.comment,
  // They quote the answer.
  findings: answers ? verdictFindings(grade.graded as GradedAnswer) : null,
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
