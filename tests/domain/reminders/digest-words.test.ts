import { describe, expect, test } from "vitest";

import { digestWords, type DigestFacts } from "@/lib/domain/reminders/digest-words";

const NOTHING: DigestFacts = {
  counts: { learning: 0, due: 0, new: 0, answeredToday: 0 } as unknown as DigestFacts["counts"],
  minutes: 0,
  streak: { days: 0, studiedToday: false },
  exam: null,
  dueSoon: [],
  homework: [],
};
const some = (due: number, fresh = 0, rest: Partial<DigestFacts> = {}): DigestFacts => ({
  ...NOTHING,
  counts: { ...NOTHING.counts, due, new: fresh },
  minutes: 9,
  ...rest,
});
const DUE_SOON = {
  title: "Pods",
  className: "K8s 101",
  dueAt: new Date("2026-11-23T22:59:00Z"),
  timeZone: "Europe/Berlin",
};
const textOf = (facts: DigestFacts) => digestWords(facts)?.paragraphs.join(" ");

test("with nothing due there is nothing to say", () => {
  expect(digestWords(NOTHING)).toBe(null);
});

test("new questions alone are no reason to write", () => {
  expect(digestWords(some(0, 10))).toBe(null);
});

test.each([
  { due: 1, fresh: 0, subject: "1 review today, about 9 min" },
  { due: 12, fresh: 5, subject: "12 reviews and 5 new today, about 9 min" },
])("the subject counts: $subject", ({ due, fresh, subject }) => {
  expect(digestWords(some(due, fresh))?.subject).toBe(subject);
});

test("what is due soon in a class is reason enough, and named with its time and zone", () => {
  const words = digestWords({ ...NOTHING, dueSoon: [DUE_SOON] });
  expect(words?.subject).toBe("1 assignment due soon");
  expect(words?.items).toEqual(["Pods (K8s 101), due Mon 23 November at 23:59 (Europe/Berlin)"]);
});

const HOMEWORK = { title: "Daily", className: "K8s 101", reached: "3 of 12 days", answersLeft: 20 };

test("study work that asks for answers today is reason enough, and says how many", () => {
  const words = digestWords({ ...NOTHING, homework: [HOMEWORK] });
  expect(words?.subject).toBe("Study work for today: Daily");
  expect(words?.paragraphs).toContain(
    "Study work “Daily” (K8s 101): 20 answers today, 3 of 12 days so far.",
  );
});

test("study work whose day is done is no reason to write", () => {
  expect(digestWords({ ...NOTHING, homework: [{ ...HOMEWORK, answersLeft: 0 }] })).toBe(null);
});

describe("the streak", () => {
  test.each([
    { streak: { days: 0, studiedToday: false }, text: "1 review is due today: about 9 min." },
    {
      streak: { days: 4, studiedToday: false },
      text: "1 review is due today: about 9 min. You have studied 4 days in a row. An answer today makes it 5.",
    },
    {
      streak: { days: 1, studiedToday: true },
      text: "1 review is due today: about 9 min. You have studied 1 day in a row.",
    },
  ])("of $streak.days days", ({ streak, text }) => {
    expect(textOf(some(1, 0, { streak }))).toBe(text);
  });
});

test.each([
  { daysLeft: 1, text: "1 day until your exam: CKA." },
  { daysLeft: 30, text: "30 days until your exam: CKA." },
  { daysLeft: 0, text: "Your exam is today: CKA. Good luck." },
])("$daysLeft days before it the exam is counted down to", ({ daysLeft, text }) => {
  expect(textOf(some(1, 0, { exam: { title: "CKA", daysLeft } }))).toContain(text);
});

test.each([null, -1])("an exam %s days away is not spoken of", (daysLeft) => {
  expect(textOf(some(1, 0, { exam: { title: "CKA", daysLeft } }))).not.toContain("CKA");
});
