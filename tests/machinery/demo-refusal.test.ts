import { expect, test } from "vitest";

import { demoRefusal } from "@/scripts/demo/demo-refusal";

test.each([
  { there: "nobody", demo: 0, others: 0, again: false },
  { there: "nobody, asked for again", demo: 0, others: 0, again: true },
  { there: "a demo, asked for again", demo: 32, others: 0, again: true },
])("a demo is made where there is $there", ({ demo, others, again }) => {
  expect(demoRefusal({ demo, others }, again)).toBeNull();
});

test("a second demo is refused with how to replace the first", () => {
  expect(demoRefusal({ demo: 32, others: 0 }, false)).toBe(
    "The demo is there already: nothing was changed. npm run demo -- --again replaces it.",
  );
});

test.each([
  { others: 1, demo: 0, again: false, who: "somebody who is" },
  { others: 7, demo: 0, again: false, who: "7 people who are" },
  { others: 7, demo: 32, again: true, who: "7 people who are" },
])("beside $others others no demo is made, nor replaced", ({ others, demo, again, who }) => {
  expect(demoRefusal({ demo, others }, again)).toBe(
    `This instance has ${who} not of a demo: nothing was changed. A demo needs an instance of its own; README says how to start one.`,
  );
});
