/**
 * Published figures of FSRS-6 for the default weights without fuzz, and a way to take
 * them through anything that answers like the study API. Sources are named by table.
 */
import type { AnswerResponse, Alternative } from "@/lib/domain/study/answer-contract";
import type { CardView } from "@/lib/domain/study/history-contract";
import type { Rating } from "@/lib/domain/study/rating";

const DAY_MS = 86_400_000;
const START = new Date("2026-03-02T12:00:00Z");
const daysLater = (days: number) => new Date(START.getTime() + days * DAY_MS);

const DEFAULT_WEIGHTS = [
  0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835,
  0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
];

export type ConformanceSettings = {
  desiredRetention?: number;
  learningSteps?: boolean;
  weights?: number[];
};

/** A new learner with these settings, without fuzz, and one question of theirs. */
export type ConformanceLearner = {
  /** Answers the question at a time and gives the answer this rating. */
  review: (
    rating: Rating,
    at: Date,
  ) => Promise<{ next: AnswerResponse["next"]; alternatives: Alternative[] }>;
  card: (at: Date) => Promise<CardView>;
};

export type ConformanceCase = {
  name: string;
  settings: ConformanceSettings;
  measure: (learner: ConformanceLearner) => Promise<number[]>;
  expected: number[];
  /** Figures after the point that must agree. */
  digits: number;
};

/** As `review` of a learner, for an answer in earnest: there is a next date. */
async function review(learner: ConformanceLearner, rating: Rating, at: Date) {
  const { next } = await learner.review(rating, at);
  if (!next) throw new Error("An answer in earnest leads to a date");
  return next;
}

async function reviewAll(learner: ConformanceLearner, ratings: Rating[], days: number[]) {
  for (const [index, rating] of ratings.entries()) {
    await learner.review(rating, daysLater(days[index] ?? 0));
  }
  return learner.card(daysLater(days.at(-1) ?? 0));
}

const LAPSE_AND_FIVE_RECALLS: Rating[] = [1, 3, 3, 3, 3, 3];
/** 0, 0, 1, 3, 8 and 21 days after the one before. */
const THEIR_DAYS = [0, 0, 1, 4, 12, 33];

const memoryCases: ConformanceCase[] = [
  {
    name: "thirteen reviews, each on its due date (ts-fsrs FSRS-6.test.ts, py-fsrs test_basic.py)",
    settings: {},
    measure: async (learner) => {
      const intervals: number[] = [];
      let dueAt = START;
      for (const rating of [3, 3, 3, 3, 3, 3, 1, 1, 3, 3, 3, 3, 3] as Rating[]) {
        const next = await review(learner, rating, dueAt);
        intervals.push(next.intervalDays);
        dueAt = new Date(next.dueAt);
      }
      return intervals;
    },
    expected: [0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21],
    digits: 0,
  },
  {
    name: "stability after a lapse and five recalls (ts-fsrs, py-fsrs, fsrs-rs test_memory_state)",
    settings: {},
    measure: async (learner) => [
      (await reviewAll(learner, LAPSE_AND_FIVE_RECALLS, THEIR_DAYS)).stability,
    ],
    expected: [53.62691],
    digits: 4,
  },
  {
    name: "difficulty after a lapse and five recalls (ts-fsrs, py-fsrs, fsrs-rs test_memory_state)",
    settings: {},
    measure: async (learner) => [
      (await reviewAll(learner, LAPSE_AND_FIVE_RECALLS, THEIR_DAYS)).difficulty,
    ],
    expected: [6.3574867],
    digits: 6,
  },
  {
    name: "stability of the same without learning steps (ts-fsrs, fsrs-rs)",
    settings: { learningSteps: false },
    measure: async (learner) => [
      (await reviewAll(learner, LAPSE_AND_FIVE_RECALLS, THEIR_DAYS)).stability,
    ],
    expected: [53.335106],
    digits: 3,
  },
  {
    name: "recall after 0 to 3 days at a stability of one (fsrs-rs current_retrievability)",
    // Good starts at one day; the last weight is the decay.
    settings: { weights: DEFAULT_WEIGHTS.with(2, 1).with(20, 0.2) },
    measure: async (learner) => {
      await learner.review(3, START);
      const recalls: number[] = [];
      for (const days of [0, 1, 2, 3]) recalls.push((await learner.card(daysLater(days))).recall);
      return recalls;
    },
    expected: [1, 0.9, 0.84028935, 0.7985001],
    digits: 6,
  },
  {
    name: "steps of a new question in minutes, and Easy in days (ts-fsrs learning-steps.test.ts)",
    settings: {},
    measure: async (learner) => {
      const { alternatives } = await learner.review(3, START);
      const minutes = alternatives
        .slice(0, 3)
        .map(({ dueAt }) => (Date.parse(dueAt) - START.getTime()) / 60_000);
      return [...minutes, alternatives[3]?.intervalDays ?? 0];
    },
    expected: [1, 6, 10, 8],
    digits: 0,
  },
];

const firstReviewCases = (
  [
    [1, 0.212, 6.4133],
    [2, 1.2931, 5.11217071],
    [3, 2.3065, 2.11810397],
    [4, 8.2956, 1],
  ] as const
).map(([rating, stability, difficulty]): ConformanceCase => ({
  name: `stability and difficulty after a first review rated ${rating} (ts-fsrs FSRS-6.test.ts)`,
  settings: {},
  measure: async (learner) => {
    const next = await review(learner, rating, START);
    return [next.stability, next.difficulty];
  },
  expected: [stability, difficulty],
  digits: 8,
}));

/** The first figure of fsrs-rs, 3,116,766 days, is above the longest interval there is. */
const intervalCases = (
  [
    [0.1, 36_500],
    [0.2, 34_793],
    [0.3, 2_508],
    [0.4, 387],
    [0.5, 90],
    [0.6, 27],
    [0.7, 9],
    [0.8, 3],
    [0.9, 1],
    [1, 1],
  ] as const
).map(([desiredRetention, intervalDays]): ConformanceCase => ({
  name: `interval at a stability of one for a retention of ${desiredRetention} (fsrs-rs test_next_interval)`,
  // Without steps the other ratings are kept a day after Again, so Again shows the bare interval.
  settings: { desiredRetention, learningSteps: false, weights: DEFAULT_WEIGHTS.with(0, 1) },
  measure: async (learner) => [(await review(learner, 1, START)).intervalDays],
  expected: [intervalDays],
  digits: 0,
}));

export const conformanceCases = [...memoryCases, ...firstReviewCases, ...intervalCases];
