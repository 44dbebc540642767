import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { v7 as uuidV7 } from "uuid";

import type { Actor } from "@/lib/domain/access/actor";
import { HomeworkChangeSchema, NewHomeworkSchema } from "@/lib/domain/quizzes/homework-input";
import { database, databasePool } from "@/lib/server/db/client";
import { appendStudySettings } from "@/lib/server/db/study-settings";
import { settleHomework } from "@/lib/server/quizzes/settle-homework";
import { listGivenWork } from "@/lib/server/quizzes/given-work";
import { assignHomework, changeHomework } from "@/lib/server/services/assign-homework";
import { publishAssignment, unpublishAssignment } from "@/lib/server/services/assign-quiz";
import { setAccommodation } from "@/lib/server/services/set-accommodation";
import { viewAssignments } from "@/lib/server/services/view-assignments";
import { viewHomework } from "@/lib/server/services/view-homework";
import { gradeOf } from "@/tests/helpers/attempts";
import { aClass, aStudent, type TestClass } from "@/tests/helpers/classes";
import { addAnswers } from "@/tests/helpers/planned-learner";
import { aPerson, START } from "@/tests/helpers/people";
import { aShortQuestion, loadQuestions } from "@/tests/helpers/study-content";

const at = (text: string) => new Date(`${text}Z`);
const DUE = at("2026-11-05T23:59");
const FINAL = at("2026-11-06T23:59");

beforeAll(() => loadQuestions([aShortQuestion("pods/phase"), aShortQuestion("volumes/claim")]));

let group: TestClass;
let student: Actor;
beforeEach(async () => {
  group = await aClass();
  student = await aStudent(group.id);
});

/** Two answers a day on two of the four days from Monday, 2 November, to Thursday. */
const fields = (rest: object = {}) => ({
  classId: group.id,
  title: "Daily study",
  opensAt: "2026-11-02T04:00",
  dueAt: "2026-11-05T23:59",
  ruleKind: "reviews",
  scope: "all",
  perDay: "2",
  missedDays: "2",
  credit: "proportional",
  points: "10",
  ...rest,
});

async function aHomework(rest: object = {}): Promise<string> {
  const input = NewHomeworkSchema.parse(fields(rest));
  const { id } = await assignHomework(group.instructor, input, START);
  await publishAssignment(group.instructor, { classId: group.id, assignmentId: id }, START);
  return id;
}

const readinessFields = (rest: object = {}) => {
  const { perDay: _perDay, missedDays: _missedDays, ...shared } = fields(rest);
  return { ...shared, ruleKind: "readiness", targetPercent: "50", ...rest };
};

type Answered = {
  purpose?: string;
  recordedAt?: string;
  undone?: boolean;
  questionId?: string;
  version?: number;
};

const answer = (who: Actor, when: string, rest: Answered = {}) =>
  database().review.create({
    data: {
      userId: who.id,
      id: uuidV7(),
      questionId: rest.questionId ?? "pods/phase",
      questionVersion: 1,
      seed: "seed",
      settingsVersion: rest.version ?? 1,
      answer: {},
      graded: {},
      outcome: "right",
      suggestedRating: 3,
      rating: 3,
      reviewedAt: at(when),
      recordedAt: at(rest.recordedAt ?? when),
      durationMs: 5_000,
      purpose: rest.purpose ?? "study",
      undoneAt: rest.undone ? at(when) : null,
    },
  });

const view = (actor: Actor, assignmentId: string, now = at("2026-11-03T12:00")) =>
  viewHomework(actor, { classId: group.id, assignmentId }, now);

const reachedBy = async (actor: Actor, id: string, now?: Date) =>
  (await view(actor, id, now)).own?.progress.reached;

const audit = async (assignmentId: string) => {
  const { rows } = await databasePool().query<{ cause: string; points: number | null }>(
    `select cause, ("after"->>'points')::float8 as points from "GradeAudit"
      where "assignmentId" = $1 order by id`,
    [assignmentId],
  );
  return rows;
};

describe("what counts", () => {
  test("is a day with enough answers of study", async () => {
    const id = await aHomework();
    await answer(student, "2026-11-02T10:00");
    await answer(student, "2026-11-02T10:01");
    await answer(student, "2026-11-03T10:00");
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
    const id = await aHomework();
    await answer(student, "2026-11-02T10:00");
    await answer(student, "2026-11-02T10:01", rest);
    expect(await reachedBy(student, id)).toBe(0);
  });

  test("is not what was answered before the opening or after it was due", async () => {
    const id = await aHomework();
    for (const when of ["2026-11-02T03:58", "2026-11-02T03:59", "2026-11-05T23:59:00"]) {
      await answer(student, when);
    }
    expect(await reachedBy(student, id, FINAL)).toBe(0);
  });

  test("is only what its questions are", async () => {
    const id = await aHomework({ scope: "bank:pods" });
    await answer(student, "2026-11-02T10:00");
    await answer(student, "2026-11-02T10:01", { questionId: "volumes/claim" });
    expect(await reachedBy(student, id)).toBe(0);
    await answer(student, "2026-11-02T10:02");
    expect(await reachedBy(student, id)).toBe(1);
  });

  test("counts on the day that the settings of the answer say", async () => {
    const id = await aHomework();
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
    await answer(student, "2026-11-03T04:30", { version: 2 });
    await answer(student, "2026-11-03T07:00", { version: 2 });
    const { own } = await view(student, id, at("2026-11-03T20:00"));
    expect(own?.days).toContainEqual({ date: "2026-11-02", answers: 2 });
  });
});

