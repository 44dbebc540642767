import { drawQuestion, type DrawnQuestion } from "@/lib/domain/questions/draw-question";
import { gradeAnswer, parseAnswer, type Answer } from "@/lib/domain/questions/grade-answer";
import type { GradedAnswer } from "@/lib/domain/questions/grade-answer";
import { reveal, type Reveal } from "@/lib/domain/questions/reveal";
import { toPublic, type PublicQuestion } from "@/lib/domain/questions/to-public";
import type { ProblemKind } from "@/lib/domain/study/problem-kinds";
import { GradedAnswerSchema } from "@/lib/domain/study/question-shapes";
import { findVersion } from "@/lib/server/content/catalogue";
import { database } from "@/lib/server/db/client";
import type { StoredReport } from "@/lib/server/db/problem-reports";
import { findReview } from "@/lib/server/db/reviews";

/** A report as whoever handles it reads it: the question as it was on screen, and its key. */
export type ReportView = {
  reporterId: string;
  id: string;
  kind: ProblemKind;
  text: string;
  createdAt: string;
  version: number;
  question: PublicQuestion;
  reveal: Reveal;
  /** What was answered; what was typed when `answered` is false; null when that was nothing. */
  given: { answer: Answer; graded: GradedAnswer } | null;
  answered: boolean;
  /** The learner's ticks on an open answer. */
  marks: boolean[] | null;
  closed: { at: string; by: string } | null;
  /** What the reporter was told, also by an earlier closing. */
  note: string | null;
};

export async function toReportView(
  report: StoredReport,
  names: ReadonlyMap<string, string>,
): Promise<ReportView> {
  const { userId, id, kind, text, createdAt, questionId, questionVersion: version, note } = report;
  const content = await findVersion(questionId, version);
  if (!content) throw new Error(`There is no version ${version} of ${questionId}`);
  const drawn = drawQuestion(content, report.seed);
  const review = report.reviewId ? await findReview(database(), userId, report.reviewId) : null;
  const answer = parseAnswer(drawn.kind, report.answer);
  return {
    reporterId: userId,
    id,
    kind,
    text,
    createdAt: createdAt.toISOString(),
    version,
    question: toPublic(drawn, version),
    reveal: reveal(drawn),
    given: answer && { answer, graded: gradedAsShown(drawn, answer, review?.graded) },
    answered: report.reviewId !== null,
    marks: review?.selfMarks ?? null,
    closed: report.closedAt && {
      at: report.closedAt.toISOString(),
      by: names.get(report.closedById ?? "") ?? "",
    },
    note,
  };
}

/** The verdict that the learner saw; for what they only typed, the one it would get. */
const gradedAsShown = (drawn: DrawnQuestion, answer: Answer, graded: unknown): GradedAnswer =>
  graded === undefined ? gradeAnswer(drawn, answer) : GradedAnswerSchema.parse(graded);
