import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { dayNumber, dayStart, type DayRule } from "@/lib/domain/scheduling/learner-day";

const dateOf = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);
const numberOf = (date: string) => Date.parse(`${date}T00:00:00Z`) / 86_400_000;

describe("an instant lies in the learner's day", () => {
  test.each([
    { timeZone: "UTC", at: "2026-03-02T03:59:59.999Z", date: "2026-03-01" },
    { timeZone: "UTC", at: "2026-03-02T04:00:00.000Z", date: "2026-03-02" },
    { timeZone: "America/Los_Angeles", at: "2026-01-15T11:59:59Z", date: "2026-01-14" },
    { timeZone: "America/Los_Angeles", at: "2026-01-15T12:00:00Z", date: "2026-01-15" },
    // After 8 March the clock there is 7 hours behind.
    { timeZone: "America/Los_Angeles", at: "2026-03-08T10:59:59Z", date: "2026-03-07" },
    { timeZone: "America/Los_Angeles", at: "2026-03-08T11:00:00Z", date: "2026-03-08" },
    { timeZone: "America/Los_Angeles", at: "2026-11-01T11:59:59Z", date: "2026-10-31" },
    { timeZone: "America/Los_Angeles", at: "2026-11-01T12:00:00Z", date: "2026-11-01" },
    { timeZone: "Asia/Kolkata", at: "2026-06-01T22:29:59Z", date: "2026-06-01" },
    { timeZone: "Asia/Kolkata", at: "2026-06-01T22:30:00Z", date: "2026-06-02" },
    // Lord Howe moves by half an hour: 11 hours ahead in summer, 10:30 in winter.
    { timeZone: "Australia/Lord_Howe", at: "2026-04-03T16:59:59Z", date: "2026-04-03" },
    { timeZone: "Australia/Lord_Howe", at: "2026-04-03T17:00:00Z", date: "2026-04-04" },
    { timeZone: "Australia/Lord_Howe", at: "2026-04-05T17:29:59Z", date: "2026-04-05" },
    { timeZone: "Australia/Lord_Howe", at: "2026-04-05T17:30:00Z", date: "2026-04-06" },
  ])("$at in $timeZone is $date", ({ timeZone, at, date }) => {
    expect(dateOf(dayNumber(new Date(at), { timeZone, dayStartHour: 4 }))).toBe(date);
  });
});

describe("a day starts", () => {
  test.each([
    {
      name: "when the clock is set forward past its hour",
      rule: { timeZone: "America/Los_Angeles", dayStartHour: 2 },
      date: "2026-03-08",
      start: "2026-03-08T10:00:00.000Z",
    },
    {
      name: "at the first of two equal hours",
      rule: { timeZone: "America/Los_Angeles", dayStartHour: 1 },
      date: "2026-11-01",
      start: "2026-11-01T08:00:00.000Z",
    },
    {
      name: "when midnight itself is skipped",
      rule: { timeZone: "Africa/Cairo", dayStartHour: 0 },
      date: "2026-04-24",
      start: "2026-04-23T22:00:00.000Z",
    },
    {
      name: "at the first of two equal hours, though the clock then shows the day before",
      rule: { timeZone: "Antarctica/Troll", dayStartHour: 2 },
      date: "2026-10-25",
      start: "2026-10-25T00:00:00.000Z",
    },
    {
      name: "half an hour to the hour of UTC in Kolkata",
      rule: { timeZone: "Asia/Kolkata", dayStartHour: 4 },
      date: "2026-06-02",
      start: "2026-06-01T22:30:00.000Z",
    },
  ])("$name", ({ rule, date, start }) => {
    expect(dayStart(numberOf(date), rule).toISOString()).toBe(start);
  });
});

const zones = [
  "UTC",
  "America/Los_Angeles",
  "America/Havana",
  "America/St_Johns",
  "Africa/Cairo",
  "Africa/Casablanca",
  "Antarctica/Troll",
  "Asia/Kathmandu",
  "Asia/Kolkata",
  "Australia/Lord_Howe",
  "Europe/Berlin",
  "Pacific/Chatham",
];
const rules: fc.Arbitrary<DayRule> = fc.record({
  timeZone: fc.constantFrom(...zones),
  dayStartHour: fc.integer({ min: 0, max: 23 }),
});
const instants = fc
  .integer({ min: Date.parse("2015-01-01"), max: Date.parse("2035-01-01") })
  .map((ms) => new Date(ms));

test("every instant lies between the start of its day and the start of the next", () => {
  fc.assert(
    fc.property(rules, instants, (rule, at) => {
      const day = dayNumber(at, rule);
      expect(dayStart(day, rule).getTime()).toBeLessThanOrEqual(at.getTime());
      expect(dayStart(day + 1, rule).getTime()).toBeGreaterThan(at.getTime());
    }),
    { numRuns: 3_000 },
  );
});

test("every day of twelve years starts on that day, and the millisecond before is still the day before", () => {
  for (const timeZone of ["Antarctica/Troll", "Australia/Lord_Howe", "America/Los_Angeles"]) {
    for (const dayStartHour of [0, 2, 4]) {
      const rule = { timeZone, dayStartHour };
      for (let day = numberOf("2020-01-01"); day < numberOf("2032-01-01"); day++) {
        const start = dayStart(day, rule);
        const before = new Date(start.getTime() - 1);
        if (dayNumber(start, rule) !== day || dayNumber(before, rule) !== day - 1) {
          expect.unreachable(`${timeZone} ${dayStartHour}:00 ${dateOf(day)}`);
        }
      }
    }
  }
});
