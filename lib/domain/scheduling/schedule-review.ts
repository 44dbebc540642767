/**
 * What a review does to a card: FSRS-6 in the learner's own days.
 *
 * ts-fsrs counts UTC calendar days. It is therefore given day numbers for instants:
 * midnight UTC of the learner's date, both of the last review and of this one. What
 * it answers in minutes is added to the real instant; what it answers in days leads to
 * the start of that day of the learner, or of one near it: see due-day.
 */
import { createEmptyCard, Rating as FsrsRating, State, type Card as FsrsCard } from "ts-fsrs";

import type { Card, CardState, SchedulingSettings } from "@/lib/domain/scheduling/card";
import { dayNumber, dayStart } from "@/lib/domain/scheduling/learner-day";
import { daysUntilDue } from "@/lib/domain/scheduling/due-day";
import {
  fuzzRange,
  memoryModel,
  recallAfter,
  type SeededCard,
} from "@/lib/domain/scheduling/memory-model";
import type { Rating } from "@/lib/domain/study/rating";

export type ReviewMoment = {
  reviewedAt: Date;
  /** Seeds the fuzz; see `cardKey`. */
  cardKey: string;
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
  return fromFsrs(next, { before: card, day, ...moment }, settings);
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
    fromFsrs(outcomes[GRADES[rating]].card, { before: card, day, ...moment }, settings);
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

type Occasion = ReviewMoment & { before: Card | null; day: number };

function fromFsrs(next: FsrsCard, on: Occasion, settings: SchedulingSettings): Card {
  const state = stateName(next.state);
  const inDays = state === "review";
  const scheduledDays = inDays ? daysFromNow(next, on, settings) : 0;
  const stepMs = next.due.getTime() - on.day * DAY_MS;
  return {
    state,
    dueAt: inDays
      ? dayStart(on.day + scheduledDays, settings)
      : new Date(on.reviewedAt.getTime() + stepMs),
    stability: next.stability,
    difficulty: next.difficulty,
    scheduledDays,
    learningSteps: next.learning_steps,
    reps: next.reps,
    lapses: next.lapses,
    lastReviewAt: on.reviewedAt,
    firstReviewAt: on.before?.firstReviewAt ?? on.reviewedAt,
  };
}

function daysFromNow(next: FsrsCard, { before, day }: Occasion, settings: SchedulingSettings) {
  // ts-fsrs keeps Hard, Good and Easy a day apart even above the maximum.
  const days = Math.max(1, Math.min(next.scheduled_days, settings.maximumIntervalDays));
  const fuzz = () => {
    const elapsedDays = before ? Math.max(0, day - dayNumber(before.lastReviewAt, settings)) : 0;
    return fuzzRange(next.stability, elapsedDays, settings);
  };
  return daysUntilDue(day, days, fuzz, settings);
}

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
