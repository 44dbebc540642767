import { beforeAll, beforeEach, describe, expect, test } from "vitest";

import type { Actor } from "@/lib/domain/access/actor";
import { NewHomeworkSchema } from "@/lib/domain/quizzes/homework-input";
import { database } from "@/lib/server/db/client";
import { appendStudySettings } from "@/lib/server/db/study-settings";
import { listGivenWork } from "@/lib/server/quizzes/given-work";
import { settleHomework } from "@/lib/server/quizzes/settle-homework";
import { assignHomework } from "@/lib/server/services/assign-homework";
import { unpublishAssignment } from "@/lib/server/services/assign-quiz";
import { shareBank } from "@/lib/server/services/change-bank";
import { draftHomework } from "@/lib/server/services/draft-homework";
import { viewAssignments } from "@/lib/server/services/view-assignments";
import { viewHomework } from "@/lib/server/services/view-homework";
import { gradeOf } from "@/tests/helpers/attempts";
import { aClass, aStudent, type TestClass } from "@/tests/helpers/classes";
import {
  aHomework,
  answerAt,
  at,
  FINAL,
  homeworkFields,
  type Answered,
} from "@/tests/helpers/homework";
import { aPrivateBank } from "@/tests/helpers/private-banks";
import { aPerson, START } from "@/tests/helpers/people";
import { aShortQuestion, loadQuestions } from "@/tests/helpers/study-content";

const DUE = at("2026-11-05T23:59");

beforeAll(() => loadQuestions([aShortQuestion("pods/phase"), aShortQuestion("volumes/claim")]));

let group: TestClass;
let student: Actor;
beforeEach(async () => {
  group = await aClass();
  student = await aStudent(group.id);
});

const view = (actor: Actor, assignmentId: string, now = at("2026-11-03T12:00")) =>
  viewHomework(actor, { classId: group.id, assignmentId }, now);

const reachedBy = async (actor: Actor, id: string, now?: Date) =>
  (await view(actor, id, now)).own?.progress.reached;

describe("what counts", () => {
  test("is a day with enough answers of study", async () => {
    const id = await aHomework(group);
    await answerAt(student, "2026-11-02T10:00");
    await answerAt(student, "2026-11-02T10:01");
    await answerAt(student, "2026-11-03T10:00");
    const { own } = await view(student, id);
    expect(own).toMatchObject({
      state: "on-plan",
      reached: "1 of 2 days",
      today: 1,
      progress: { points: 5 },
      days: [
        { date: "2026-11-02", answers: 2 },
        { date: "2026-11-03", answers: 1 },
      ],
    });
  });

  test.each([
    ["a drill", { purpose: "drill" }],
    ["a second try", { purpose: "retry" }],
    ["a miss of a quiz", { purpose: "quiz" }],
    ["an imported review", { purpose: "import" }],
    ["an answer taken back", { undone: true }],
  ] as [string, Answered][])("is not %s", async (_what, rest) => {
    const id = await aHomework(group);
    await answerAt(student, "2026-11-02T10:00");
    await answerAt(student, "2026-11-02T10:01", rest);
    expect(await reachedBy(student, id)).toBe(0);
  });

  test("is not what was answered before the opening or after it was due", async () => {
    const id = await aHomework(group);
    for (const when of ["2026-11-02T03:58", "2026-11-02T03:59", "2026-11-05T23:59:00"]) {
      await answerAt(student, when);
    }
    expect(await reachedBy(student, id, FINAL)).toBe(0);
  });

  test("is only what its questions are", async () => {
    const id = await aHomework(group, { scope: "bank:pods" });
    await answerAt(student, "2026-11-02T10:00");
    await answerAt(student, "2026-11-02T10:01", { questionId: "volumes/claim" });
    expect(await reachedBy(student, id)).toBe(0);
    await answerAt(student, "2026-11-02T10:02");
    expect(await reachedBy(student, id)).toBe(1);
  });

  test("counts on the day that the settings of the answer say", async () => {
    const id = await aHomework(group);
    // 20:00 and 23:00 on the 2nd in Los Angeles are the 3rd in UTC.
    await appendStudySettings(
      database(),
      student.id,
      {
        timeZone: "America/Los_Angeles",
        dayStartHour: 4,
        newPerDay: 10,
        reviewsPerDay: 100,
        desiredRetention: 0.9,
        maximumIntervalDays: 36_500,
        exam: null,
        examDate: null,
      },
      START,
    );
    await answerAt(student, "2026-11-03T04:30", { version: 2 });
    await answerAt(student, "2026-11-03T07:00", { version: 2 });
    const { own } = await view(student, id, at("2026-11-03T20:00"));
    expect(own?.days).toContainEqual({ date: "2026-11-02", answers: 2 });
  });
});

