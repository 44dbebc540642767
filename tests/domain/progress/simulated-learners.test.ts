import { beforeAll, describe, expect, test } from "vitest";

import { memoryMath } from "@/lib/domain/scheduling/memory-step";
import {
  simulateStudy,
  type SimulatedQuestion,
  type StudyPlan,
} from "@/lib/domain/scheduling/simulate-study";
import { seededRandom } from "@/lib/domain/questions/seeded-random";
import { dateOf, studySettings, TODAY } from "@/tests/helpers/planned-cards";
import { ownWeights } from "@/tests/helpers/simulated-learner";

/** Each forgets in a way of their own, about a fifth off the weights that the product plans with. */
const LEARNERS = 200;
const SPREAD = 0.2;
const QUESTIONS = 120;
const STUDIED_DAYS = 40;
const DAYS_LEFT = 30;

const settings = studySettings({ exam: "cka", examDate: dateOf(TODAY + DAYS_LEFT), fuzz: true });

type Outcome = {
  /** Readiness as the simulator foretells it from what the product knows today. */
  foretold: number;
  /** Share of the questions that the learner really recalls on exam day: right or wrong, each. */
  recalled: number;
  /** What the product says on exam day of each question, and whether it is recalled then. */
  questions: { expected: number; recalled: boolean }[];
};

/** Studies before today, foretells the rest, and lets it happen. */
function liveThrough(learner: number): Outcome {
  const seed = `learner ${learner}`;
  const truth = memoryMath({ ...settings, weights: ownWeights(seed, SPREAD) });
  const { below } = seededRandom(seed, "habits");
  const minutesPerDay = 3 + below(15);
  const past = plan({
    questions: Array.from({ length: QUESTIONS }, () => ({ card: null, share: 1 / QUESTIONS })),
    today: TODAY - STUDIED_DAYS,
    minutesPerDay,
    seed: `${seed} life`,
  });
  const before = cardsAfter({ ...past, until: TODAY }, truth);
  const foretold = simulateStudy(
    plan({ questions: before.known, today: TODAY, minutesPerDay, seed: `${seed} plan` }),
  );
  const happened = cardsAfter(past, truth);
  const random = () => below(2 ** 30) / 2 ** 30;
  const questions = happened.real.map((recall, index) => ({
    expected: happened.expected[index] ?? 0,
    recalled: random() < recall,
  }));
  const recalled = questions.filter((question) => question.recalled).length / QUESTIONS;
  return { foretold: foretold.readiness, recalled, questions };
}

const plan = (
  rest: Pick<StudyPlan, "questions" | "today" | "minutesPerDay" | "seed">,
): StudyPlan => ({
  examDay: TODAY + DAYS_LEFT,
  secondsPerAnswer: 30,
  firstRatings: [0.3, 0.1, 0.5, 0.1],
  settings,
  ...rest,
});

/** What the product knows of a learner and what they really recall, at the end of some days of study. */
function cardsAfter(days: StudyPlan, truth: ReturnType<typeof memoryMath>) {
  const study = simulateStudy(days, truth);
  const app = memoryMath(settings);
  return {
    real: study.recall,
    expected: study.cards.map((card) =>
      card ? app.recall(days.examDay - card.lastReviewDay, card.stability) : 0,
    ),
    known: study.cards.map((card): SimulatedQuestion => ({ card, share: 1 / QUESTIONS })),
  };
}

/** The root of the mean squared difference between mean expectation and mean outcome, in ten bins. */
function rmseInBins(pairs: readonly { expected: number; actual: number }[]): number {
  const bins = new Map<number, { expected: number; actual: number; count: number }>();
  for (const { expected, actual } of pairs) {
    const key = Math.min(9, Math.floor(expected * 10));
    const bin = bins.get(key) ?? { expected: 0, actual: 0, count: 0 };
    bins.set(key, {
      expected: bin.expected + expected,
      actual: bin.actual + actual,
      count: bin.count + 1,
    });
  }
  const squares = [...bins.values()].map(
    ({ expected, actual, count }) => count * ((expected - actual) / count) ** 2,
  );
  return Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / pairs.length);
}

describe(`of ${LEARNERS} learners whose memory is known`, () => {
  let outcomes: Outcome[] = [];
  beforeAll(() => {
    outcomes = Array.from({ length: LEARNERS }, (_, learner) => liveThrough(learner));
  });

  test("the simulator foretells a month ahead what they recall on exam day", () => {
    const pairs = outcomes.map(({ foretold, recalled }) => ({
      expected: foretold,
      actual: recalled,
    }));
    const rmse = rmseInBins(pairs);
    console.log(`simulated readiness: RMSE in bins ${rmse.toFixed(4)}`);
    expect(rmse).toBeLessThanOrEqual(0.1);
  });

  test("the simulator is near for each of them, not only on average", () => {
    const squares = outcomes.map(({ foretold, recalled }) => (foretold - recalled) ** 2);
    const rmse = Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / LEARNERS);
    console.log(`simulated readiness: RMSE per learner ${rmse.toFixed(4)}`);
    expect(rmse).toBeLessThanOrEqual(0.1);
  });

  test("expected recall on exam day comes true question by question", () => {
    const pairs = outcomes.flatMap(({ questions }) =>
      questions.map(({ expected, recalled }) => ({ expected, actual: recalled ? 1 : 0 })),
    );
    const rmse = rmseInBins(pairs);
    console.log(`readiness by question: RMSE in bins ${rmse.toFixed(4)} over ${pairs.length}`);
    expect(rmse).toBeLessThanOrEqual(0.1);
  });

  test("what they recall differs enough for this to say something", () => {
    const recalled = outcomes.map((outcome) => outcome.recalled);
    expect(Math.max(...recalled) - Math.min(...recalled)).toBeGreaterThan(0.4);
  });
});

describe("a plan", () => {
  const questions = Array.from({ length: 100 }, () => ({ card: null, share: 0.01 }));
  const of = (minutesPerDay: number) =>
    simulateStudy(plan({ questions, today: TODAY, minutesPerDay, seed: "one" }));

  test("simulated twice is the same", () => {
    expect(of(10)).toEqual(of(10));
  });

  test("of no minutes a day leaves everything unknown", () => {
    expect(of(0)).toMatchObject({ readiness: 0, seen: 0 });
  });

  test("of more minutes a day leads further", () => {
    const readiness = [2, 5, 10, 20].map((minutes) => of(minutes).readiness);
    expect(readiness).toEqual([...readiness].sort((a, b) => a - b));
  });

  test("has no study on days off", () => {
    const off = { from: dateOf(TODAY + 3), to: dateOf(TODAY + 5) };
    const study = simulateStudy({
      ...plan({ questions, today: TODAY, minutesPerDay: 10, seed: "one" }),
      settings: { ...settings, daysOff: [off] },
    });
    const days = study.days.map(({ day }) => day - TODAY);
    expect(days.slice(0, 5)).toEqual([0, 1, 2, 6, 7]);
  });
});
