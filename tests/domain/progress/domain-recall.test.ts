import { expect, test } from "vitest";

import { examRecall } from "@/lib/domain/progress/domain-recall";

const domain = (id: string, weight: number) => ({
  id,
  title: id,
  weight,
  competencies: [{ id: `${id}/all`, title: "All of it" }],
});
const exam = {
  id: "cka",
  title: "CKA",
  domains: [domain("cka/a", 60), domain("cka/b", 20), domain("cka/empty", 20)],
};
const questions = [
  { id: "q/1", domains: ["cka/a"] },
  { id: "q/2", domains: ["cka/a", "cka/b"] },
  { id: "q/3", domains: ["ckad/x"] },
];

test("a question counts for each of its domains in the exam", () => {
  const { domains } = examRecall(exam, questions, new Map([["q/2", 0.8]]));
  expect(domains.map(({ questions: total, seen, recalled }) => [total, seen, recalled])).toEqual([
    [2, 1, 0.8],
    [1, 1, 0.8],
    [0, 0, 0],
  ]);
});

test("readiness weighs the domains that have questions, and unseen questions count as not recalled", () => {
  const { readiness } = examRecall(exam, questions, new Map([["q/2", 0.8]]));
  expect(readiness).toBeCloseTo((60 * 0.4 + 20 * 0.8) / 80);
});

test("readiness without any answer is 0", () => {
  expect(examRecall(exam, questions, new Map()).readiness).toBe(0);
});

test("readiness for an exam without questions is 0", () => {
  expect(examRecall(exam, [], new Map()).readiness).toBe(0);
});
