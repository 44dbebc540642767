import { isDeepStrictEqual } from "node:util";

import { drawQuestion } from "@/lib/domain/questions/draw-question";
import { reveal } from "@/lib/domain/questions/reveal";
import { isLessonLapse } from "@/lib/domain/scheduling/leech";
import type { AnswerRequest, AnswerResponse } from "@/lib/domain/study/answer-contract";
import type { DayCounts } from "@/lib/domain/study/queue-contract";
import { isEvidence } from "@/lib/domain/study/purpose";
import { GradedAnswerSchema } from "@/lib/domain/study/question-shapes";
import { signedOut } from "@/lib/server/auth/actor";
import { findAnswerBasis, type AnswerBasis, type ReadBasis } from "@/lib/server/db/answer-basis";
import { database } from "@/lib/server/db/client";
import type { SessionClaims } from "@/lib/server/db/people";
import { getReviewLog } from "@/lib/server/db/review-log";
import type { StoredReview } from "@/lib/server/db/reviews";
import { saveAnswer, savePractice } from "@/lib/server/db/save-answer";
import { findStudyDay } from "@/lib/server/db/study-day";
import type { StudyBasis, StudyDay } from "@/lib/server/db/study-facts";
import { isUniqueViolation } from "@/lib/server/db/unique-violation";
import { AppError } from "@/lib/server/errors";
import { takeAsked } from "@/lib/server/study/asked-memory";
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
} from "@/lib/server/study/review-view";
import { findVersion } from "@/lib/server/content/catalogue";
import { studyIndex } from "@/lib/server/study/study-index";
import { variantSeed } from "@/lib/server/study/variant-seed";

/** How often an answer is decided anew because the card changed meanwhile, before it waits in line. */
const HURRIED_TRIES = 3;
const TRIES = 6;

/** An answer as it came in. */
type Sent = { claims: SessionClaims; request: AnswerRequest; now: Date };

/**
 * Grades an answer and records it as a review. It is decided on what is remembered from
 * asking the question, or else on what one statement reads; one more writes, if that
 * still holds. When it does not, it is read again. A review that belongs before one that
 * is there already is put into the log under a lock, and the log is replayed.
 */
export async function studyAnswer(
  claims: SessionClaims,
  request: AnswerRequest,
  now: Date,
): Promise<AnswerResponse> {
  const sent = { claims, request, now };
  return (await answerAsAsked(sent)) ?? answerAsRead(sent);
}

async function answerAsAsked(sent: Sent): Promise<AnswerResponse | null> {
  const { claims, request, now } = sent;
  const basis = takeAsked(claims.userId, request.ticket.questionId);
  if (!basis) return null;
  const judged = await judgeAnswer(basis, request, now);
  return isNewest(judged, basis.card) ? append(sent, basis, judged) : null;
}

async function answerAsRead(sent: Sent): Promise<AnswerResponse> {
  const { claims, request, now } = sent;
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const basis = await findAnswerBasis(claims, now, request.ticket.questionId, request.id);
    if (!basis) throw signedOut();
    if (basis.review) return replyAgain(sent, basis, basis.review);

    const judged = await judgeAnswer(basis, request, now);
    const isLast = isNewest(judged, basis.card) && isAfterEvents(judged, basis);
    const canAppend = !isEvidence(request.purpose) || (isLast && attempt <= HURRIED_TRIES);
    const reply = await (canAppend ? append : insert)(sent, basis, judged);
    if (reply) return reply;
  }
  throw new AppError("unavailable", "Too many answers to this question at once. Send it again.", {
    retryAfterSeconds: 1,
  });
}

const isNewest = ({ review }: Judged, card: AnswerBasis["card"]): boolean =>
  card === null || card.lastReviewAt < review.reviewedAt;

const isAfterEvents = ({ review }: Judged, { lastEventAt }: ReadBasis): boolean =>
  lastEventAt === null || lastEventAt < review.reviewedAt;

/** Null when what it was decided on no longer holds, or when this very review is there. */
const append = (sent: Sent, basis: AnswerBasis, judged: Judged): Promise<AnswerResponse | null> =>
  (isEvidence(sent.request.purpose) ? appendReview : appendPractice)(sent, basis, judged);

async function appendReview(
  sent: Sent,
  basis: AnswerBasis,
  judged: Judged,
): Promise<AnswerResponse | null> {
  const { review } = judged;
  const futures = futuresOf(basis.card, review, basis.settings);
  const card = futures[review.rating];
  const saved = await orNull(saveAnswer(sent, basis, review, card));
  if (!saved) return null;
  const after = { ...basis, withheld: saved.withheld };
  const counts = await countsOf(after, afterAnswer(saved, review, card), sent.now);
  return replyFirst(basis, judged, futures, counts);
}

async function appendPractice(
  { claims, now }: Sent,
  basis: AnswerBasis,
  { review, drawn, graded }: Judged,
): Promise<AnswerResponse | null> {
  const saved = await orNull(savePractice({ claims, now }, basis, review));
  if (!saved) return null;
  return {
    review: toReviewView(review),
    graded,
    reveal: reveal(drawn),
    ...datesOfPractice(basis.card),
    lesson: false,
    counts: await countsOf(
      { ...basis, withheld: saved.withheld },
      afterAnswer(saved, review, null),
      now,
    ),
  };
}

/** Null when this very review, or a card that was missing, has appeared meanwhile. */
async function insert(
  { claims, now }: Sent,
  basis: AnswerBasis,
  judged: Judged,
): Promise<AnswerResponse | null> {
  const log = await orNull(insertIntoLog(judged.review));
  if (!log) return null;
  const futures = futuresInLog(log, judged.review, { now, settings: basis.settings });
  return replyFirst(basis, judged, futures, await countsNow(claims, basis, now));
}

async function orNull<T>(saving: Promise<T>): Promise<T | null> {
  try {
    return await saving;
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    return null;
  }
}

const countsOf = async (basis: StudyBasis, day: StudyDay, now: Date): Promise<DayCounts> =>
  dayCounts({ ...basis, ...day }, await studyIndex(basis.openBanks), now);

async function countsNow(claims: SessionClaims, basis: StudyBasis, now: Date): Promise<DayCounts> {
  const day = await findStudyDay(claims, now);
  if (!day) throw signedOut();
  return countsOf(basis, day, now);
}

function replyFirst(
  before: AnswerBasis,
  { review, drawn, graded }: Judged,
  futures: Futures,
  counts: DayCounts,
): AnswerResponse {
  const card = futures[review.rating];
  return {
    review: toReviewView(review),
    graded,
    reveal: reveal(drawn),
    next: toNextDue(card),
    alternatives: toAlternatives(futures),
    lesson: card.lapses > (before.card?.lapses ?? 0) && isLessonLapse(card.lapses),
    counts,
  };
}

/** The same answer sent again gets the same reply, whatever has happened to the card since. */
async function replyAgain(
  { claims, request, now }: Sent,
  basis: AnswerBasis,
  review: StoredReview,
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
    ...datesInLog(log, review, { now, settings: basis.settings }),
    lesson:
      isEvidence(review.purpose) && review.rating === 1 && isLessonLapse(basis.card?.lapses ?? 0),
    counts: await countsNow(claims, basis, now),
  };
}

const isSameAnswer = (review: StoredReview, { ticket, answer }: AnswerRequest): boolean =>
  review.questionId === ticket.questionId &&
  review.seed === variantSeed(review.userId, ticket) &&
  isDeepStrictEqual(review.answer, JSON.parse(JSON.stringify(answer)));
