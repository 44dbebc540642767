/**
 * What a review does to a card: FSRS-6 in the learner's own days.
 *
 * ts-fsrs counts UTC calendar days. It is therefore given day numbers for instants:
 * midnight UTC of the learner's date, both of the last review and of this one. What
 * it answers in minutes is added to the real instant; what it answers in days leads to
 * the start of that day of the learner.
 */
import { createEmptyCard, Rating as FsrsRating, State, type Card as FsrsCard } from "ts-fsrs";

import type { Card, CardState, SchedulingSettings } from "@/lib/domain/scheduling/card";
import { dayNumber, dayStart } from "@/lib/domain/scheduling/learner-day";
import { memoryModel, recallAfter, type SeededCard } from "@/lib/domain/scheduling/memory-model";
import type { Rating } from "@/lib/domain/study/rating";

export type ReviewMoment = {
  reviewedAt: Date;
  /** Seeds the fuzz; see `cardKey`. */
  cardKey: string;
  /** Caps this review's interval below the learner's own maximum, e.g. before an exam. */
  maximumIntervalDays?: number;
};

const DAY_MS = 86_400_000;
const GRADES = {
  1: FsrsRating.Again,
  2: FsrsRating.Hard,
  3: FsrsRating.Good,
  4: FsrsRating.Easy,
} as const;
const STATES = { learning: State.Learning, review: State.Review, relearning: State.Relearning };

/**
 * The card after a review. `card` is null for a question that is new to the learner.
 * A review dated before the card's last one throws: put the log in order and replay it.
 */
export function scheduleReview(
  card: Card | null,
  rating: Rating,
  moment: ReviewMoment,
  settings: SchedulingSettings,
): Card {
  const day = dayOfReview(card, moment, settings);
  const { card: next } = memoryModel(settings).next(
    toFsrs(card, day, moment, settings),
    new Date(day * DAY_MS),
    GRADES[rating],
  );
  return fromFsrs(next, card, day, moment, settings);
}

/** The card after each of the four ratings: exactly what `scheduleReview` would give. */
export function previewRatings(
  card: Card | null,
  moment: ReviewMoment,
  settings: SchedulingSettings,
): Record<Rating, Card> {
  const day = dayOfReview(card, moment, settings);
  const outcomes = memoryModel(settings).repeat(
    toFsrs(card, day, moment, settings),
    new Date(day * DAY_MS),
  );
  const after = (rating: Rating) =>
    fromFsrs(outcomes[GRADES[rating]].card, card, day, moment, settings);
  return { 1: after(1), 2: after(2), 3: after(3), 4: after(4) };
}

/** Probability that the learner recalls a card at an instant; constant within a day of theirs. */
export function recallAt(
  card: Pick<Card, "lastReviewAt" | "stability">,
  at: Date,
  settings: SchedulingSettings,
): number {
  const elapsedDays = dayNumber(at, settings) - dayNumber(card.lastReviewAt, settings);
  return recallAfter(Math.max(0, elapsedDays), card.stability, settings.weights);
}

function dayOfReview(card: Card | null, moment: ReviewMoment, settings: SchedulingSettings) {
  if (card && moment.reviewedAt < card.lastReviewAt) {
    throw new RangeError("A review is older than the last one of its card: replay the log");
  }
  return dayNumber(moment.reviewedAt, settings);
}

function toFsrs(
  card: Card | null,
  day: number,
  { cardKey }: ReviewMoment,
  settings: SchedulingSettings,
): SeededCard {
  const empty = { ...createEmptyCard(new Date(day * DAY_MS)), fuzzSeed: `${cardKey}:` };
  if (!card) return empty;
  return {
    ...empty,
    stability: card.stability,
    difficulty: card.difficulty,
    scheduled_days: card.scheduledDays,
    learning_steps: card.learningSteps,
    reps: card.reps,
    lapses: card.lapses,
    state: STATES[card.state],
    last_review: new Date(dayNumber(card.lastReviewAt, settings) * DAY_MS),
  };
}

function fromFsrs(
  next: FsrsCard,
  before: Card | null,
  day: number,
  moment: ReviewMoment,
  settings: SchedulingSettings,
): Card {
  const state = stateName(next.state);
  const inDays = state === "review";
  const scheduledDays = inDays ? clampDays(next.scheduled_days, moment, settings) : 0;
  const stepMs = next.due.getTime() - day * DAY_MS;
  return {
    state,
    dueAt: inDays
      ? dayStart(day + scheduledDays, settings)
      : new Date(moment.reviewedAt.getTime() + stepMs),
    stability: next.stability,
    difficulty: next.difficulty,
    scheduledDays,
    learningSteps: next.learning_steps,
    reps: next.reps,
    lapses: next.lapses,
    lastReviewAt: moment.reviewedAt,
    firstReviewAt: before?.firstReviewAt ?? moment.reviewedAt,
  };
}

/** ts-fsrs keeps Hard, Good and Easy a day apart even above the maximum. */
const clampDays = (days: number, moment: ReviewMoment, settings: SchedulingSettings): number =>
  Math.max(
    1,
    Math.min(
      days,
      settings.maximumIntervalDays,
      moment.maximumIntervalDays ?? Number.POSITIVE_INFINITY,
    ),
  );

function stateName(state: State): CardState {
  switch (state) {
    case State.Learning:
      return "learning";
    case State.Review:
      return "review";
    case State.Relearning:
      return "relearning";
    case State.New:
      throw new Error("A reviewed card cannot be new");
  }
}
