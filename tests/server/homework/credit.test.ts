import { beforeAll, beforeEach, describe, expect, test } from "vitest";

import type { Actor } from "@/lib/domain/access/actor";
import { HomeworkChangeSchema } from "@/lib/domain/quizzes/homework-input";
import { database, databasePool } from "@/lib/server/db/client";
import { settleHomework } from "@/lib/server/quizzes/settle-homework";
import { changeHomework } from "@/lib/server/services/assign-homework";
import { setAccommodation } from "@/lib/server/services/set-accommodation";
import { viewHomework } from "@/lib/server/services/view-homework";
import { gradeOf } from "@/tests/helpers/attempts";
import { aClass, aStudent, type TestClass } from "@/tests/helpers/classes";
import {
  aHomework,
  answerAt,
  aReadinessHomework,
  at,
  FINAL,
  homeworkFields,
} from "@/tests/helpers/homework";
import { addAnswers } from "@/tests/helpers/planned-learner";
import { aShortQuestion, loadQuestions } from "@/tests/helpers/study-content";

beforeAll(() => loadQuestions([aShortQuestion("pods/phase"), aShortQuestion("volumes/claim")]));

let group: TestClass;
let student: Actor;
beforeEach(async () => {
  group = await aClass();
  student = await aStudent(group.id);
});

const view = (actor: Actor, assignmentId: string, now = at("2026-11-03T12:00")) =>
  viewHomework(actor, { classId: group.id, assignmentId }, now);

const audit = async (assignmentId: string) => {
  const { rows } = await databasePool().query<{ cause: string; points: number | null }>(
    `select cause, ("after"->>'points')::float8 as points from "GradeAudit"
      where "assignmentId" = $1 order by id`,
    [assignmentId],
  );
  return rows;
};

describe("credit", () => {
  test("is written once it is final, once, with its cause in the audit", async () => {
    const id = await aHomework(group);
    await answerAt(student, "2026-11-02T10:00");
    await answerAt(student, "2026-11-02T10:01");
    expect(await settleHomework(id, new Date(FINAL.getTime() - 1))).toBe(0);
    expect(await gradeOf(student, id)).toBe(null);
    const counts = await Promise.all([1, 2, 3].map(() => settleHomework(id, FINAL)));
    expect(counts.reduce((sum, count) => sum + count)).toBe(1);
    expect(await settleHomework(id, FINAL)).toBe(0);
    expect(await gradeOf(student, id)).toMatchObject({ points: 5, maxPoints: 10 });
    expect(await audit(id)).toEqual([{ cause: "homework", points: 5 }]);
  });

  test("stays when answers are taken back afterwards", async () => {
    const id = await aHomework(group);
    await answerAt(student, "2026-11-02T10:00");
    await answerAt(student, "2026-11-02T10:01");
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
    const id = await aHomework(group);
    const slow = await aStudent(group.id, { extraDays: 2 });
    for (const when of ["2026-11-06T10:00", "2026-11-06T10:01"]) await answerAt(slow, when);
    expect(await settleHomework(id, FINAL)).toBe(1);
    expect(await gradeOf(slow, id)).toBe(null);
    await settleHomework(id, at("2026-11-08T23:59"));
    expect((await gradeOf(slow, id))?.points).toBe(5);
  });

  test("tells the student, once", async () => {
    const id = await aHomework(group);
    await settleHomework(id, FINAL);
    await settleHomework(id, FINAL);
    const told = await database().notice.findMany({ where: { userId: student.id } });
    expect(told.map(({ kind }) => kind).sort()).toEqual(["assigned", "released"]);
  });

  test("is settled anew when the rule changes, and open again when the time does", async () => {
    const id = await aHomework(group);
    await answerAt(student, "2026-11-02T10:00");
    await answerAt(student, "2026-11-02T10:01");
    await settleHomework(id, FINAL);
    const change = async (rest: object) => {
      const { revision } = await database().assignment.findUniqueOrThrow({ where: { id } });
      const input = HomeworkChangeSchema.parse({
        ...homeworkFields(group, rest),
        assignmentId: id,
        revision,
      });
      await changeHomework(group.instructor, input, FINAL);
    };
    await change({ missedDays: "3" });
    expect((await gradeOf(student, id))?.points).toBe(10);
    const told = await database().notice.findMany({ where: { userId: student.id } });
    expect(told.map(({ kind }) => kind).sort()).toEqual(["assigned", "marks-changed", "released"]);
    await change({ dueAt: "2026-11-09T23:59" });
    expect((await gradeOf(student, id))?.points).toBe(null);
    expect(await audit(id)).toEqual([
      { cause: "homework", points: 5 },
      { cause: "dates-changed", points: 10 },
      { cause: "dates-changed", points: null },
    ]);
  });

  test("is open again for whoever is granted more days", async () => {
    const id = await aHomework(group);
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
    const id = await aHomework(group);
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
  test("is what is remembered at the due time where nothing was studied since", async () => {
    const id = await aReadinessHomework(group);
    await addAnswers(student, [{ questionId: "pods/phase", daysAgo: 0 }], at("2026-11-04T12:00"));
    const before = (await view(student, id, at("2026-11-04T13:00"))).own;
    await settleHomework(id, FINAL);
    const { reached } = await database().homeworkResult.findFirstOrThrow({
      where: { assignmentId: id },
    });
    expect(reached).toBeCloseTo(before?.whenDue ?? 0, 6);
    expect(reached).toBeGreaterThan(0.9);
  });

  test("is that of the due time, whatever is studied later", async () => {
    const id = await aReadinessHomework(group);
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
