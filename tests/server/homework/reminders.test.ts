import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";

import type { Actor } from "@/lib/domain/access/actor";
import { NOTICE_KINDS, type NoticeKind } from "@/lib/domain/notices/notice-kinds";
import { StudyRuleSchema } from "@/lib/domain/quizzes/study-homework";
import { database } from "@/lib/server/db/client";
import { setGradeCause } from "@/lib/server/db/grades";
import { gradeAssignment } from "@/lib/server/quizzes/grade-assignment";
import { remindOfDueWork, remindOfHomework } from "@/lib/server/services/remind-of-work";
import { changeNoticeChoices } from "@/lib/server/services/view-notices";
import { RIGHT, save, start, submit } from "@/tests/helpers/attempts";
import {
  aClass,
  aQuizAssignment,
  aStudent,
  hours,
  quizOf,
  type TestClass,
} from "@/tests/helpers/classes";
import { answerAt } from "@/tests/helpers/homework";
import { START } from "@/tests/helpers/people";
import { aShortQuestion, loadQuestions } from "@/tests/helpers/study-content";

const GOING_ON = new AbortController().signal;

let group: TestClass;
let student: Actor;
beforeAll(() => loadQuestions([aShortQuestion("pods/phase")]));
beforeEach(async () => {
  group = await aClass();
  student = await aStudent(group.id);
});

const told = async ({ id: userId }: Actor, kind: NoticeKind) =>
  (await database().notice.findMany({ where: { userId, kind } })).length;

const choose = (actor: Actor, choices: { dueSoonHours?: number; byEmail?: NoticeKind[] }) =>
  changeNoticeChoices(actor, {
    inApp: NOTICE_KINDS,
    byEmail: [],
    dueSoonHours: 24,
    ...choices,
  });

/** Due 50 hours after `START`. */
const aQuiz = (draft: object = {}) =>
  aQuizAssignment(group, quizOf("pods/phase"), { dueAt: hours(50), ...draft });
const remindAt = (hour: number) => remindOfDueWork(hours(hour), GOING_ON);

describe("what is due soon", () => {
  test("is told a day before, once", async () => {
    await aQuiz();
    await remindAt(25.9);
    expect(await told(student, "due-soon")).toBe(0);
    await remindAt(26);
    await Promise.all([remindAt(26.1), remindAt(26.2)]);
    await remindAt(49);
    expect(await told(student, "due-soon")).toBe(1);
  });

  test("is told as long before as somebody wants", async () => {
    await choose(student, { dueSoonHours: 6 });
    await aQuiz();
    await remindAt(43);
    expect(await told(student, "due-soon")).toBe(0);
    await remindAt(44);
    expect(await told(student, "due-soon")).toBe(1);
  });

  test("is told by the student's own due time", async () => {
    const slow = await aStudent(group.id, { extraDays: 2 });
    await aQuiz();
    await remindAt(30);
    expect(await told(slow, "due-soon")).toBe(0);
    await remindAt(75);
    expect(await told(slow, "due-soon")).toBe(1);
    expect(await told(student, "due-soon")).toBe(1);
  });

  test("is told again when it is due at another time", async () => {
    const id = await aQuiz();
    await remindAt(30);
    await database().assignment.update({ where: { id }, data: { dueAt: hours(100) } });
    await remindAt(80);
    expect(await told(student, "due-soon")).toBe(2);
  });

  test("is not told to whoever has handed in", async () => {
    const id = await aQuiz();
    const attempt = await start(student, id);
    await submit(student, attempt);
    await remindAt(30);
    expect(await told(student, "due-soon")).toBe(0);
  });

  test.each([
    ["is not published", { publishedAt: null }],
    ["was published just now", { publishedAt: hours(29.5) }],
    ["is archived", { archivedAt: START }],
    ["is over", { dueAt: hours(29) }],
    ["is for another section", { sectionIds: [randomUUID()] }],
  ])("is not told when it %s", async (_what, draft) => {
    await aQuiz(draft);
    await remindAt(30);
    expect(await told(student, "due-soon")).toBe(0);
  });

  test("is not told to staff, nor to whoever has left", async () => {
    await aQuiz();
    await database().member.updateMany({
      where: { userId: student.id },
      data: { removedAt: START },
    });
    await remindAt(30);
    expect(await told(student, "due-soon")).toBe(0);
    expect(await told(group.instructor, "due-soon")).toBe(0);
  });
});

