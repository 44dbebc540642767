import fc from "fast-check";
import { describe, expect, test } from "vitest";

import {
  deadlineOf,
  latePercent,
  NO_ACCOMMODATION,
  personalDates,
  windowState,
  type AssignmentDates,
} from "@/lib/domain/quizzes/attempt-window";

const at = (time: string) => new Date(`2026-03-10T${time}:00Z`);

/** An hour's quiz that is open for one hour. */
const HOUR: AssignmentDates = {
  opensAt: at("10:00"),
  dueAt: at("11:00"),
  closesAt: null,
  timeLimitSeconds: 3_600,
  attemptsAllowed: 1,
  timeZone: "UTC",
};
const HALF_AGAIN = { ...NO_ACCOMMODATION, timeMultiplier: 1.5 };

describe("the deadline of an attempt", () => {
  test.each([
    { who: "everyone", grant: NO_ACCOMMODATION, start: "10:00", end: "11:00" },
    { who: "everyone, starting late", grant: NO_ACCOMMODATION, start: "10:30", end: "11:00" },
    { who: "half as much again", grant: HALF_AGAIN, start: "10:00", end: "11:30" },
    { who: "half as much again, late", grant: HALF_AGAIN, start: "10:30", end: "11:15" },
  ])("$who from $start: $end", ({ grant, start, end }) => {
    expect(deadlineOf(at(start), personalDates(HOUR, grant))).toEqual(at(end));
  });

  test("is the closing when there is no time limit, whatever the multiplier", () => {
    const dates = personalDates({ ...HOUR, timeLimitSeconds: null }, HALF_AGAIN);
    expect(deadlineOf(at("10:00"), dates)).toEqual(at("11:00"));
  });

  test("never takes time away from anyone who is granted some", () => {
    const minutes = fc.integer({ min: 0, max: 59 });
    const grant = fc.record({
      timeMultiplier: fc.double({ min: 1, max: 4, noNaN: true }),
      extraDays: fc.integer({ min: 0, max: 30 }),
      extraAttempts: fc.integer({ min: 0, max: 5 }),
    });
    fc.assert(
      fc.property(minutes, grant, (minute, granted) => {
        const start = new Date(at("10:00").getTime() + minute * 60_000);
        const usual = deadlineOf(start, personalDates(HOUR, NO_ACCOMMODATION));
        expect(deadlineOf(start, personalDates(HOUR, granted)) >= usual).toBe(true);
      }),
    );
  });
});

describe("extra days", () => {
  test("open the assignment past its closing", () => {
    const dates = personalDates(HOUR, { ...NO_ACCOMMODATION, extraDays: 2 });
    const nextDay = new Date("2026-03-11T12:00:00Z");
    expect(windowState(dates, nextDay)).toBe("open");
    expect(windowState(personalDates(HOUR, NO_ACCOMMODATION), nextDay)).toBe("closed");
  });

  test("keep the time of day when the clocks change in between", () => {
    const due = new Date("2026-03-27T22:59:00Z"); // 23:59 in Berlin, two days before summer time
    const dates = personalDates(
      { ...HOUR, dueAt: due, timeZone: "Europe/Berlin" },
      { ...NO_ACCOMMODATION, extraDays: 3 },
    );
    expect(dates.dueAt).toEqual(new Date("2026-03-30T21:59:00Z")); // 23:59 in summer time
  });
});

test("more attempts are added to those allowed, and no limit stays none", () => {
  const more = { ...NO_ACCOMMODATION, extraAttempts: 2 };
  expect(personalDates(HOUR, more).attemptsAllowed).toBe(3);
  expect(personalDates({ ...HOUR, attemptsAllowed: null }, more).attemptsAllowed).toBeNull();
});

test("before it opens nobody starts", () => {
  expect(windowState(personalDates(HOUR, NO_ACCOMMODATION), at("09:59"))).toBe("not-open");
});

describe("lateness", () => {
  const POLICY = { percentPerDay: 10, mostPercent: 25 };
  const LATE: AssignmentDates = {
    ...HOUR,
    closesAt: new Date("2026-03-20T00:00:00Z"),
    timeLimitSeconds: null,
  };
  const day = (days: number) => new Date(at("11:00").getTime() + days * 86_400_000);

  test.each([
    { submittedAt: at("11:00"), percent: 0, why: "on time" },
    { submittedAt: new Date(at("11:00").getTime() + 15_000), percent: 0, why: "within the grace" },
    { submittedAt: new Date(at("11:00").getTime() + 15_001), percent: 10, why: "a day begun" },
    { submittedAt: day(1.5), percent: 20, why: "two days begun" },
    { submittedAt: day(5), percent: 25, why: "at most" },
  ])("$percent percent: $why", ({ submittedAt, percent }) => {
    const dates = personalDates(LATE, NO_ACCOMMODATION);
    expect(latePercent({ startedAt: at("10:00"), submittedAt }, dates, POLICY)).toBe(percent);
  });

  test("does not begin within the time that somebody was granted", () => {
    const dates = personalDates(HOUR, HALF_AGAIN);
    const attempt = { startedAt: at("10:00"), submittedAt: at("11:30") };
    expect(latePercent(attempt, dates, POLICY)).toBe(0);
  });
});