describe("an answer given offline", () => {
  test("counts by when it was given if it arrives within a day of the due time", async () => {
    const id = await aHomework();
    await answer(student, "2026-11-05T10:00", { recordedAt: "2026-11-06T20:00" });
    await answer(student, "2026-11-05T10:01", { recordedAt: "2026-11-06T20:00" });
    await settleHomework(id, FINAL);
    expect((await gradeOf(student, id))?.points).toBe(5);
  });

  test("does not count when it arrives later", async () => {
    const id = await aHomework();
    await answer(student, "2026-11-05T10:00", { recordedAt: "2026-11-07T00:00" });
    await answer(student, "2026-11-05T10:01", { recordedAt: "2026-11-07T00:00" });
    await settleHomework(id, at("2026-11-07T01:00"));
    expect((await gradeOf(student, id))?.points).toBe(0);
  });
});

describe("credit", () => {
  test("is written once it is final, once, with its cause in the audit", async () => {
    const id = await aHomework();
    await answer(student, "2026-11-02T10:00");
    await answer(student, "2026-11-02T10:01");
    expect(await settleHomework(id, new Date(FINAL.getTime() - 1))).toBe(0);
    expect(await gradeOf(student, id)).toBe(null);
    const counts = await Promise.all([1, 2, 3].map(() => settleHomework(id, FINAL)));
    expect(counts.reduce((sum, count) => sum + count)).toBe(1);
    expect(await settleHomework(id, FINAL)).toBe(0);
    expect(await gradeOf(student, id)).toMatchObject({ points: 5, maxPoints: 10 });
    expect(await audit(id)).toEqual([{ cause: "homework", points: 5 }]);
  });

  test("stays when answers are taken back afterwards", async () => {
    const id = await aHomework();
    await answer(student, "2026-11-02T10:00");
    await answer(student, "2026-11-02T10:01");
    await settleHomework(id, FINAL);
    await database().review.updateMany({
      where: { userId: student.id },
      data: { undoneAt: FINAL },
    });
    await settleHomework(id, at("2026-11-08T00:00"));
    const { own } = await view(student, id, at("2026-11-08T00:00"));
    expect(own).toMatchObject({ state: "settled", points: 5, reached: "1 of 2 days" });
  });

  test("of somebody with more days is final so much later", async () => {
    const id = await aHomework();
    const slow = await aStudent(group.id, { extraDays: 2 });
    for (const when of ["2026-11-06T10:00", "2026-11-06T10:01"]) await answer(slow, when);
    expect(await settleHomework(id, FINAL)).toBe(1);
    expect(await gradeOf(slow, id)).toBe(null);
    await settleHomework(id, at("2026-11-08T23:59"));
    expect((await gradeOf(slow, id))?.points).toBe(5);
  });

  test("tells the student, once", async () => {
    const id = await aHomework();
    await settleHomework(id, FINAL);
    await settleHomework(id, FINAL);
    const told = await database().notice.findMany({ where: { userId: student.id } });
    expect(told.map(({ kind }) => kind).sort()).toEqual(["assigned", "released"]);
  });

  test("is settled anew when the rule changes, and open again when the time does", async () => {
    const id = await aHomework();
    await answer(student, "2026-11-02T10:00");
    await answer(student, "2026-11-02T10:01");
    await settleHomework(id, FINAL);
    const change = async (rest: object) => {
      const { revision } = await database().assignment.findUniqueOrThrow({ where: { id } });
      const input = HomeworkChangeSchema.parse({ ...fields(rest), assignmentId: id, revision });
      await changeHomework(group.instructor, input, FINAL);
    };
    await change({ missedDays: "3" });
    expect((await gradeOf(student, id))?.points).toBe(10);
    await change({ dueAt: "2026-11-09T23:59" });
    expect((await gradeOf(student, id))?.points).toBe(null);
    expect(await audit(id)).toEqual([
      { cause: "homework", points: 5 },
      { cause: "dates-changed", points: 10 },
      { cause: "dates-changed", points: null },
    ]);
  });

  test("is open again for whoever is granted more days", async () => {
    const id = await aHomework();
    await settleHomework(id, FINAL);
    expect((await gradeOf(student, id))?.points).toBe(0);
    const grant = { timeMultiplier: 1, extraDays: 3, extraAttempts: 0 };
    await setAccommodation(
      group.instructor,
      { classId: group.id, userId: student.id, ...grant },
      FINAL,
    );
    expect((await gradeOf(student, id))?.points).toBe(null);
    expect((await view(student, id, FINAL)).own?.state).not.toBe("settled");
  });

  test("keeps what was given by hand", async () => {
    const id = await aHomework();
    await databasePool().query(
      `with cause as (select set_config('reconcile.cause', 'override', true))
       insert into "AssignmentGrade" ("userId", "assignmentId", "maxPoints", override, "updatedAt")
       select $1, $2, 10, 9, now() from cause`,
      [student.id, id],
    );
    await settleHomework(id, FINAL);
    expect(await gradeOf(student, id)).toMatchObject({ override: 9, points: 0 });
  });
});

