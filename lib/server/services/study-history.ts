import type { Actor } from "@/lib/domain/access/actor";
import { canStudyQuestion } from "@/lib/domain/access/question-access";
import { recallAt } from "@/lib/domain/scheduling/schedule-review";
import type {
  CardView,
  HistoryRequest,
  HistoryResponse,
} from "@/lib/domain/study/history-contract";
import type { StudySettings } from "@/lib/domain/study/study-settings";
import { findCard, type StoredCard } from "@/lib/server/db/cards";
import { database } from "@/lib/server/db/client";
import { findMark } from "@/lib/server/db/question-marks";
import { listReviews } from "@/lib/server/db/reviews";
import { findWithheld } from "@/lib/server/db/withheld";
import { getStudySettings } from "@/lib/server/db/study-settings";
import { AppError } from "@/lib/server/errors";
import { toMarks } from "@/lib/server/study/marks-view";
import { toReviewView } from "@/lib/server/study/review-view";
import { studyIndexFor } from "@/lib/server/study/study-index";

const MOST_REVIEWS = 200;

/** What the learner did with one question, and how well they remember it now. */
export async function studyHistory(
  actor: Actor,
  { questionId }: HistoryRequest,
  now: Date,
): Promise<HistoryResponse> {
  const db = database();
  const [index, card, mark, reviews, settings, withheld] = await Promise.all([
    studyIndexFor(actor.id),
    findCard(db, { userId: actor.id, questionId }),
    findMark(db, actor.id, questionId),
    listReviews(db, actor.id, questionId, MOST_REVIEWS),
    getStudySettings(db, actor.id),
    findWithheld(db, actor.id, now),
  ]);
  // A retired question is still part of the history of those who answered it.
  const isKnown =
    index.published(questionId) !== undefined ||
    (reviews.length > 0 && index.hasBank(questionId.slice(0, questionId.indexOf("/"))));
  if (!isKnown || !canStudyQuestion(questionId, withheld)) {
    throw new AppError("not-found", "There is no such question.");
  }
  return {
    questionId,
    card: card && toCardView(card, settings, now),
    marks: toMarks(mark, now),
    reviews: reviews.map((review) => ({
      ...toReviewView(review),
      durationMs: review.durationMs,
      usedHint: review.usedHint,
      undoneAt: review.undoneAt?.toISOString() ?? null,
    })),
  };
}

const toCardView = (card: StoredCard, settings: StudySettings, now: Date): CardView => ({
  state: card.state,
  dueAt: card.dueAt.toISOString(),
  intervalDays: card.scheduledDays,
  stability: card.stability,
  difficulty: card.difficulty,
  recall: recallAt(card, now, settings),
  reps: card.reps,
  lapses: card.lapses,
  lastReviewAt: card.lastReviewAt.toISOString(),
  firstReviewAt: card.firstReviewAt.toISOString(),
});
