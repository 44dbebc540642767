import { expect, test } from "vitest";

import { csvText } from "@/lib/domain/spreadsheets/csv-text";

test.each([
  ["=1+1", "'=1+1"],
  ["+49 30", "'+49 30"],
  ["-2", "'-2"],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["\tx", "'\tx"],
  ["＝1+1", "'＝1+1"],
  ['=HYPERLINK("http://x";"y")', `"'=HYPERLINK(""http://x"";""y"")"`],
  ["Kim, Ada", '"Kim, Ada"'],
  ['say "hi"', '"say ""hi"""'],
  ["two\nlines", '"two\nlines"'],
  ["Kim", "Kim"],
  [-2, "-2"],
  [null, ""],
])("%j is written as %j", (cell, written) => {
  expect(csvText([[cell]])).toBe(`${written}\r\n`);
});
