import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { instantOf, localTimeOf, plusLocalDays } from "@/lib/domain/quizzes/local-time";

describe("a wall clock time of a class", () => {
  test.each([
    ["2026-01-15T23:59", "Europe/Berlin", "2026-01-15T22:59:00.000Z"],
    ["2026-07-15T23:59", "Europe/Berlin", "2026-07-15T21:59:00.000Z"],
    ["2026-07-15T23:59", "Asia/Kolkata", "2026-07-15T18:29:00.000Z"],
    ["2026-10-25T02:30", "Europe/Berlin", "2026-10-25T00:30:00.000Z"], // comes twice: the first
    ["2026-04-05T01:45", "Australia/Lord_Howe", "2026-04-04T14:45:00.000Z"], // comes twice
  ])("%s in %s is %s", (local, zone, instant) => {
    expect(instantOf(local, zone)?.toISOString()).toBe(instant);
  });

  test.each([
    ["2026-03-29T02:30", "Europe/Berlin", "the clocks skip it"],
    ["2026-03-08T02:00", "America/Los_Angeles", "the clocks skip it"],
    ["2026-02-30T10:00", "UTC", "there is no such day"],
    ["2026-02-03", "UTC", "it has no time"],
  ])("%s in %s is none: %s", (local, zone) => {
    expect(instantOf(local, zone)).toBeNull();
  });

  test("is read back as it was written", () => {
    const zone = fc.constantFrom("UTC", "Europe/Berlin", "Asia/Kolkata", "Australia/Lord_Howe");
    const minute = fc.integer({ min: 29_000_000, max: 30_000_000 });
    fc.assert(
      fc.property(minute, zone, (epochMinute, timeZone) => {
        const local = localTimeOf(new Date(epochMinute * 60_000), timeZone);
        const instant = instantOf(local, timeZone);
        expect(instant).not.toBeNull();
        expect(localTimeOf(instant ?? new Date(0), timeZone)).toBe(local);
      }),
    );
  });
});

describe("days added to a time", () => {
  test.each([
    ["2026-03-28T12:00:00Z", 1, "Europe/Berlin", "2026-03-29T11:00:00.000Z"],
    ["2026-03-28T01:30:00Z", 1, "Europe/Berlin", "2026-03-29T01:30:00.000Z"], // 02:30 is skipped: 03:30
    ["2026-10-24T12:00:00Z", 1, "Europe/Berlin", "2026-10-25T13:00:00.000Z"],
    ["2026-10-24T12:00:00Z", 0, "Europe/Berlin", "2026-10-24T12:00:00.000Z"],
  ])("%s plus %i in %s", (from, days, zone, expected) => {
    expect(plusLocalDays(new Date(from), days, zone).toISOString()).toBe(expected);
  });
});
