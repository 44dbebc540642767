import { expect, test } from "vitest";

import { expectedReadiness, readinessShares } from "@/lib/domain/progress/readiness";
import { readinessGains } from "@/lib/domain/progress/readiness-gains";

const domain = (id: string, weight: number) => ({
  id,
  title: id,
  weight,
  competencies: [{ id: `${id}/one`, title: "One" }],
});
const exam = { id: "cka", title: "CKA", domains: [domain("cka/a", 60), domain("cka/b", 40)] };
const questions = [
  ...[1, 2, 3, 4].map((n) => ({ id: `a/${n}`, competencies: ["cka/a/one"] })),
  ...[1, 2].map((n) => ({ id: `b/${n}`, competencies: ["cka/b/one"] })),
];
const gains = (recall: Record<string, number>, atOnce = 12) =>
  readinessGains({
    exam,
    questions,
    recall: new Map(Object.entries(recall)),
    desiredRetention: 0.9,
    atOnce,
  });

test("a question adds its share of the exam times what it lacks of the wanted recall", () => {
  expect(gains({ "a/1": 0.5 }).map(({ id, gain }) => [id, Number(gain.toFixed(6))])).toEqual([
    ["cka/b", 0.36],
    ["cka/a", Number((0.15 * (0.4 + 0.9 * 3)).toFixed(6))],
  ]);
});

test("a suggestion has the questions that add most, and says how many were never seen", () => {
  const [, a] = gains({ "a/1": 0.5, "a/2": 0.1 }, 3);
  expect(a).toMatchObject({ questions: 3, new: 2 });
  expect(a?.gain).toBeCloseTo(0.15 * (0.9 + 0.9 + 0.8));
});

test("what is known well enough is not suggested", () => {
  expect(gains({ "b/1": 0.95, "b/2": 0.9 }).map(({ id }) => id)).toEqual(["cka/a"]);
});

test("learning what is suggested raises the expected readiness by what was promised", () => {
  const shares = readinessShares(exam, questions);
  const before = new Map([["b/1", 0.4]]);
  const [best] = gains(Object.fromEntries(before));
  const after = new Map([...before, ["b/1", 0.9] as const, ["b/2", 0.9] as const]);
  expect(best?.id).toBe("cka/b");
  expect(expectedReadiness(shares, after) - expectedReadiness(shares, before)).toBeCloseTo(
    best?.gain ?? 0,
  );
});
