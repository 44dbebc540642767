import { expect, test } from "vitest";

import {
  adjusted,
  clockOf,
  countdownText,
  serverTimeAt,
  warningBetween,
} from "@/lib/domain/quizzes/server-clock";

const SERVER = Date.parse("2026-11-02T09:00:00Z");

test("the time is right to half of what the answer travelled", () => {
  const clock = clockOf({ serverMs: SERVER, askedAt: 1_000, answeredAt: 1_400 });
  expect(serverTimeAt(clock, 1_200)).toBe(SERVER);
  expect(clock.errorMs).toBe(200);
});

test("a slow answer does not make a good clock worse, a quick one makes a bad clock better", () => {
  const quick = { serverMs: SERVER, askedAt: 0, answeredAt: 100 };
  const slow = { serverMs: SERVER + 3_000, askedAt: 1_000, answeredAt: 7_000 };
  expect(adjusted(clockOf(quick), slow)).toEqual(clockOf(quick));
  expect(adjusted(clockOf(slow), quick)).toEqual(clockOf(quick));
});

test("after a sleep in which the monotonic clock stood still the new answer counts", () => {
  const before = clockOf({ serverMs: SERVER, askedAt: 0, answeredAt: 100 });
  const after = { serverMs: SERVER + 600_000, askedAt: 1_000, answeredAt: 2_000 };
  expect(adjusted(before, after)).toEqual(clockOf(after));
});

test.each([
  { before: 601_000, now: 599_900, is: 10 },
  { before: 301_000, now: 300_000, is: 5 },
  { before: 60_100, now: 59_900, is: 1 },
  { before: 700_000, now: 50_000, is: 1 },
  { before: 500_000, now: 400_000, is: null },
  { before: 100_000, now: -5, is: null },
])("from $before to $now ms the warning of $is minutes is due", ({ before, now, is }) => {
  expect(warningBetween(before, now)).toBe(is);
});

test.each([
  { left: 3_909_000, is: "1:05:09" },
  { left: 750_000, is: "12:30" },
  { left: 3_001, is: "0:04" },
  { left: -1, is: "0:00" },
])("$left ms are shown as $is", ({ left, is }) => {
  expect(countdownText(left)).toBe(is);
});
