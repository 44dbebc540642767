import fc from "fast-check";
import { describe, expect, test } from "vitest";

import {
  escapeText,
  foldLine,
  toICalendar,
  type CalendarEvent,
} from "@/lib/domain/calendar/icalendar";

const MADE_AT = new Date("2026-11-21T09:30:00.123Z");
const DUE: CalendarEvent = {
  uid: "due-2026-11-21-ab@reconcile",
  summary: "12 reviews due",
  when: { day: "2026-11-21" },
};

const calendarOf = (...events: CalendarEvent[]) =>
  toICalendar({
    name: "Reconcile",
    productId: "-//Reconcile//Test//EN",
    madeAt: MADE_AT,
    refreshHours: 1,
    events,
  });
const linesOf = (text: string) => text.replaceAll("\r\n ", "").split("\r\n");
const octets = (text: string) => Buffer.byteLength(text, "utf8");

test("a calendar has the properties that RFC 5545 requires, once each", () => {
  const lines = linesOf(calendarOf());
  expect(lines[0]).toBe("BEGIN:VCALENDAR");
  expect(lines.filter((line) => line.startsWith("VERSION:"))).toEqual(["VERSION:2.0"]);
  expect(lines.filter((line) => line.startsWith("PRODID:"))).toHaveLength(1);
  expect(lines.slice(-2)).toEqual(["END:VCALENDAR", ""]);
});

test("an event of a day lasts until the next day, which is not part of it", () => {
  expect(linesOf(calendarOf(DUE))).toEqual(
    expect.arrayContaining(["DTSTART;VALUE=DATE:20261121", "DTEND;VALUE=DATE:20261122"]),
  );
});

test.each([
  { day: "2026-12-31", next: "20270101" },
  { day: "2028-02-28", next: "20280229" },
  { day: "2026-03-08", next: "20260309" },
])("the day after $day is $next", ({ day, next }) => {
  expect(calendarOf({ ...DUE, when: { day } })).toContain(`\r\nDTEND;VALUE=DATE:${next}\r\n`);
});

test("an event at a time is said in UTC", () => {
  const event = { ...DUE, when: { at: new Date("2026-11-21T23:59:00+01:00") } };
  expect(calendarOf(event)).toContain("\r\nDTSTART:20261121T225900Z\r\n");
});

test("every event has a UID, and says when it was looked up", () => {
  const lines = linesOf(calendarOf(DUE, { ...DUE, uid: "exam-ab@reconcile" }));
  expect(lines.filter((line) => line.startsWith("UID:"))).toEqual([
    "UID:due-2026-11-21-ab@reconcile",
    "UID:exam-ab@reconcile",
  ]);
  expect(lines.filter((line) => line === "DTSTAMP:20261121T093000Z")).toHaveLength(2);
});

test("nothing in it takes up time", () => {
  expect(calendarOf(DUE)).toContain("\r\nTRANSP:TRANSPARENT\r\n");
});

describe("text", () => {
  test.each([
    { text: "Pods; Services, and more", escaped: String.raw`Pods\; Services\, and more` },
    { text: String.raw`C:\kube`, escaped: String.raw`C:\\kube` },
    { text: "one\ntwo\r\nthree\rfour", escaped: String.raw`one\ntwo\nthree\nfour` },
    { text: "bell\u0007 and escape\u001B", escaped: "bell and escape" },
    { text: 'quotes " and colons :', escaped: 'quotes " and colons :' },
  ])("$text is written $escaped", ({ text, escaped }) => {
    expect(escapeText(text)).toBe(escaped);
  });

  test("of somebody's title begins no line of its own", () => {
    const summary = "Quiz\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:forged";
    const lines = linesOf(calendarOf({ ...DUE, summary }));
    expect(lines.filter((line) => line.startsWith("BEGIN:VEVENT"))).toHaveLength(1);
    expect(lines.filter((line) => line.startsWith("SUMMARY:"))).toHaveLength(1);
  });
});

describe("folding", () => {
  test("leaves 75 octets as they are and folds the 76th", () => {
    expect(foldLine("a".repeat(75))).toBe("a".repeat(75));
    expect(foldLine("a".repeat(76))).toBe(`${"a".repeat(75)}\r\n a`);
  });

  test("counts octets, not characters, and cuts none in two", () => {
    expect(foldLine("é".repeat(38))).toBe(`${"é".repeat(37)}\r\n é`);
    expect(foldLine(`${"a".repeat(74)}😀`)).toBe(`${"a".repeat(74)}\r\n 😀`);
  });

  test("of any text gives lines of at most 75 octets that unfold to it", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 400 }), (text) => {
        const line = `SUMMARY:${escapeText(text)}`;
        const folded = foldLine(line);
        expect(Math.max(...folded.split("\r\n").map(octets))).toBeLessThanOrEqual(75);
        expect(folded.replaceAll("\r\n ", "")).toBe(line);
      }),
    );
  });
});

test("every line of a calendar ends in CR LF, and neither stands alone", () => {
  const text = calendarOf({ ...DUE, description: `${"long ".repeat(40)}\n${"ü".repeat(90)}` });
  expect(text.endsWith("\r\n")).toBe(true);
  expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
});
