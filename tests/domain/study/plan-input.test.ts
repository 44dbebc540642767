import { expect, test } from "vitest";
import { z } from "zod";

import { ChangeDaysOffSchema } from "@/lib/domain/study/plan-input";

test.each([
  { from: "2026-12-30", to: "2027-01-02", says: {} },
  { from: "2026-12-30", to: "2026-12-30", says: {} },
  { from: "", to: "2026-12-30", says: { from: ["Enter a date."] } },
  {
    from: "2026-12-30",
    to: "2026-12-29",
    says: { to: ["The last day off comes before the first."] },
  },
  { from: "2026-12-30", to: "2028-12-30", says: { to: ["Enter at most a year at once."] } },
])("of days off from '$from' to '$to' the fields say $says", ({ from, to, says }) => {
  const { error } = ChangeDaysOffSchema.safeParse({ change: "add", from, to });
  expect(error ? z.flattenError(error).fieldErrors : {}).toEqual(says);
});
