import { expect, test } from "vitest";

import { parseNumber, parseNumberRange } from "@/lib/domain/questions/parse-number";

test.each([
  ["2379", 2379],
  [" 2379 ", 2379],
  ["2,379", 2379],
  ["1,048,576", 1_048_576],
  ["2 379", 2379],
  ["2\u202f379", 2379],
  ["2_379", 2379],
  ["2'379", 2379],
  ["0.5", 0.5],
  ["0,5", 0.5],
  [".5", 0.5],
  ["-5", -5],
  ["−5", -5],
  ["+5", 5],
  ["1e3", 1000],
  ["２３７９", 2379],
  ["300 s", 300],
  ["300s", 300],
  ["300 seconds", 300],
  ["300 Second", 300],
  ["300 s.", 300],
])("%j seconds is %d", (text, value) => {
  expect(parseNumber(text, "seconds")).toBe(value);
});

test.each(["", "two", "5 minutes", "1,2,3", "1.2.3", "0x10", "Infinity", "10/tcp"])(
  "%j is no number of seconds",
  (text) => {
    expect(parseNumber(text, "seconds")).toBeNull();
  },
);

test("a unit nobody asked for is not read past", () => {
  expect(parseNumber("10 s", null)).toBeNull();
});

test.each([
  ["30000-32767", { from: 30000, to: 32767 }],
  ["30000 – 32767", { from: 30000, to: 32767 }],
  ["30,000 to 32,767", { from: 30000, to: 32767 }],
  ["30000..32767", { from: 30000, to: 32767 }],
  ["30000", null],
  ["from here to there", null],
])("%j is the range %j", (text, range) => {
  expect(parseNumberRange(text, null)).toEqual(range);
});
