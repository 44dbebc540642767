/**
 * Reviews in the form that FSRS tools read (fsrs-optimizer's "Review Logs Schema",
 * https://github.com/open-spaced-repetition/fsrs-optimizer), with the review's id and
 * purpose in two columns more, which those tools pass over. Only evidence is written:
 * drills and second tries would teach an optimiser what was just read.
 */
import type { Card, SchedulingSettings } from "@/lib/domain/scheduling/card";
import { cardKey } from "@/lib/domain/scheduling/card";
import { scheduleReview } from "@/lib/domain/scheduling/schedule-review";
import { csvText } from "@/lib/domain/spreadsheets/csv-text";
import { isEvidence, type Purpose } from "@/lib/domain/study/purpose";
import type { Rating } from "@/lib/domain/study/rating";

const REVIEW_COLUMNS = [
  "card_id",
  /** Epoch milliseconds. */
  "review_time",
  /** 1 Again, 2 Hard, 3 Good, 4 Easy. */
  "review_rating",
  /** Before the review: 0 new, 1 learning, 2 review, 3 relearning. */
  "review_state",
  /** Milliseconds. */
  "review_duration",
  "review_id",
  "purpose",
] as const;

const STATE_NUMBERS = { learning: 1, review: 2, relearning: 3 } as const;

export type ExportedReview = {
  id: string;
  rating: Rating;
  reviewedAt: Date;
  durationMs: number;
  purpose: Purpose;
  settings: SchedulingSettings;
};

type QuestionLog = {
  userId: string;
  questionId: string;
  /** Not undone, in order of time. */
  reviews: readonly ExportedReview[];
  /** Instants at which the question was started afresh, in order. */
  resets: readonly Date[];
};

export const reviewsCsvHead = (): string => csvText([REVIEW_COLUMNS]);

/** The lines of one question's log. */
export function reviewsCsvLines({ userId, questionId, reviews, resets }: QuestionLog): string {
  let card: Card | null = null;
  let nextReset = 0;
  const rows: (string | number)[][] = [];
  for (const review of reviews) {
    if (!isEvidence(review.purpose)) continue;
    const { id, rating, reviewedAt, durationMs, purpose, settings } = review;
    for (; (resets[nextReset] ?? reviewedAt) < reviewedAt; nextReset++) card = null;
    const state = card === null ? 0 : STATE_NUMBERS[card.state];
    rows.push([questionId, reviewedAt.getTime(), rating, state, durationMs, id, purpose]);
    card = scheduleReview(
      card,
      rating,
      { reviewedAt, cardKey: cardKey(userId, questionId) },
      settings,
    );
  }
  return csvText(rows);
}
