import fc from "fast-check";
import { expect, test } from "vitest";

import { fuzzImports } from "@/tests/helpers/fuzz-imports";
import { GENERATED_REFERENCES, oneOfEachKind } from "@/tests/helpers/generated-questions";

test("200 damaged files are read without a crash or a connection", () => {
  const questions = fc.sample(oneOfEachKind, { numRuns: 5, seed: 7 }).flat();
  const figures = fuzzImports({
    files: 200,
    seed: "tests",
    questions,
    references: GENERATED_REFERENCES,
    hostileEvery: 1_000,
  });
  expect(figures).toMatchObject({ crashes: [], connections: 0 });
  expect(figures.readable).toBeGreaterThan(20);
  expect(figures.problems).toBeGreaterThan(20);
}, 120_000);
