import { expect, test } from "vitest";

import { drawQuestion } from "@/lib/domain/questions/draw-question";
import { gradeAnswer, modelAnswer } from "@/lib/domain/questions/grade-answer";
import { KIND_NAMES } from "@/lib/domain/questions/registry";
import { reveal } from "@/lib/domain/questions/reveal";
import { toPublic } from "@/lib/domain/questions/to-public";
import { CANARY, CANARY_NUMBERS, canaryQuestions } from "@/tests/helpers/canary-questions";

const SEEDS = ["a", "b", "c", "d"];

test("every kind has a question with planted words", () => {
  expect(canaryQuestions().map(({ kind }) => kind)).toEqual(KIND_NAMES);
});

test.each(canaryQuestions().map((content) => ({ kind: content.kind, content })))(
  "the public view of $kind holds no planted word",
  ({ content }) => {
    for (const seed of SEEDS) {
      const text = JSON.stringify(toPublic(drawQuestion(content, seed), 1));
      expect(text).not.toContain(CANARY);
      for (const number of CANARY_NUMBERS) expect(text).not.toContain(number);
    }
  },
);

test.each(canaryQuestions().map((content) => ({ kind: content.kind, content })))(
  "what is revealed of $kind holds the planted words, so that their absence before proves something",
  ({ content }) => {
    const drawn = drawQuestion(content, "a");
    expect(JSON.stringify(reveal(drawn))).toContain(CANARY);
    expect(JSON.stringify(gradeAnswer(drawn, modelAnswer(drawn)))).toMatch(/right|self-mark/u);
  },
);

test("the public view has exactly the fields that browsers may have", () => {
  const [content] = canaryQuestions();
  if (!content) throw new Error("There is no canary question");
  expect(Object.keys(toPublic(drawQuestion(content, "a"), 3)).sort()).toEqual([
    "bank",
    "body",
    "competencies",
    "difficulty",
    "exhibits",
    "hint",
    "id",
    "kind",
    "kubernetes",
    "prompt",
    "version",
  ]);
});
