import { expect, test } from "vitest";

import {
  dueByDay,
  studyEvents,
  type StudyCalendarFacts,
} from "@/lib/domain/calendar/study-calendar";
import { dayOfDate } from "@/lib/domain/scheduling/due-day";

const TODAY = dayOfDate("2026-11-21");

const FACTS: StudyCalendarFacts = {
  owner: "ab12",
  today: TODAY,
  due: new Map(),
  secondsPerAnswer: 30,
  exam: null,
  assigned: [],
  studyUrl: "https://study.example/today",
};

test("what is overdue is due today, and the thirty-first day is left out", () => {
  const due = dueByDay([TODAY - 9, TODAY, TODAY + 29, TODAY + 30], TODAY);
  expect([...due]).toEqual([
    [TODAY, 2],
    [TODAY + 29, 1],
  ]);
});

test("a day with reviews has one event, a day without has none", () => {
  const due = new Map([
    [TODAY + 1, 1],
    [TODAY, 12],
    [TODAY + 2, 0],
  ]);
  expect(studyEvents({ ...FACTS, due })).toMatchObject([
    {
      uid: "due-2026-11-21-ab12@reconcile",
      summary: "12 reviews due",
      description: "About 6 min at your pace. New questions come on top.",
      when: { day: "2026-11-21" },
    },
    { uid: "due-2026-11-22-ab12@reconcile", summary: "1 review due", when: { day: "2026-11-22" } },
  ]);
});

test("the exam is an event of its day", () => {
  const exam = { title: "CKA", date: "2026-12-24" };
  expect(studyEvents({ ...FACTS, exam })).toMatchObject([
    { uid: "exam-ab12@reconcile", summary: "Exam: CKA", when: { day: "2026-12-24" } },
  ]);
});

test.each([
  { isHandedIn: false, isStudy: false, summary: "Due: Pods (K8s 101)" },
  { isHandedIn: true, isStudy: false, summary: "Handed in: Pods (K8s 101)" },
  { isHandedIn: true, isStudy: true, summary: "Reached: Pods (K8s 101)" },
])("an assignment is an event at its time: $summary", ({ isHandedIn, isStudy, summary }) => {
  const dueAt = new Date("2026-11-25T22:59:00Z");
  const url = "https://study.example/classes/1/assignments/2";
  const work = { id: "2", title: "Pods", className: "K8s 101", dueAt, isHandedIn, isStudy, url };
  expect(studyEvents({ ...FACTS, assigned: [work] })).toEqual([
    { uid: "assignment-2-ab12@reconcile", summary, url, when: { at: dueAt } },
  ]);
});
