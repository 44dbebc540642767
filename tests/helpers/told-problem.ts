import { expect } from "vitest";

import type { ProblemCode } from "@/lib/domain/formats/file-problem";
import type { ImportFormat } from "@/lib/domain/formats/format-names";
import { checked } from "@/tests/helpers/checked-file";

export type ToldProblem = {
  code: ProblemCode;
  format: ImportFormat;
  file: string;
  /** `line:column`, both from 1. */
  at: string;
  says: RegExp;
};

export function expectTold({ code, format, file, at, says }: ToldProblem): void {
  const { problems } = checked(format, file);
  const told = problems.filter((problem) => problem.code === code);
  expect(told.map(({ line, column }) => `${line}:${column}`)).toContain(at);
  expect(told.map(({ message }) => message).join("\n")).toMatch(says);
  for (const { advice } of told) expect(advice).not.toBe("");
}