describe("an answer given offline", () => {
  test("counts by when it was given if it arrives within a day of the due time", async () => {
    const id = await aHomework(group);
    await answerAt(student, "2026-11-05T10:00", { recordedAt: "2026-11-06T20:00" });
    await answerAt(student, "2026-11-05T10:01", { recordedAt: "2026-11-06T20:00" });
    await settleHomework(id, FINAL);
    expect((await gradeOf(student, id))?.points).toBe(5);
  });

  test("does not count when it arrives later", async () => {
    const id = await aHomework(group);
    await answerAt(student, "2026-11-05T10:00", { recordedAt: "2026-11-07T00:00" });
    await answerAt(student, "2026-11-05T10:01", { recordedAt: "2026-11-07T00:00" });
    await settleHomework(id, at("2026-11-07T01:00"));
    expect((await gradeOf(student, id))?.points).toBe(0);
  });
});

describe("questions of a private bank", () => {
  const twoOf = async (questionId: string) => {
    await answerAt(student, "2026-11-02T10:00", { questionId });
    await answerAt(student, "2026-11-02T10:01", { questionId });
  };

  test("count once the bank is shared with the class", async () => {
    const bankId = await aPrivateBank(group.instructor, ["first"]);
    await shareBank(group.instructor, { bankId, classId: group.id });
    const id = await aHomework(group, { scope: `bank:${bankId}` });
    await twoOf(`${bankId}/first`);
    expect(await reachedBy(student, id)).toBe(1);
    expect((await view(student, id)).sentence).toContain("Exam drills");
  });

  test("cannot be asked of a class that cannot study them", async () => {
    const bankId = await aPrivateBank(group.instructor, ["first"]);
    await expect(aHomework(group, { scope: `bank:${bankId}` })).rejects.toMatchObject({
      code: "invalid",
    });
    const { scopes } = await draftHomework(group.instructor, group.id, START);
    const offered = scopes.flatMap(({ choices }) => choices.map(({ value }) => value));
    expect(offered).toContain("bank:pods");
    expect(offered).not.toContain(`bank:${bankId}`);
  });
});

describe("who may see and change it", () => {
  test("a student sees nobody else's progress", async () => {
    const id = await aHomework(group);
    expect((await view(student, id)).students).toBe(null);
  });

  test("staff see everybody's, by name", async () => {
    const id = await aHomework(group);
    const assistant = await aStudent(group.id, { role: "assistant" });
    expect((await view(assistant, id)).students?.map(({ userId }) => userId)).toEqual([student.id]);
  });

  test.each(["student", "assistant"] as const)("%ss assign none", async (role) => {
    const actor = await aStudent(group.id, { role });
    const assigned = assignHomework(actor, NewHomeworkSchema.parse(homeworkFields(group)), START);
    await expect(assigned).rejects.toMatchObject({ code: "not-found" });
  });

  test("of another class it does not exist", async () => {
    const id = await aHomework(group);
    const other = await aClass();
    const ref = { classId: other.id, assignmentId: id };
    const seen = viewHomework(other.instructor, ref, START);
    await expect(seen).rejects.toMatchObject({ code: "not-found" });
    await expect(view(await aPerson(), id)).rejects.toMatchObject({ code: "not-found" });
  });

  test("before it is published it does not exist for students", async () => {
    const id = await aHomework(group);
    await unpublishAssignment(group.instructor, { classId: group.id, assignmentId: id });
    await expect(view(student, id)).rejects.toMatchObject({ code: "not-found" });
  });

  test("with final credit it is not taken back", async () => {
    const id = await aHomework(group);
    await settleHomework(id, FINAL);
    const taken = unpublishAssignment(group.instructor, { classId: group.id, assignmentId: id });
    await expect(taken).rejects.toMatchObject({ code: "conflict" });
  });

  test.each([
    { field: "dueAt", rest: { dueAt: "2026-11-01T12:00" } },
    { field: "missedDays", rest: { missedDays: "4" } },
    { field: "scope", rest: { scope: "bank:unknown" } },
  ])("a wrong $field is refused at its field", async ({ field, rest }) => {
    const assigned = assignHomework(
      group.instructor,
      NewHomeworkSchema.parse(homeworkFields(group, rest)),
      START,
    );
    await expect(assigned).rejects.toMatchObject({ code: "invalid", fields: { [field]: [/./u] } });
  });
});

test("it is listed with how far the student is, and is handed in once reached", async () => {
  const id = await aHomework(group, { missedDays: "3" });
  const listed = async () =>
    (await viewAssignments(student, group.id, at("2026-11-03T12:00"))).assignments[0];
  const given = async () => (await listGivenWork(student.id, DUE, at("2026-11-03T12:00")))[0];
  expect(await listed()).toMatchObject({
    id,
    homework: { state: "on-plan", reached: "0 of 1 day" },
  });
  expect(await given()).toMatchObject({
    isHandedIn: false,
    homework: { today: { wanted: 2, given: 0 } },
  });
  await answerAt(student, "2026-11-03T10:00");
  await answerAt(student, "2026-11-03T10:01");
  expect(await listed()).toMatchObject({ homework: { state: "reached" } });
  expect(await given()).toMatchObject({ isHandedIn: true });
});
