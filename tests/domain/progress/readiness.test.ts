import fc from "fast-check";
import { expect, test } from "vitest";

import {
  examReadiness,
  expectedReadiness,
  readinessShares,
  type ReadinessInput,
} from "@/lib/domain/progress/readiness";

const domain = (id: string, weight: number) => ({
  id,
  title: id,
  weight,
  competencies: [
    { id: `${id}/one`, title: "One" },
    { id: `${id}/two`, title: "Two" },
  ],
});
const exam = {
  id: "cka",
  title: "CKA",
  domains: [domain("cka/a", 60), domain("cka/b", 20), domain("cka/empty", 20)],
};
const questions = [
  { id: "q/1", competencies: ["cka/a/one"] },
  { id: "q/2", competencies: ["cka/a/two", "cka/b/one"] },
  { id: "q/3", competencies: ["ckad/x/y"] },
];

const readiness = (recall: Record<string, number>, rest: Partial<ReadinessInput> = {}) =>
  examReadiness({
    exam,
    questions,
    recall: new Map(Object.entries(recall)),
    firstAnswers: { total: 0, right: 0 },
    modelError: 0,
    ...rest,
  });

test("each question has its share of its domains' weights, and the shares are one whole", () => {
  expect(readinessShares(exam, questions)).toEqual(
    new Map([
      ["q/1", 60 / 80 / 2],
      ["q/2", 60 / 80 / 2 + 20 / 80],
    ]),
  );
});

test("what is expected weighs the domains that have questions, and the unseen add nothing", () => {
  expect(readiness({ "q/2": 0.8 }).expected).toBeCloseTo((60 * 0.4 + 20 * 0.8) / 80);
});

test("a question counts in each of its domains and competencies", () => {
  const { domains } = readiness({ "q/2": 0.8 });
  expect(domains.map(({ questions: total, seen, expected }) => [total, seen, expected])).toEqual([
    [2, 1, 0.4],
    [1, 1, 0.8],
    [0, 0, 0],
  ]);
  expect(domains[0]?.competencies.map(({ seen, expected }) => [seen, expected])).toEqual([
    [0, 0],
    [1, 0.8],
  ]);
});

test("an exam without questions has a readiness of 0, and nothing is unknown", () => {
  expect(readiness({}, { questions: [] })).toMatchObject({ expected: 0, low: 0, high: 0 });
});

test("without any answer everything is possible", () => {
  expect(readiness({})).toMatchObject({ expected: 0, low: 0, high: 1 });
});

test("the more first answers were wrong, the less the unseen may add", () => {
  const high = (right: number) =>
    readiness({ "q/2": 1 }, { firstAnswers: { total: 100, right } }).high;
  expect(high(20)).toBeLessThan(high(60));
  // A share of 20 of 100 may be one of 27.3 %, by Wilson's interval at 90 %.
  expect(high(20)).toBeCloseTo(62.5 / 100 + (37.5 / 100) * 0.2735, 3);
});

test("the error of predictions widens the band by what was seen", () => {
  const seen = { "q/1": 0.9, "q/2": 0.9 };
  const width = (modelError: number) => {
    const { expected, low } = readiness(seen, { modelError });
    return expected - low;
  };
  // Coins alone: 1.645 · √(0.375² + 0.625²) · √(0.9 · 0.1)
  expect(width(0)).toBeCloseTo(1.645 * Math.hypot(0.375, 0.625) * 0.3);
  expect(width(0.1)).toBeCloseTo(1.645 * Math.hypot(Math.hypot(0.375, 0.625) * 0.3, 0.1));
});

test("the figure lies within its band, and the band between 0 and 1", () => {
  const recalled = fc.record({ "q/1": fc.double({ min: 0, max: 1, noNaN: true }) }, {});
  fc.assert(
    fc.property(
      recalled,
      fc.double({ min: 0, max: 0.3, noNaN: true }),
      fc.nat(50),
      fc.nat(50),
      (recall, modelError, right, wrong) => {
        const firstAnswers = { total: right + wrong, right };
        const { low, expected, high } = readiness(recall, { modelError, firstAnswers });
        expect(low).toBeGreaterThanOrEqual(0);
        expect(expected).toBeGreaterThanOrEqual(low);
        expect(high).toBeGreaterThanOrEqual(expected);
        expect(high).toBeLessThanOrEqual(1);
      },
    ),
  );
});

test("the short way gives the same expectation", () => {
  const recall = new Map([
    ["q/1", 0.7],
    ["q/2", 0.3],
    ["q/3", 1],
  ]);
  expect(expectedReadiness(readinessShares(exam, questions), recall)).toBeCloseTo(
    readiness({ "q/1": 0.7, "q/2": 0.3 }).expected,
  );
});
