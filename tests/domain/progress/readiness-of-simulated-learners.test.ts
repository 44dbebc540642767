import { expect, test } from "vitest";

import { examReadiness, USUAL_MODEL_ERROR } from "@/lib/domain/progress/readiness";
import { dayStart } from "@/lib/domain/scheduling/learner-day";
import { weightsInForce } from "@/lib/domain/scheduling/memory-model";
import { recallAt } from "@/lib/domain/scheduling/schedule-review";
import { personalWeights, simulateLearner } from "@/scripts/demo/simulate-learner";
import { plainSettings } from "@/tests/helpers/scheduling";

const LEARNERS = 200;
const FROM = 20_500;
const DAYS = 45;

const domain = (id: string, weight: number) => ({
  id,
  title: id,
  weight,
  competencies: [{ id: `${id}/all`, title: "All of it" }],
});
const exam = {
  id: "cka",
  title: "CKA",
  domains: [domain("cka/a", 40), domain("cka/b", 35), domain("cka/c", 25)],
};
const questions = Array.from({ length: 150 }, (_, index) => ({
  id: `bank/${index}`,
  competencies: [`cka/${"abc"[index % 3] ?? "a"}/all`],
}));

const settings = { ...plainSettings, fuzz: true };

/** Readiness some days after the last answer: as it is told, and as it truly is. */
function toldAndTrue(index: number) {
  const seed = `learner ${index}`;
  const learner = simulateLearner({
    seed,
    userId: seed,
    questionIds: questions.map(({ id }) => id),
    settings,
    trueWeights: personalWeights(weightsInForce([]), seed),
    fromDay: FROM,
    toDay: FROM + DAYS,
    newPerDay: 1 + (index % 6),
    reviewsPerDay: 100,
    skipped: (index % 4) / 10,
  });
  const examAt = dayStart(FROM + DAYS + 1 + ((index * 7) % 60), settings);
  const firstAnswers = { total: 0, right: 0 };
  const rest = { exam, questions, firstAnswers, modelError: USUAL_MODEL_ERROR };
  const told = new Map(
    [...learner.cards].map(([id, card]) => [id, recallAt(card, examAt, settings)]),
  );
  return {
    told: examReadiness({ ...rest, recall: told }),
    truth: examReadiness({ ...rest, recall: learner.trueRecallAt(examAt) }),
  };
}

const learners = Array.from({ length: LEARNERS }, (_, index) => toldAndTrue(index));

test("told readiness of 200 learners with a known memory is right to 0.10 (RMSE in bins, by domain)", () => {
  const pairs = learners.flatMap(({ told, truth }) =>
    told.domains.map(({ expected }, index) => ({
      told: expected,
      truth: truth.domains[index]?.expected ?? 0,
    })),
  );
  const bins = Array.from({ length: 20 }, (_, bin) =>
    pairs.filter(({ told }) => Math.min(19, Math.floor(told * 20)) === bin),
  ).filter((bin) => bin.length > 0);
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = bins.map(
    (bin) =>
      bin.length * (mean(bin.map(({ told }) => told)) - mean(bin.map(({ truth }) => truth))) ** 2,
  );
  const rmse = Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / pairs.length);
  expect(rmse).toBeLessThanOrEqual(0.1);
});

test("the true readiness of at least nine of ten of them lies within the band", () => {
  const within = learners.filter(
    ({ told, truth }) => told.low <= truth.expected && truth.expected <= told.high,
  );
  expect(within.length / LEARNERS).toBeGreaterThanOrEqual(0.9);
});