/** Two answers on each of seven days from `START`'s. */
const aHomework = async () => {
  const studyRule = StudyRuleSchema.parse({
    kind: "reviews",
    scope: { by: "all" },
    perDay: 2,
    days: 7,
    credit: "proportional",
    points: 10,
  });
  const id = randomUUID();
  await database().assignment.create({
    data: {
      id,
      classId: group.id,
      kind: "study",
      title: "Daily",
      studyRule,
      opensAt: new Date("2026-11-02T04:00:00Z"),
      dueAt: new Date("2026-11-08T23:59:00Z"),
      createdById: group.instructor.id,
      createdAt: START,
      publishedAt: START,
    },
  });
  return id;
};

const remindOfStudy = (when: string) => remindOfHomework(new Date(when), GOING_ON);

describe("who falls behind with study work", () => {
  test("is told in the evening, once a day", async () => {
    await aHomework();
    await remindOfStudy("2026-11-02T18:00:00Z");
    await remindOfStudy("2026-11-03T12:00:00Z");
    expect(await told(student, "behind")).toBe(0);
    await remindOfStudy("2026-11-03T18:00:00Z");
    await remindOfStudy("2026-11-03T22:00:00Z");
    expect(await told(student, "behind")).toBe(1);
    await remindOfStudy("2026-11-04T18:00:00Z");
    expect(await told(student, "behind")).toBe(2);
  });

  test("is told what makes the day count", async () => {
    await aHomework();
    await answerAt(student, "2026-11-03T10:00");
    await remindOfStudy("2026-11-03T18:00:00Z");
    const notice = await database().notice.findFirstOrThrow({ where: { userId: student.id } });
    expect(notice.facts).toMatchObject({
      reached: "0 of 7 days",
      next: "1 more answer makes today count.",
    });
  });

  test("is nobody who has done the day's share", async () => {
    await aHomework();
    await answerAt(student, "2026-11-03T10:00");
    await answerAt(student, "2026-11-03T10:01");
    await remindOfStudy("2026-11-03T18:00:00Z");
    expect(await told(student, "behind")).toBe(0);
  });

  test("is not told of it in an archived class", async () => {
    await aHomework();
    await database().class.update({ where: { id: group.id }, data: { archivedAt: START } });
    await remindOfStudy("2026-11-03T18:00:00Z");
    expect(await told(student, "behind")).toBe(0);
  });
});

test("study work that is reached is not due any more", async () => {
  const id = await aHomework();
  await database().assignment.update({
    where: { id },
    data: { studyRule: { ...rule(), days: 1 } },
  });
  await answerAt(student, "2026-11-02T10:00");
  await answerAt(student, "2026-11-02T10:01");
  await remindOfDueWork(new Date("2026-11-08T20:00:00Z"), GOING_ON);
  expect(await told(student, "due-soon")).toBe(0);
});

const rule = () => ({
  kind: "reviews",
  scope: { by: "all" },
  perDay: 2,
  credit: "proportional",
  points: 10,
});

describe("marks that change after their release", () => {
  const change = async (id: string) => {
    await database().$transaction(async (db) => {
      await setGradeCause(db, { actorId: null, cause: "override", reason: null });
      await db.itemGrade.updateMany({ where: { userId: student.id }, data: { override: 0.5 } });
      await gradeAssignment(db, id, [student.id], hours(6));
    });
  };
  const handedIn = async () => {
    const id = await aQuiz();
    const attempt = await start(student, id);
    await save(student, attempt, RIGHT);
    await submit(student, attempt);
    return id;
  };

  test("are told to the student", async () => {
    const id = await handedIn();
    await database().assignment.update({ where: { id }, data: { releasedAt: hours(5) } });
    await change(id);
    await change(id);
    expect(await told(student, "marks-changed")).toBe(1);
  });

  test("are told to nobody before", async () => {
    await change(await handedIn());
    expect(await told(student, "marks-changed")).toBe(0);
  });
});
