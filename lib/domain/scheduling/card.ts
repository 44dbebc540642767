import type { StudySettings } from "@/lib/domain/study/study-settings";

export const CARD_STATES = ["learning", "review", "relearning"] as const;
export type CardState = (typeof CARD_STATES)[number];

/** One learner's memory of one question. A question that was never answered has none. */
export type Card = {
  state: CardState;
  /**
   * To the minute while learning or relearning; in review the start of the learner's
   * day on which it falls due, so that it is there from that day's first minute on.
   */
  dueAt: Date;
  /** Days until recall falls to 90 %. */
  stability: number;
  /** 1 to 10. */
  difficulty: number;
  /** Learner's days from the last review to the next; 0 while a step of minutes is taken. */
  scheduledDays: number;
  /** Which of the learning steps comes next. Without it a card would never leave learning. */
  learningSteps: number;
  reps: number;
  lapses: number;
  lastReviewAt: Date;
  firstReviewAt: Date;
};

/** The part of a learner's settings that dates depend on. */
export type SchedulingSettings = Pick<
  StudySettings,
  | "timeZone"
  | "dayStartHour"
  | "desiredRetention"
  | "maximumIntervalDays"
  | "fuzz"
  | "learningSteps"
  | "weights"
  | "exam"
  | "examDate"
  | "daysOff"
>;

/** Names a card for the seeding of its fuzz. */
export const cardKey = (userId: string, questionId: string): string => `${userId}:${questionId}`;
