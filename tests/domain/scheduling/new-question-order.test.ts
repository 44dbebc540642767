import { expect, test } from "vitest";

import { orderNewQuestions } from "@/lib/domain/scheduling/new-question-order";
import type { StudyQuestion } from "@/lib/domain/scheduling/study-question";

const weights = new Map([
  ["cka/troubleshooting", 30],
  ["cka/storage", 10],
  ["ckad/deployment", 20],
]);

const ofDomain = (
  domain: string,
  count: number,
  difficulty: StudyQuestion["difficulty"] = "easy",
): StudyQuestion[] =>
  Array.from({ length: count }, (_, n) => ({
    id: `${domain}-${difficulty}-${n}`,
    bank: "bank",
    concept: `${domain}-${n}`,
    difficulty,
    competencies: [`${domain}/line`],
  }));

test("any four in a row hold three questions of a domain with three times the weight", () => {
  const questions = [...ofDomain("cka/storage", 5), ...ofDomain("cka/troubleshooting", 15)];
  const order = orderNewQuestions(questions, "cka", weights);
  const perFour = Array.from({ length: 5 }, (_, n) =>
    order.slice(n * 4, n * 4 + 4).filter((id) => id.startsWith("cka/troubleshooting")),
  );
  expect(perFour.map((four) => four.length)).toEqual([3, 3, 3, 3, 3]);
});

test("questions outside the learner's exam come last", () => {
  const questions = [...ofDomain("ckad/deployment", 2), ...ofDomain("cka/storage", 2)];
  expect(orderNewQuestions(questions, "cka", weights)).toEqual([
    "cka/storage-easy-0",
    "cka/storage-easy-1",
    "ckad/deployment-easy-0",
    "ckad/deployment-easy-1",
  ]);
});

test("without an exam every domain counts", () => {
  const questions = [...ofDomain("ckad/deployment", 2), ...ofDomain("cka/storage", 1)];
  expect(orderNewQuestions(questions, null, weights)).toEqual([
    "ckad/deployment-easy-0",
    "cka/storage-easy-0",
    "ckad/deployment-easy-1",
  ]);
});

test("within a domain the easy ones come first", () => {
  const questions = [
    ...ofDomain("cka/storage", 1, "hard"),
    ...ofDomain("cka/storage", 1, "medium"),
    ...ofDomain("cka/storage", 1, "easy"),
  ];
  expect(orderNewQuestions(questions, "cka", weights)).toEqual([
    "cka/storage-easy-0",
    "cka/storage-medium-0",
    "cka/storage-hard-0",
  ]);
});

test("every question has one place", () => {
  const questions = [
    ...ofDomain("cka/storage", 7),
    ...ofDomain("cka/troubleshooting", 3),
    ...ofDomain("ckad/deployment", 4),
  ];
  const order = orderNewQuestions(questions, "ckad", weights);
  expect([...order].sort()).toEqual(questions.map((question) => question.id).sort());
});
