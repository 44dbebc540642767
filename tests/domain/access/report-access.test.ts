import { expect, test } from "vitest";

import { canHandleReports } from "@/lib/domain/access/report-access";

test.each([
  ["learner", false],
  ["instructor", true],
  ["admin", true],
] as const)("whether a person of role %s may handle reports is %s", (role, may) => {
  expect(canHandleReports({ role })).toBe(may);
});
