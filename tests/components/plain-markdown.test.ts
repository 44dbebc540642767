import fc from "fast-check";
import { micromark } from "micromark";
import { describe, expect, test } from "vitest";

import { parsedLine } from "@/components/ui/parsed-markdown";
import { plainBlocks, plainLine } from "@/components/ui/plain-markdown";

/** What Markdown gives a meaning to, and what such meanings depend on. */
const SIGNS = [
  "`",
  "*",
  "**",
  "_",
  "\\",
  "[",
  "]",
  "(",
  ")",
  "<",
  ">",
  "&",
  "!",
  "#",
  "-",
  "+",
  "=",
];
const OTHERS = [
  " ",
  "  ",
  "\n",
  "\n\n",
  "\t",
  ".",
  ",",
  ":",
  '"',
  "1.",
  "1",
  "~",
  "|",
  "{",
  "}",
  "é",
  "—",
];
const WORDS = ["a", "Pod", "kubectl get", "`x`", "**b**", "*c*", "&amp;", "https://a.io", "\u00a0"];
const texts = fc
  .array(fc.constantFrom(...SIGNS, ...OTHERS, ...WORDS), { maxLength: 12 })
  .map((parts) => parts.join(""));

describe("is what micromark makes of it, or nothing", () => {
  test("for paragraphs", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const html = plainBlocks(text);
        return html === null || html === micromark(text.trimEnd());
      }),
      { numRuns: 20_000 },
    );
  });

  test("for one line", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const html = plainLine(text);
        return html === null || html === parsedLine(text);
      }),
      { numRuns: 20_000 },
    );
  });
});

test.each([
  ["A Pod.", "<p>A Pod.</p>"],
  ["What does `kubectl get pods -o wide` show?", null],
  ["Pick **all** that are *right*.", "<p>Pick <strong>all</strong> that are <em>right</em>.</p>"],
  ['Set **`a: "*.b"`** (*not `c`*) to no_new_privs.', null],
  ["First.\n\nSecond\nline.", "<p>First.</p>\n<p>Second\nline.</p>"],
])("%j takes no parser", (text, html) => {
  expect(plainBlocks(text)).toBe(html ?? micromark(text));
});

test.each([
  "- a list",
  "# A heading",
  "[a](https://a.io)",
  "``a`b``",
  "_a_",
  "1. one",
  "a\n=",
  "<b>",
])("%j takes a parser", (text) => {
  expect(plainBlocks(text)).toBeNull();
});
