/**
 * The review log is the truth; a card is what folding it gives. Undo, a changed
 * rating and reviews that arrive late are all "change the log, replay".
 */
import { cardKey, type Card, type SchedulingSettings } from "@/lib/domain/scheduling/card";
import { scheduleReview } from "@/lib/domain/scheduling/schedule-review";
import type { Rating } from "@/lib/domain/study/rating";

export type LoggedReview = {
  id: string;
  rating: Rating;
  reviewedAt: Date;
  /** The settings that were in force at the review; its dates were counted with them. */
  settingsVersion: number;
  undoneAt: Date | null;
};

/** One learner's log of one question, in any order, and the settings it was made under. */
export type ReviewLog = {
  userId: string;
  questionId: string;
  reviews: readonly LoggedReview[];
  settings: ReadonlyMap<number, SchedulingSettings>;
};

/** Folds the log into the card; null when every review was undone. */
export function replay(log: ReviewLog): Card | null {
  const key = cardKey(log.userId, log.questionId);
  return inOrder(log.reviews)
    .filter((review) => review.undoneAt === null)
    .reduce<Card | null>(
      (card, { rating, reviewedAt, settingsVersion }) =>
        scheduleReview(
          card,
          rating,
          { reviewedAt, cardKey: key },
          settingsOf(log, settingsVersion),
        ),
      null,
    );
}

/** The card that the learner had before one of the reviews of the log. */
export const cardBefore = (log: ReviewLog, review: LoggedReview): Card | null =>
  replay({ ...log, reviews: log.reviews.filter((other) => isBefore(other, review)) });

export function settingsOf(log: ReviewLog, version: number): SchedulingSettings {
  const settings = log.settings.get(version);
  if (!settings) throw new Error(`Study settings ${version} of ${log.userId} are missing`);
  return settings;
}

type Placed = Pick<LoggedReview, "id" | "reviewedAt">;

/** By time; reviews of the same millisecond by id, so that every replay agrees. */
const isBefore = (a: Placed, b: Placed): boolean =>
  a.reviewedAt.getTime() === b.reviewedAt.getTime() ? a.id < b.id : a.reviewedAt < b.reviewedAt;

const inOrder = (reviews: readonly LoggedReview[]): LoggedReview[] =>
  [...reviews].sort((a, b) => (isBefore(a, b) ? -1 : 1));
