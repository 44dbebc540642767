import { expect, test } from "vitest";

import { annotateLine } from "@/components/questions/annotate-line";

const span = (start: number, end: number) => ({ start, end });
const brief = (text: string, spans: Parameters<typeof annotateLine>[1]) =>
  annotateLine(text, spans).map(({ text: piece, findings, endOf }) => [piece, findings, endOf]);

test("a line without findings is one piece", () => {
  expect(brief("kubectl get", [])).toEqual([["kubectl get", [], []]]);
});

test("a finding of something missing marks nothing", () => {
  expect(brief("kubectl get", [null])).toEqual([["kubectl get", [], []]]);
});

test("spans that overlap are cut where either begins or ends", () => {
  expect(brief("abcdef", [span(1, 4), span(3, 6)])).toEqual([
    ["a", [], []],
    ["bc", [0], []],
    ["d", [0, 1], [0]],
    ["ef", [1], [1]],
  ]);
});

test("an empty span marks the character it stands before, and at the end the last one", () => {
  expect(brief("ab", [span(0, 0)])).toEqual([
    ["a", [0], [0]],
    ["b", [], []],
  ]);
  expect(brief("ab", [span(2, 2)])).toEqual([
    ["a", [], []],
    ["b", [0], [0]],
  ]);
});

test("the pieces are the text, wherever a span reaches", () => {
  const text = "kubectl scale deploy web";
  const pieces = annotateLine(text, [span(-3, 7), span(20, 99), span(8, 13)]);
  expect(pieces.map((piece) => piece.text).join("")).toBe(text);
});
