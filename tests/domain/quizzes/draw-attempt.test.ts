import fc from "fast-check";
import { describe, expect, test } from "vitest";

import {
  drawAttempt,
  findShortages,
  possibleQuestions,
  type PoolQuestion,
} from "@/lib/domain/quizzes/draw-attempt";
import {
  mostPoints,
  questionCount,
  QuizContentSchema,
  type QuizContent,
} from "@/lib/domain/quizzes/quiz-content";

const QUESTIONS = new Map<string, PoolQuestion>(
  Array.from({ length: 12 }, (_, number) => {
    const bank = number < 6 ? "pods" : "services";
    const id = `${bank}/q${number}`;
    const domains = [number % 2 === 0 ? "cka/storage" : "ckad/design"];
    return [id, { id, bank, kind: "single", difficulty: "easy", domains }];
  }),
);

const quiz = (...items: unknown[]): QuizContent =>
  QuizContentSchema.parse({ sections: [{ items }] });

const fixed = (questionId: string) => ({ type: "question", questionId, points: 1 });
const pool = (pick: number, filter: object) => ({
  type: "pool",
  pick,
  points: 2,
  from: { by: "filter", filter },
});

const draw = (content: QuizContent, seed = "seed", seen: string[] = []) =>
  drawAttempt({ content, seed, questions: QUESTIONS, seen: new Set(seen) });

const idsOf = ({ items }: ReturnType<typeof draw>) => items.map(({ questionId }) => questionId);

describe("an attempt", () => {
  test("asks fixed questions in their order", () => {
    expect(idsOf(draw(quiz(fixed("pods/q3"), fixed("pods/q1"))))).toEqual(["pods/q3", "pods/q1"]);
  });

  test("is the same for the same seed and differs between seeds", () => {
    const content = quiz(pool(3, {}));
    expect(draw(content, "a")).toEqual(draw(content, "a"));
    const draws = new Set(
      Array.from({ length: 20 }, (_, seed) => idsOf(draw(content, `${seed}`)).join()),
    );
    expect(draws.size).toBeGreaterThan(10);
  });

  test("draws from what the filter lets through", () => {
    const content = quiz(pool(3, { banks: ["services"], domains: ["cka/storage"] }));
    expect(idsOf(draw(content)).sort()).toEqual(["services/q10", "services/q6", "services/q8"]);
  });

  test("prefers what the student has not seen, and fills up with the rest", () => {
    const unseenFirst = { ...pool(4, { banks: ["pods"] }), notSeenBefore: true };
    const seen = ["pods/q0", "pods/q1", "pods/q2"];
    const ids = idsOf(draw(quiz(unseenFirst), "seed", seen));
    expect(ids.slice(0, 3).sort()).toEqual(["pods/q3", "pods/q4", "pods/q5"]);
    expect(seen).toContain(ids[3]);
  });

  test("never asks a question twice, whatever the pools overlap", () => {
    const picks = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(picks, fc.string(), (counts, seed) => {
        const content = quiz(fixed("pods/q0"), ...counts.map((count) => pool(count, {})));
        const ids = idsOf(draw(content, seed));
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });

  test("shuffles a section only where that is wished", () => {
    const items = Array.from({ length: 6 }, (_, number) => fixed(`pods/q${number}`));
    const content = QuizContentSchema.parse({
      sections: [{ items, shuffle: true }, { items: [fixed("services/q6")] }],
    });
    const orders = new Set(
      Array.from({ length: 10 }, (_, seed) => idsOf(draw(content, `${seed}`)).join()),
    );
    expect(orders.size).toBeGreaterThan(5);
    expect([...orders].every((order) => order.endsWith("services/q6"))).toBe(true);
  });
});

test("places that cannot be filled are named", () => {
  const content = quiz(fixed("pods/gone"), pool(9, { banks: ["pods"] }));
  expect(findShortages(content, QUESTIONS)).toEqual([
    { section: 0, item: 0, wanted: 1, found: 0 },
    { section: 0, item: 1, wanted: 9, found: 6 },
  ]);
});

test("everything that may be asked is known beforehand", () => {
  const content = quiz(fixed("services/q6"), pool(1, { banks: ["pods"] }));
  const possible = possibleQuestions(content, QUESTIONS);
  expect(possible.size).toBe(7);
  expect(idsOf(draw(content)).every((id) => possible.has(id))).toBe(true);
});

test("points and length are those of every attempt", () => {
  const content = quiz(fixed("pods/q0"), pool(3, {}));
  expect(mostPoints(content)).toBe(7);
  expect(questionCount(content)).toBe(4);
});

describe("a quiz is refused", () => {
  test.each([
    ["with a question twice", { sections: [{ items: [fixed("pods/q1"), fixed("pods/q1")] }] }],
    ["without a section", { sections: [] }],
    ["with thousandths of points", { sections: [{ items: [{ ...fixed("a/b"), points: 0.001 }] }] }],
  ])("%s", (_name, content) => {
    expect(QuizContentSchema.safeParse(content).success).toBe(false);
  });
});
