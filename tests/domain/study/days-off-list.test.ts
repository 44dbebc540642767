import { expect, test } from "vitest";

import { mergeDaysOff } from "@/lib/domain/study/days-off-list";

const day = (from: number, to = from) => ({
  from: `2026-12-${String(from).padStart(2, "0")}`,
  to: `2026-12-${String(to).padStart(2, "0")}`,
});

test.each([
  {
    name: "a stretch of its own",
    list: [day(1, 3)],
    change: { add: day(8) },
    after: [day(1, 3), day(8)],
  },
  {
    name: "an earlier one first",
    list: [day(8)],
    change: { add: day(1) },
    after: [day(1), day(8)],
  },
  { name: "one that touches", list: [day(1, 3)], change: { add: day(4) }, after: [day(1, 4)] },
  { name: "one that overlaps", list: [day(1, 3)], change: { add: day(2, 9) }, after: [day(1, 9)] },
  {
    name: "a gap that is filled",
    list: [day(1), day(3)],
    change: { add: day(2) },
    after: [day(1, 3)],
  },
  {
    name: "a day cut out",
    list: [day(1, 5)],
    change: { remove: day(3) },
    after: [day(1, 2), day(4, 5)],
  },
  { name: "an end cut off", list: [day(1, 5)], change: { remove: day(4, 9) }, after: [day(1, 3)] },
  { name: "all cut", list: [day(2, 3)], change: { remove: day(1, 9) }, after: [] },
  { name: "nothing there", list: [day(2, 3)], change: { remove: day(8) }, after: [day(2, 3)] },
])("a list of days off with $name", ({ list, change, after }) => {
  expect(mergeDaysOff(list, change)).toEqual(after);
});
