import type { Actor } from "@/lib/domain/access/actor";
import { canStudyQuestion } from "@/lib/domain/access/question-access";
import { parseAnswer } from "@/lib/domain/questions/grade-answer";
import type { ReportReceipt, ReportRequest } from "@/lib/domain/study/report-contract";
import { countTry, REPORTS_PER_ADDRESS, REPORTS_PER_PERSON } from "@/lib/server/auth/throttle";
import { findVersion } from "@/lib/server/content/catalogue";
import { database } from "@/lib/server/db/client";
import {
  createReport,
  findReport,
  type NewReport,
  type StoredReport,
} from "@/lib/server/db/problem-reports";
import { findReview } from "@/lib/server/db/reviews";
import { findWithheld } from "@/lib/server/db/withheld";
import { AppError } from "@/lib/server/errors";
import { studyIndexFor } from "@/lib/server/study/study-index";
import { variantSeed } from "@/lib/server/study/variant-seed";

type Origin = { now: Date; address: string };

/**
 * Keeps what a learner finds wrong with a question, together with the version, the variant
 * and the answer that were on their screen. The receipt says nothing of the question.
 */
export async function reportProblem(
  actor: Actor,
  request: ReportRequest,
  { now, address }: Origin,
): Promise<ReportReceipt> {
  const key = { userId: actor.id, id: request.id };
  const known = await findReport(database(), key);
  if (known) return toReceipt(sameOrConflict(known, request));

  const shown = await findShown(actor, request.about, now);
  await countTry(REPORTS_PER_ADDRESS, address);
  await countTry(REPORTS_PER_PERSON, actor.id);
  const { kind, text } = request;
  await createReport(database(), { ...key, ...shown, kind, text, createdAt: now });
  const stored = await findReport(database(), key);
  if (!stored) throw new Error(`Report ${request.id} was written and is gone`);
  return toReceipt(sameOrConflict(stored, request));
}

function sameOrConflict(stored: StoredReport, { kind, text }: ReportRequest): StoredReport {
  if (stored.kind === kind && stored.text === text) return stored;
  throw new AppError("conflict", "This id belongs to another report. Send yours with a new one.");
}

const toReceipt = ({ id, questionId, createdAt }: StoredReport): ReportReceipt => ({
  id,
  questionId,
  createdAt: createdAt.toISOString(),
});

type Shown = Pick<NewReport, "questionId" | "questionVersion" | "seed" | "reviewId" | "answer">;

async function findShown(actor: Actor, about: ReportRequest["about"], now: Date): Promise<Shown> {
  if ("reviewId" in about) {
    const review = await findReview(database(), actor.id, about.reviewId);
    if (!review) throw new AppError("not-found", "There is no such answer.");
    const { questionId, questionVersion, seed, id, answer } = review;
    return { questionId, questionVersion, seed, reviewId: id, answer: answer as object };
  }
  const { ticket, answer } = about;
  const content = await findVersion(ticket.questionId, ticket.version);
  const [index, withheld] = await Promise.all([
    studyIndexFor(actor.id),
    findWithheld(database(), actor.id, now),
  ]);
  if (!content || !index.hasBank(content.bank) || !canStudyQuestion(content.id, withheld)) {
    throw new AppError("not-found", "There is no such question.");
  }
  if (answer && !parseAnswer(content.kind, answer)) {
    const message = `This question takes an answer of kind ${content.kind}.`;
    throw new AppError("invalid", "The request is not valid. See fields.", {
      fields: { "about.answer": [message] },
    });
  }
  return {
    questionId: content.id,
    questionVersion: ticket.version,
    seed: variantSeed(actor.id, ticket),
    reviewId: null,
    answer,
  };
}
