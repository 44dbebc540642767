import { describe, expect, test } from "vitest";

import { digestDueOn } from "@/lib/domain/reminders/digest-due";

const LA = "America/Los_Angeles";
const LORD_HOWE = "Australia/Lord_Howe";

const due = (timeZone: string, digestHour: number, now: string, sentOn: string | null = null) =>
  digestDueOn({ timeZone, digestHour }, sentOn, new Date(now));

test.each([
  { what: "a minute before the hour", now: "2026-11-21T06:59:00Z", date: null },
  { what: "at the hour", now: "2026-11-21T07:00:00Z", date: "2026-11-21" },
  { what: "up to three hours late", now: "2026-11-21T09:59:00Z", date: "2026-11-21" },
  { what: "not later than that", now: "2026-11-21T10:00:00Z", date: null },
])("$what a digest at seven is due: $date", ({ now, date }) => {
  expect(due("UTC", 7, now)).toBe(date);
});

test.each([
  { sentOn: null, date: "2026-11-21" },
  { sentOn: "2026-11-20", date: "2026-11-21" },
  { sentOn: "2026-11-21", date: null },
  { sentOn: "2026-11-22", date: null },
])("one that was sent on $sentOn leaves $date", ({ sentOn, date }) => {
  expect(due("UTC", 7, "2026-11-21T08:00:00Z", sentOn)).toBe(date);
});

test.each([
  { zone: "Asia/Kolkata", now: "2026-11-21T01:30:00Z", date: "2026-11-21" },
  { zone: "Asia/Kolkata", now: "2026-11-21T01:29:00Z", date: null },
  { zone: LA, now: "2026-11-21T15:00:00Z", date: "2026-11-21" },
  { zone: "Pacific/Kiritimati", now: "2026-11-20T17:00:00Z", date: "2026-11-21" },
])("seven o'clock in $zone at $now is due: $date", ({ zone, now, date }) => {
  expect(due(zone, 7, now)).toBe(date);
});

describe("when the clocks change", () => {
  test.each([
    { what: "seven is an hour earlier in UTC in summer", now: "2026-03-08T14:00:00Z", at: 7 },
    { what: "seven is an hour later again in winter", now: "2026-11-01T15:00:00Z", at: 7 },
  ])("in Los Angeles $what", ({ now, at }) => {
    expect(due(LA, at, now)).toBe(now.slice(0, 10));
    expect(due(LA, at, new Date(Date.parse(now) - 60_000).toISOString())).toBe(null);
  });

  test("an hour that Los Angeles skips is due when the clocks jump over it", () => {
    expect(due(LA, 2, "2026-03-08T09:59:00Z")).toBe(null);
    expect(due(LA, 2, "2026-03-08T10:00:00Z")).toBe("2026-03-08");
  });

  test("half an hour that Lord Howe skips is due when the clocks jump over it", () => {
    // On 4 October 2026 at 02:00 (+10:30) it becomes 02:30 (+11).
    expect(due(LORD_HOWE, 2, "2026-10-03T15:29:00Z")).toBe(null);
    expect(due(LORD_HOWE, 2, "2026-10-03T15:30:00Z")).toBe("2026-10-04");
  });

  test.each([
    { zone: LA, first: "2026-11-01T08:00:00Z", second: "2026-11-01T09:00:00Z" },
    { zone: LORD_HOWE, first: "2026-04-04T14:30:00Z", second: "2026-04-04T15:00:00Z" },
  ])("an hour that $zone shows twice is due once", ({ zone, first, second }) => {
    const date = due(zone, 1, first);
    expect(date).not.toBe(null);
    expect(due(zone, 1, second, date)).toBe(null);
  });
});

test.each([LA, LORD_HOWE, "Asia/Kolkata", "Europe/Berlin"])(
  "asked each quarter of an hour for a year, %s gets one for each date",
  (timeZone) => {
    const dates: string[] = [];
    const start = Date.parse("2026-01-02T06:00:00Z");
    for (let quarter = 0; quarter < 365 * 96; quarter += 1) {
      const date = due(
        timeZone,
        2,
        new Date(start + quarter * 900_000).toISOString(),
        dates.at(-1) ?? null,
      );
      if (date !== null) dates.push(date);
    }
    const first = Date.parse(dates[0] ?? "");
    expect(dates).toEqual(
      dates.map((_, day) => new Date(first + day * 86_400_000).toISOString().slice(0, 10)),
    );
    expect(dates).toHaveLength(365);
  },
);
