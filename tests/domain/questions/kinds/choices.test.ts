import { describe, expect, test } from "vitest";

import { gradeAnswer } from "@/lib/domain/questions/grade-answer";
import { reveal } from "@/lib/domain/questions/reveal";
import { toPublic } from "@/lib/domain/questions/to-public";
import { aDrawn } from "@/tests/helpers/questions";

const option = (text: string, correct = false): object => ({
  text,
  ...(correct ? { correct } : {}),
  why: `why ${text}`,
});

/** Display positions of these texts. */
function positions(shown: readonly string[], texts: readonly string[]): number[] {
  return texts.map((text) => shown.indexOf(text));
}

function shownOf(drawn: ReturnType<typeof aDrawn>): string[] {
  const { body } = toPublic(drawn, 1);
  if (body.kind === "single" || body.kind === "multiple") return body.options;
  if (body.kind === "true-false") return body.reasons;
  throw new Error(`A ${body.kind} shows no options`);
}

describe("single choice", () => {
  const drawn = aDrawn("single", { options: [option("a"), option("b", true), option("c")] });
  const shown = shownOf(drawn);

  test.each([
    { pick: shown.indexOf("b"), outcome: "right", score: 1 },
    { pick: shown.indexOf("a"), outcome: "wrong", score: 0 },
    { pick: 42, outcome: "wrong", score: 0 },
  ])("picking $pick is $outcome", ({ pick, outcome, score }) => {
    expect(gradeAnswer(drawn, { kind: "single", pick })).toMatchObject({ outcome, score });
  });

  test("the solution counts options as they were shown, each with its why", () => {
    expect(reveal(drawn).solution).toEqual({
      kind: "single",
      correct: shown.indexOf("b"),
      whys: shown.map((text) => `why ${text}`),
    });
  });
});

describe("multiple choice", () => {
  const drawn = aDrawn("multiple", {
    options: [option("a", true), option("b", true), option("c"), option("d")],
  });
  const shown = shownOf(drawn);

  test.each([
    { picks: ["a", "b"], outcome: "right", score: 1 },
    { picks: ["a"], outcome: "partly", score: 0.5 },
    { picks: ["a", "b", "c"], outcome: "partly", score: 0.5 },
    { picks: ["a", "c"], outcome: "wrong", score: 0 },
    { picks: ["c", "d"], outcome: "wrong", score: 0 },
    { picks: ["a", "b", "c", "d"], outcome: "wrong", score: 0 },
    { picks: [], outcome: "wrong", score: 0 },
    { picks: ["a", "a", "b"], outcome: "right", score: 1 },
    { picks: ["a", "nowhere"], outcome: "wrong", score: 0 },
  ])("picking $picks is $outcome with $score", ({ picks, outcome, score }) => {
    const answer = { kind: "multiple" as const, picks: positions([...shown, "nowhere"], picks) };
    expect(gradeAnswer(drawn, answer)).toMatchObject({ outcome, score });
  });

  test("what was missed and what was wrong is told by display position", () => {
    const answer = { kind: "multiple" as const, picks: positions(shown, ["a", "c"]) };
    expect(gradeAnswer(drawn, answer).detail).toMatchObject({
      missed: positions(shown, ["b"]),
      wrong: positions(shown, ["c"]),
    });
  });
});

describe("true or false with a reason", () => {
  const drawn = aDrawn("true-false", {
    answer: false,
    reasons: [option("a", true), option("b"), option("c")],
  });
  const shown = shownOf(drawn);

  test.each([
    { value: false, reason: "a", outcome: "right", score: 1 },
    { value: false, reason: "b", outcome: "partly", score: 0.5 },
    { value: false, reason: null, outcome: "partly", score: 0.5 },
    { value: true, reason: "a", outcome: "wrong", score: 0 },
    { value: true, reason: "b", outcome: "wrong", score: 0 },
  ])("$value because of $reason is $outcome", ({ value, reason, outcome, score }) => {
    const position = reason === null ? null : shown.indexOf(reason);
    expect(gradeAnswer(drawn, { kind: "true-false", value, reason: position })).toMatchObject({
      outcome,
      score,
    });
  });
});
