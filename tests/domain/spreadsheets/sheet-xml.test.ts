import { describe, expect, test } from "vitest";

import { escapeXml, sheetXml } from "@/lib/domain/spreadsheets/sheet-xml";

describe("a sheet", () => {
  test.each([
    { cell: "Ada", xml: '<c t="inlineStr"><is><t xml:space="preserve">Ada</t></is></c>' },
    { cell: "=1+1", xml: '<c t="inlineStr"><is><t xml:space="preserve">=1+1</t></is></c>' },
    { cell: 7.5, xml: "<c><v>7.5</v></c>" },
    { cell: null, xml: "<c/>" },
    { cell: Number.NaN, xml: "<c/>" },
  ])("writes $cell as itself, and never as a formula", ({ cell, xml }) => {
    expect(sheetXml([[cell]])).toContain(`<row r="1">${xml}</row>`);
  });

  test("holds no formula, whatever is written into it", () => {
    expect(sheetXml([["=cmd|' /C calc'!A0", "+1", "@SUM(A1)"]])).not.toMatch(/<f[ >]/);
  });
});

test.each([
  { text: `<&>"`, escaped: "&lt;&amp;&gt;&quot;" },
  { text: "a\u0000b\u000Bc", escaped: "a\uFFFDb\uFFFDc" },
  { text: "line\nbreak\ttab", escaped: "line\nbreak\ttab" },
  { text: "\uD83D\uDE80", escaped: "\uD83D\uDE80" },
  { text: "\uD83D", escaped: "\uFFFD" },
])("$text is written as $escaped", ({ text, escaped }) => {
  expect(escapeXml(text)).toBe(escaped);
});
