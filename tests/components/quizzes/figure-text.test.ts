import { expect, test } from "vitest";

import { figureText } from "@/components/quizzes/results/figure-text";

test.each([
  { value: 47.1405, digits: 0, text: "47" },
  { value: 0.625, digits: 2, text: "0.63" },
  { value: -11.4, digits: 0, text: "−11" },
  { value: -0.4, digits: 0, text: "0" },
  { value: -0.001, digits: 2, text: "0.00" },
  { value: null, digits: 2, text: "–" },
])("$value is written $text with $digits digits", ({ value, digits, text }) => {
  expect(figureText(value, digits)).toBe(text);
});
