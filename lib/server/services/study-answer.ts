import { isDeepStrictEqual } from "node:util";

import { drawQuestion } from "@/lib/domain/questions/draw-question";
import { reveal } from "@/lib/domain/questions/reveal";
import { isLessonLapse } from "@/lib/domain/scheduling/leech";
import type { AnswerRequest, AnswerResponse } from "@/lib/domain/study/answer-contract";
import { isEvidence } from "@/lib/domain/study/purpose";
import { GradedAnswerSchema } from "@/lib/domain/study/question-shapes";
import { signedOut } from "@/lib/server/auth/actor";
import { database } from "@/lib/server/db/client";
import type { SessionClaims } from "@/lib/server/db/people";
import { getReviewLog } from "@/lib/server/db/review-log";
import type { StoredReview } from "@/lib/server/db/reviews";
import { saveAnswer, savePractice } from "@/lib/server/db/save-answer";
import { findAnswerFacts, type AnswerFacts } from "@/lib/server/db/study-facts";
import { isUniqueViolation } from "@/lib/server/db/unique-violation";
import { AppError } from "@/lib/server/errors";
import { afterAnswer, dayCounts } from "@/lib/server/study/day-counts";
import { insertIntoLog } from "@/lib/server/study/insert-into-log";
import { judgeAnswer, type Judged } from "@/lib/server/study/judge-answer";
import {
  datesInLog,
  datesOfPractice,
  futuresInLog,
  futuresOf,
  toAlternatives,
  toNextDue,
  toReviewView,
  type Futures,
  type InForce,
} from "@/lib/server/study/review-view";
import { findVersion } from "@/lib/server/content/catalogue";
import { studyIndex } from "@/lib/server/study/study-index";
import { variantSeed } from "@/lib/server/study/variant-seed";

/** How often an answer is decided anew because the card changed meanwhile, before it waits in line. */
const HURRIED_TRIES = 3;
const TRIES = 6;

/**
 * Grades an answer and records it as a review: one statement reads, one writes. When
 * the card changed in between, or the review belongs before one that is there already,
 * it is put into the log under a lock and the log is replayed.
 */
export async function studyAnswer(
  claims: SessionClaims,
  request: AnswerRequest,
  now: Date,
): Promise<AnswerResponse> {
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const facts = await findAnswerFacts(claims, now, request.ticket.questionId, request.id);
    if (!facts) throw signedOut();
    if (facts.review) return replyAgain(facts, facts.review, request, now);

    const judged = await judgeAnswer(facts, request, now);
    if (!isEvidence(request.purpose)) {
      if (await orFalse(savePractice(judged.review))) return replyPractice(facts, judged, now);
      continue;
    }
    const futures =
      attempt <= HURRIED_TRIES && isNewest(judged, facts)
        ? await append(judged, facts)
        : await insert(judged, { now, settings: facts.settings });
    if (futures) return replyFirst(facts, judged, futures, now);
  }
  throw new AppError("unavailable", "Too many answers to this question at once. Send it again.", {
    retryAfterSeconds: 1,
  });
}

const isNewest = ({ review }: Judged, { card, lastEventAt }: AnswerFacts): boolean =>
  (card === null || card.lastReviewAt < review.reviewedAt) &&
  (lastEventAt === null || lastEventAt < review.reviewedAt);

/** Null when someone else was faster: with this card, or with this very review. */
async function append({ review }: Judged, facts: AnswerFacts): Promise<Futures | null> {
  const futures = futuresOf(facts.card, review, facts.settings);
  const saved = await orFalse(saveAnswer(review, facts.card, futures[review.rating]));
  return saved ? futures : null;
}

async function insert({ review }: Judged, inForce: InForce): Promise<Futures | null> {
  const log = await orFalse(insertIntoLog(review));
  return log && futuresInLog(log, review, inForce);
}

async function orFalse<T>(saving: Promise<T>): Promise<T | null> {
  try {
    return await saving;
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    return null;
  }
}

async function replyFirst(
  facts: AnswerFacts,
  { review, drawn, graded }: Judged,
  futures: Futures,
  now: Date,
): Promise<AnswerResponse> {
  const card = futures[review.rating];
  const after = afterAnswer(facts, review, card);
  return {
    review: toReviewView(review),
    graded,
    reveal: reveal(drawn),
    next: toNextDue(card),
    alternatives: toAlternatives(futures),
    lesson: card.lapses > (facts.card?.lapses ?? 0) && isLessonLapse(card.lapses),
    counts: dayCounts(after, await studyIndex(facts.openBanks), now),
  };
}

async function replyPractice(
  facts: AnswerFacts,
  { review, drawn, graded }: Judged,
  now: Date,
): Promise<AnswerResponse> {
  return {
    review: toReviewView(review),
    graded,
    reveal: reveal(drawn),
    ...datesOfPractice(facts.card),
    lesson: false,
    counts: dayCounts(afterAnswer(facts, review, null), await studyIndex(facts.openBanks), now),
  };
}

/** The same answer sent again gets the same reply, whatever has happened to the card since. */
async function replyAgain(
  facts: AnswerFacts,
  review: StoredReview,
  request: AnswerRequest,
  now: Date,
): Promise<AnswerResponse> {
  const content = await findVersion(review.questionId, review.questionVersion);
  if (!content || !isSameAnswer(review, request)) {
    throw new AppError("conflict", "This id belongs to another answer. Send yours with a new one.");
  }
  const log = await getReviewLog(database(), review.userId, review.questionId);
  return {
    review: toReviewView(review),
    graded: GradedAnswerSchema.parse(review.graded),
    reveal: reveal(drawQuestion(content, review.seed)),
    ...datesInLog(log, review, { now, settings: facts.settings }),
    lesson:
      isEvidence(review.purpose) && review.rating === 1 && isLessonLapse(facts.card?.lapses ?? 0),
    counts: dayCounts(facts, await studyIndex(facts.openBanks), now),
  };
}

const isSameAnswer = (review: StoredReview, { ticket, answer }: AnswerRequest): boolean =>
  review.questionId === ticket.questionId &&
  review.seed === variantSeed(review.userId, ticket) &&
  isDeepStrictEqual(review.answer, JSON.parse(JSON.stringify(answer)));
