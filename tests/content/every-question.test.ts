import fc from "fast-check";
import { expect, test } from "vitest";

import { findDrawing } from "@/components/diagrams/diagram-registry";
import { drawsToCheck } from "@/lib/domain/questions/check-question";
import { drawQuestion, drawWith, type DrawnQuestion } from "@/lib/domain/questions/draw-question";
import { gradeAnswer, modelAnswer, type Answer } from "@/lib/domain/questions/grade-answer";
import type { Kind } from "@/lib/domain/questions/registry";
import { reveal } from "@/lib/domain/questions/reveal";
import { toPublic } from "@/lib/domain/questions/to-public";
import { checkContent } from "@/lib/server/content/check-content";
import { formatProblem } from "@/lib/server/content/content-problem";
import { readContentFiles } from "@/lib/server/content/read-content-files";
import { canaryQuestions } from "@/tests/helpers/canary-questions";

const { questions, problems } = checkContent(await readContentFiles("content/questions"));
const all = [...questions, ...canaryQuestions()];

const seeds = fc.string();
const positions = fc.integer({ min: 0, max: 99 });
const texts = fc.string({ maxLength: 200, unit: "binary" });

/** Any answer that the API would let through to a question of this kind. */
const answersTo: Record<Kind, (drawn: DrawnQuestion) => fc.Arbitrary<Answer>> = {
  single: () => fc.record({ kind: fc.constant("single"), pick: positions }),
  multiple: () => fc.record({ kind: fc.constant("multiple"), picks: fc.array(positions) }),
  "true-false": () =>
    fc.record({
      kind: fc.constant("true-false"),
      value: fc.boolean(),
      reason: fc.option(positions, { nil: null }),
    }),
  match: () =>
    fc.record({
      kind: fc.constant("match"),
      rights: fc.array(fc.option(positions, { nil: null })),
    }),
  order: () => fc.record({ kind: fc.constant("order"), order: fc.array(positions) }),
  short: () => fc.record({ kind: fc.constant("short"), text: texts }),
  number: () =>
    fc.record(
      { kind: fc.constant("number"), value: fc.double(), from: fc.double(), to: fc.double() },
      { requiredKeys: ["kind"] },
    ),
  blanks: (drawn) =>
    fc.record({
      kind: fc.constant("blanks"),
      values: fc.dictionary(fc.oneof(fc.string(), fc.constantFrom(...blankNames(drawn))), texts),
    }),
  kubectl: (drawn) =>
    fc.record({ kind: fc.constant("kubectl"), text: fc.oneof(texts, mangled(drawn)) }),
  open: () =>
    fc.record(
      { kind: fc.constant("open"), text: texts, marks: fc.array(fc.boolean()) },
      { requiredKeys: ["kind", "text"] },
    ),
};

function blankNames(drawn: DrawnQuestion): string[] {
  const { body } = toPublic(drawn, 1);
  return body.kind === "blanks"
    ? body.segments.flatMap((segment) => ("blank" in segment ? [segment.blank] : []))
    : [];
}

/** The model answer with a piece cut out and another put in: nearer to what people type than noise. */
function mangled(drawn: DrawnQuestion): fc.Arbitrary<string> {
  const answer = modelAnswer(drawn);
  const text = "text" in answer ? answer.text : "";
  return fc
    .tuple(
      fc.nat(text.length),
      fc.nat(6),
      fc.constantFrom("", " ", "'", '"', "--", "=", "\n", "\\"),
    )
    .map(([at, cut, piece]) => text.slice(0, at) + piece + text.slice(at + cut));
}

test("the content has no errors", () => {
  const wrong = problems.filter(({ severity }) => severity !== "warning");
  expect(wrong.map(formatProblem)).toEqual([]);
});

test("the same seed draws the same variant", () => {
  fc.assert(
    fc.property(fc.constantFrom(...all), seeds, (content, seed) => {
      expect(drawQuestion(content, seed)).toEqual(drawQuestion(content, seed));
    }),
  );
});

test("the key of every variant that the check looks at is graded right", () => {
  const wrong = all.flatMap((content) =>
    drawsToCheck(content).flatMap((values) => {
      const drawn = drawWith<Kind>(content, values, "seed");
      const { outcome } = gradeAnswer(drawn, modelAnswer(drawn));
      return outcome === "right" || outcome === "self-mark" ? [] : [{ id: content.id, values }];
    }),
  );
  expect(wrong).toEqual([]);
});

test("any answer is graded without a throw, to a score from 0 to 1, that agrees with its outcome", () => {
  const drawnAndAnswer = fc.tuple(fc.constantFrom(...all), seeds).chain(([content, seed]) => {
    const drawn = drawQuestion(content, seed);
    return fc.record({ drawn: fc.constant(drawn), answer: answersTo[drawn.kind](drawn) });
  });
  fc.assert(
    fc.property(drawnAndAnswer, ({ drawn, answer }) => {
      const { score, outcome, detail } = gradeAnswer(drawn, answer);
      expect(detail.kind).toBe(drawn.kind);
      if (score === null) expect(["cannot-judge", "self-mark"]).toContain(outcome);
      else expect(score >= 0 && score <= 1).toBe(true);
      if (outcome === "right") expect(score).toBe(1);
      if (outcome === "wrong") expect(score).toBe(0);
    }),
    { numRuns: 2_000 },
  );
});

test("no variant shows a placeholder", () => {
  const unfilled = questions.flatMap((content) =>
    drawsToCheck(content).flatMap((values) => {
      const drawn = drawWith<Kind>(content, values, "seed");
      const shown = JSON.stringify([toPublic(drawn, 1), reveal(drawn)]);
      return /\{\{[a-z]+(?:\.[a-z]+)?\}\}/u.test(shown) && !shown.includes("{{end}}")
        ? [content.id]
        : [];
    }),
  );
  expect(unfilled).toEqual([]);
});

test("every diagram that a question shows is drawn", () => {
  const shown = questions.flatMap(({ exhibits = [] }) =>
    exhibits.flatMap((exhibit) => (exhibit.type === "diagram" ? [exhibit] : [])),
  );
  const broken = shown.filter(({ diagram, hidden = [] }) => {
    const drawing = findDrawing(diagram, hidden);
    return drawing === null || Object.keys(drawing.hidden).length !== hidden.length;
  });
  expect(broken).toEqual([]);
});
