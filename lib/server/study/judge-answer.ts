import { canStudyQuestion } from "@/lib/domain/access/question-access";
import { drawQuestion, type DrawnQuestion } from "@/lib/domain/questions/draw-question";
import { gradeAnswer, parseAnswer, type GradedAnswer } from "@/lib/domain/questions/grade-answer";
import { suggestRating, suggestRatingFromMarks } from "@/lib/domain/scheduling/suggest-rating";
import type { AnswerRequest } from "@/lib/domain/study/answer-contract";
import type { Rating } from "@/lib/domain/study/rating";
import type { NewReview } from "@/lib/server/db/reviews";
import type { StudyBasis } from "@/lib/server/db/study-facts";
import { AppError } from "@/lib/server/errors";
import { findVersion } from "@/lib/server/content/catalogue";
import { studyIndex } from "@/lib/server/study/study-index";
import { variantSeed } from "@/lib/server/study/variant-seed";

export type Judged = { review: NewReview; drawn: DrawnQuestion; graded: GradedAnswer };

const MOST_DAYS_LATE = 30;

/** Grades an answer and makes the review of it. Writes nothing. */
export async function judgeAnswer(
  facts: StudyBasis,
  request: AnswerRequest,
  now: Date,
): Promise<Judged> {
  const { ticket } = request;
  const index = await studyIndex(facts.openBanks);
  const content = await findVersion(ticket.questionId, ticket.version);
  if (!content || !index.hasBank(content.bank) || !canStudyQuestion(content.id, facts.withheld)) {
    throw new AppError("not-found", "There is no such question.");
  }
  const answer = parseAnswer(content.kind, request.answer);
  if (!answer) throw invalid("answer", `This question takes an answer of kind ${content.kind}.`);

  const seed = variantSeed(facts.person.id, ticket);
  const drawn = drawQuestion(content, seed);
  const graded = gradeAnswer(drawn, answer);
  const selfMarks = graded.detail.kind === "open" ? graded.detail.marks : null;
  const suggestedRating = ratingOf(graded, selfMarks, request);
  const review: NewReview = {
    userId: facts.person.id,
    id: request.id,
    questionId: content.id,
    questionVersion: ticket.version,
    seed,
    settingsVersion: facts.settings.version,
    answer,
    graded,
    outcome: graded.outcome,
    score: graded.score,
    suggestedRating,
    rating: suggestedRating,
    usedHint: request.usedHint,
    tries: request.tries,
    reviewedAt: timeOf(request, now),
    recordedAt: now,
    durationMs: request.durationMs,
    purpose: request.purpose,
    selfMarks,
  };
  return { review, drawn, graded };
}

const ratingOf = (
  { outcome }: GradedAnswer,
  marks: boolean[] | null,
  request: AnswerRequest,
): Rating => (marks ? suggestRatingFromMarks(marks, request) : suggestRating(outcome, request));

/** A clock that runs ahead must not date a review into the future, where it would hold later ones up. */
function timeOf({ answeredAt }: AnswerRequest, now: Date): Date {
  if (answeredAt === undefined) return now;
  const answered = new Date(answeredAt);
  if (now.getTime() - answered.getTime() > MOST_DAYS_LATE * 86_400_000) {
    throw invalid("answeredAt", `An answer can be sent at most ${MOST_DAYS_LATE} days late.`);
  }
  return answered < now ? answered : now;
}

const invalid = (field: string, message: string): AppError =>
  new AppError("invalid", "The request is not valid. See fields.", {
    fields: { [field]: [message] },
  });