describe("readiness", () => {
  test("is that of the due time, whatever is studied later", async () => {
    const input = NewHomeworkSchema.parse(readinessFields({ scope: "bank:pods" }));
    const { id } = await assignHomework(group.instructor, input, START);
    await publishAssignment(group.instructor, { classId: group.id, assignmentId: id }, START);
    expect((await view(student, id)).own?.progress.reached).toBe(0);
    await addAnswers(student, [{ questionId: "pods/phase", daysAgo: 0 }], at("2026-11-04T12:00"));
    const before = (await view(student, id, at("2026-11-04T13:00"))).own;
    expect(before?.progress.reached).toBeGreaterThan(0.9);
    expect(before?.state).toBe("reached");
    await addAnswers(
      student,
      [{ questionId: "pods/phase", daysAgo: 0, rating: 1 }],
      at("2026-11-06T12:00"),
    );
    await settleHomework(id, FINAL);
    expect((await gradeOf(student, id))?.points).toBe(10);
    const result = await database().homeworkResult.findFirstOrThrow({
      where: { assignmentId: id },
    });
    expect(result.reached).toBeCloseTo(before?.whenDue ?? 0, 6);
  });
});

describe("who may see and change it", () => {
  test("a student sees nobody else's progress", async () => {
    const id = await aHomework();
    expect((await view(student, id)).students).toBe(null);
  });

  test("staff see everybody's, by name", async () => {
    const id = await aHomework();
    const assistant = await aStudent(group.id, { role: "assistant" });
    expect((await view(assistant, id)).students?.map(({ userId }) => userId)).toEqual([student.id]);
  });

  test.each(["student", "assistant"] as const)("%ss assign none", async (role) => {
    const actor = await aStudent(group.id, { role });
    const assigned = assignHomework(actor, NewHomeworkSchema.parse(fields()), START);
    await expect(assigned).rejects.toMatchObject({ code: "not-found" });
  });

  test("of another class it does not exist", async () => {
    const id = await aHomework();
    const other = await aClass();
    const ref = { classId: other.id, assignmentId: id };
    const seen = viewHomework(other.instructor, ref, START);
    await expect(seen).rejects.toMatchObject({ code: "not-found" });
    await expect(view(await aPerson(), id)).rejects.toMatchObject({ code: "not-found" });
  });

  test("before it is published it does not exist for students", async () => {
    const id = await aHomework();
    await unpublishAssignment(group.instructor, { classId: group.id, assignmentId: id });
    await expect(view(student, id)).rejects.toMatchObject({ code: "not-found" });
  });

  test("with final credit it is not taken back", async () => {
    const id = await aHomework();
    await settleHomework(id, FINAL);
    const taken = unpublishAssignment(group.instructor, { classId: group.id, assignmentId: id });
    await expect(taken).rejects.toMatchObject({ code: "conflict" });
  });

  test.each([
    { field: "dueAt", rest: { dueAt: "2026-11-01T12:00" } },
    { field: "missedDays", rest: { missedDays: "4" } },
    { field: "scope", rest: { scope: "bank:unknown" } },
  ])("a wrong $field is refused at its field", async ({ field, rest }) => {
    const assigned = assignHomework(group.instructor, NewHomeworkSchema.parse(fields(rest)), START);
    await expect(assigned).rejects.toMatchObject({ code: "invalid", fields: { [field]: [/./u] } });
  });
});

test("it is listed with how far the student is, and is handed in once reached", async () => {
  const id = await aHomework({ missedDays: "3" });
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
  await answer(student, "2026-11-03T10:00");
  await answer(student, "2026-11-03T10:01");
  expect(await listed()).toMatchObject({ homework: { state: "reached" } });
  expect(await given()).toMatchObject({ isHandedIn: true });
});
