import { expect, test } from "vitest";

import { diffLines } from "@/components/questions/diff-lines";

const show = (yours: string, model: string) =>
  diffLines(yours, model).map(
    ({ side, text }) => `${{ both: " ", yours: "-", model: "+" }[side]}${text}`,
  );

test.each([
  ["a\nb\n", "a\nb\n", [" a", " b"]],
  ["a\nb\nc", "a\nx\nc", [" a", "-b", "+x", " c"]],
  ["a", "a\nb", [" a", "+b"]],
  ["a\nb", "b", ["-a", " b"]],
])("%j beside %j", (yours, model, lines) => {
  expect(show(yours, model)).toEqual(lines);
});
