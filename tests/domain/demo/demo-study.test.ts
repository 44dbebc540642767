import { describe, expect, test } from "vitest";

import { LAPSES_OF_A_LEECH } from "@/lib/domain/scheduling/leech";
import { demoLearners, type DemoLearner } from "@/scripts/demo/demo-people";
import { studyOf, type DemoQuestions } from "@/scripts/demo/demo-study";

const NOW = new Date("2026-11-20T15:00:00Z");
const DAY_MS = 86_400_000;
const ids = Array.from({ length: 120 }, (_, index) => `bank/question-${index}`);
const nothingWithheld = { ids, isWithheld: () => false };

const learnerOf = (habit: DemoLearner["habit"]): DemoLearner => {
  const found = demoLearners("seed").find((learner) => learner.habit === habit);
  if (!found) throw new Error(`Nobody is ${habit}`);
  return found;
};
const study = (
  habit: DemoLearner["habit"],
  seed = "seed",
  questions: DemoQuestions = nothingWithheld,
) => studyOf(seed, learnerOf(habit), questions, NOW);

test("thirty learners have thirty addresses", () => {
  const learners = demoLearners("seed");
  expect(learners).toHaveLength(30);
  expect(new Set(learners.map(({ email }) => email)).size).toBe(30);
});

test("the same seed gives the same answers, another seed others", () => {
  expect(study("steady").reviews).toEqual(study("steady").reviews);
  expect(study("steady").reviews).not.toEqual(study("steady", "other").reviews);
});

describe("a learner", () => {
  test("who never studies answers nothing", () => {
    expect(study("absent").reviews).toEqual([]);
  });

  test("who crams has studied in the last days only", () => {
    const [first] = study("crammer").reviews;
    expect(first?.reviewedAt.getTime()).toBeGreaterThan(NOW.getTime() - 7 * DAY_MS);
  });

  test("who gave up has not studied of late", () => {
    const last = study("dropout").reviews.at(-1);
    expect(last?.reviewedAt.getTime()).toBeLessThan(NOW.getTime() - 23 * DAY_MS);
  });

  const leeches = (habit: DemoLearner["habit"]): number =>
    [...study(habit).cards.values()].filter(({ lapses }) => lapses >= LAPSES_OF_A_LEECH).length;

  test("with stubborn questions has so many leeches that their class is told", () => {
    expect(leeches("stubborn")).toBeGreaterThanOrEqual(3);
  });

  test("without them has none", () => {
    expect(leeches("steady")).toBe(0);
  });

  test("is not asked what is withheld", () => {
    const withheld = { ids, isWithheld: (id: string) => id === "bank/question-1" };
    const asked = study("steady", "seed", withheld).reviews.map(({ questionId }) => questionId);
    expect(asked).not.toContain("bank/question-1");
    expect(asked).toContain("bank/question-2");
  });

  test("has answered nothing after now, and in order of time", () => {
    const times = study("steady").reviews.map(({ reviewedAt }) => reviewedAt.getTime());
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(times.at(-1)).toBeLessThan(NOW.getTime());
  });
});
