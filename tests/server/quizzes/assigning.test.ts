import { beforeAll, describe, expect, test } from "vitest";
import { randomUUID } from "node:crypto";

import type { Actor } from "@/lib/domain/access/actor";
import { AssignmentChangeSchema, NewAssignmentSchema } from "@/lib/domain/quizzes/assignment-input";
import { QuizContentSchema } from "@/lib/domain/quizzes/quiz-content";
import { drawSeed, questionSeed } from "@/lib/server/quizzes/attempt-seed";
import { database } from "@/lib/server/db/client";
import {
  assignQuiz,
  changeAssignment,
  publishAssignment,
  unpublishAssignment,
} from "@/lib/server/services/assign-quiz";
import { createEmptyQuiz, saveQuiz, viewQuiz } from "@/lib/server/services/build-quiz";
import { viewAssignment } from "@/lib/server/services/view-assignment";
import { gradeOf, RIGHT, save, start, submit } from "@/tests/helpers/attempts";
import { aClass, aStudent, quizOf, type TestClass } from "@/tests/helpers/classes";
import { aPerson, START } from "@/tests/helpers/people";
import { aShortQuestion, loadQuestions } from "@/tests/helpers/study-content";

let group: TestClass;

beforeAll(async () => {
  await loadQuestions([aShortQuestion("pods/phase")]);
  group = await aClass();
});

async function aQuiz(owner: Actor, ...ids: string[]): Promise<string> {
  const { id } = await createEmptyQuiz(owner, { title: "Pods" }, START);
  const content = QuizContentSchema.parse(quizOf(...ids));
  await saveQuiz(owner, { quizId: id, version: 1, title: "Pods", content }, START);
  return id;
}

const fields = (quizId: string, rest: object = {}) => ({
  classId: group.id,
  quizId,
  title: "Pods",
  opensAt: "2026-11-02T09:00",
  dueAt: "2026-11-02T12:00",
  closesAt: "",
  timeLimitMinutes: "",
  attemptsAllowed: "1",
  counts: "best",
  latePercentPerDay: "0",
  lateMostPercent: "100",
  showScore: "on-release",
  showAnswers: "at-submit",
  showVerdicts: "on-release",
  showSolutions: "on-release",
  ...rest,
});
const draft = (quizId: string, rest: object = {}) =>
  NewAssignmentSchema.parse(fields(quizId, rest));

describe("saving a quiz", () => {
  test("makes the next version and leaves the one before", async () => {
    const quizId = await aQuiz(group.instructor, "pods/phase");
    expect((await viewQuiz(group.instructor, quizId)).version).toBe(2);
    expect(await database().quizVersion.count({ where: { quizId } })).toBe(2);
  });

  test("on an older version is refused and changes nothing", async () => {
    const quizId = await aQuiz(group.instructor, "pods/phase");
    const content = QuizContentSchema.parse(quizOf());
    const stale = saveQuiz(
      group.instructor,
      { quizId, version: 1, title: "Stale", content },
      START,
    );
    await expect(stale).rejects.toMatchObject({ code: "conflict" });
    expect((await viewQuiz(group.instructor, quizId)).title).toBe("Pods");
  });

  test("of somebody else is not possible: it does not exist", async () => {
    const quizId = await aQuiz(group.instructor, "pods/phase");
    const other = await aPerson({ role: "instructor" });
    await expect(viewQuiz(other, quizId)).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("dates", () => {
  test.each([
    { name: "that the clocks skip are refused", zone: "Europe/Berlin", dueAt: "2027-03-28T02:30" },
    { name: "before the opening are refused", zone: "UTC", dueAt: "2026-11-01T12:00" },
  ])("$name", async ({ zone, dueAt }) => {
    await database().class.update({ where: { id: group.id }, data: { timeZone: zone } });
    const quizId = await aQuiz(group.instructor, "pods/phase");
    const assigned = assignQuiz(group.instructor, draft(quizId, { dueAt }), START);
    await expect(assigned).rejects.toMatchObject({ code: "invalid", fields: { dueAt: [/./u] } });
    await database().class.update({ where: { id: group.id }, data: { timeZone: "UTC" } });
  });

  test("are those of the class's clocks", async () => {
    await database().class.update({
      where: { id: group.id },
      data: { timeZone: "America/Los_Angeles" },
    });
    const quizId = await aQuiz(group.instructor, "pods/phase");
    const { id } = await assignQuiz(group.instructor, draft(quizId), START);
    const { dueAt } = await database().assignment.findUniqueOrThrow({ where: { id } });
    expect(dueAt.toISOString()).toBe("2026-11-02T20:00:00.000Z");
    await database().class.update({ where: { id: group.id }, data: { timeZone: "UTC" } });
  });

  test("that change while somebody works move the end of their attempt", async () => {
    const quizId = await aQuiz(group.instructor, "pods/phase");
    const { id } = await assignQuiz(group.instructor, draft(quizId), START);
    await publishAssignment(group.instructor, { classId: group.id, assignmentId: id }, START);
    const student = await aStudent(group.id, { timeMultiplier: 2 });
    const attempt = await start(student, id);
    const { revision } = await database().assignment.findUniqueOrThrow({ where: { id } });
    const change = AssignmentChangeSchema.parse({
      ...fields(quizId, { timeLimitMinutes: "30" }),
      assignmentId: id,
      revision,
    });
    expect(await changeAssignment(group.instructor, change, START)).toEqual({ moved: 1 });
    const { deadlineAt } = await database().attempt.findFirstOrThrow({ where: { id: attempt.id } });
    expect(deadlineAt?.toISOString()).toBe("2026-11-02T10:00:00.000Z");
  });
});

describe("a change of an assignment that was handed in", () => {
  const handedIn = async () => {
    const quizId = await aQuiz(group.instructor, "pods/phase");
    const late = { latePercentPerDay: "50", closesAt: "2026-11-05T12:00" };
    const { id } = await assignQuiz(group.instructor, draft(quizId, late), START);
    await publishAssignment(group.instructor, { classId: group.id, assignmentId: id }, START);
    const student = await aStudent(group.id);
    const attempt = await start(student, id);
    await save(student, attempt, RIGHT);
    await submit(student, attempt);
    const change = async (rest: object) => {
      const { revision } = await database().assignment.findUniqueOrThrow({ where: { id } });
      const input = { ...fields(quizId, { ...late, ...rest }), assignmentId: id, revision };
      await changeAssignment(group.instructor, AssignmentChangeSchema.parse(input), START);
    };
    const entries = () =>
      database().gradeAudit.count({ where: { userId: student.id, cause: "dates-changed" } });
    return { id, student, change, entries };
  };

  test("says nothing anew of grades where only its name or its feedback changes", async () => {
    const { id, student, change, entries } = await handedIn();
    // A grade that nobody could have made tells whether it was made anew.
    await database().$transaction(async (db) => {
      await db.$queryRaw`select set_config('reconcile.cause', 'marked', true)`;
      await db.assignmentGrade.updateMany({ where: { assignmentId: id }, data: { points: 0.75 } });
    });
    await change({ title: "Pods again", showScore: "at-submit" });
    expect(await gradeOf(student, id)).toMatchObject({ points: 0.75 });
    expect(await entries()).toBe(0);
  });

  test("takes lateness off where it was due earlier", async () => {
    const { id, student, change, entries } = await handedIn();
    await change({ dueAt: "2026-11-02T09:30" });
    expect(await gradeOf(student, id)).toMatchObject({ points: 0.5, latePercent: 50 });
    expect(await entries()).toBe(1);
  });
});

describe("publishing", () => {
  test("is refused while a question is missing, and says where", async () => {
    const quizId = await aQuiz(group.instructor, "pods/gone");
    const { id } = await assignQuiz(group.instructor, draft(quizId), START);
    const published = publishAssignment(
      group.instructor,
      { classId: group.id, assignmentId: id },
      START,
    );
    await expect(published).rejects.toThrow(/Section 1, item 1/u);
  });

  test("shows it to students, who do not see it before", async () => {
    const quizId = await aQuiz(group.instructor, "pods/phase");
    const ref = {
      classId: group.id,
      assignmentId: (await assignQuiz(group.instructor, draft(quizId), START)).id,
    };
    const student = await aStudent(group.id);
    await expect(viewAssignment(student, ref, START)).rejects.toMatchObject({ code: "not-found" });
    await publishAssignment(group.instructor, ref, START);
    expect((await viewAssignment(student, ref, START)).start?.state).toBe("open");
  });

  const aPublished = async () => {
    const quizId = await aQuiz(group.instructor, "pods/phase");
    const { id: assignmentId } = await assignQuiz(group.instructor, draft(quizId), START);
    const ref = { classId: group.id, assignmentId };
    await publishAssignment(group.instructor, ref, START);
    return ref;
  };

  test("staff read its dates and whole time, also long after it has closed", async () => {
    const { classId, assignmentId } = await aPublished();
    await database().assignment.update({
      where: { id: assignmentId },
      data: { timeLimitSeconds: 1_800 },
    });
    const later = new Date(START.getTime() + 400 * 86_400_000);
    const view = await viewAssignment(group.instructor, { classId, assignmentId }, later);
    expect(view.start).toBeNull();
    expect(view.staff?.rules).toMatchObject({ timeLimitMinutes: 30, attemptsAllowed: 1 });
  });

  test.each([
    { timeLimitSeconds: 1_800, endsAt: new Date(START.getTime() + 1_800_000).toISOString() },
    { timeLimitSeconds: null, endsAt: null },
  ])(
    "a student who left an attempt of $timeLimitSeconds seconds reads when its time ends",
    async ({ timeLimitSeconds, endsAt }) => {
      const ref = await aPublished();
      await database().assignment.update({
        where: { id: ref.assignmentId },
        data: { timeLimitSeconds },
      });
      const student = await aStudent(group.id);
      const { id } = await start(student, ref.assignmentId);
      const { start: seen } = await viewAssignment(student, ref, START);
      expect(seen?.openAttempt).toEqual({ id, endsAt });
    },
  );

  test("twice is once", async () => {
    const ref = await aPublished();
    await publishAssignment(group.instructor, ref, new Date(START.getTime() + 60_000));
    const { publishedAt } = await database().assignment.findUniqueOrThrow({
      where: { id: ref.assignmentId },
    });
    expect(publishedAt).toEqual(START);
  });

  test("is taken back only while nobody has begun, also in that very moment", async () => {
    for (let run = 0; run < 10; run += 1) {
      const ref = await aPublished();
      const id = ref.assignmentId;
      const students = await Promise.all([1, 2, 3].map(() => aStudent(group.id)));
      const [taken, ...begun] = await Promise.allSettled([
        unpublishAssignment(group.instructor, ref),
        ...students.map((student) => start(student, id)),
      ]);
      const { publishedAt } = await database().assignment.findUniqueOrThrow({ where: { id } });
      const attempts = await database().attempt.count({ where: { assignmentId: id } });
      expect(attempts).toBe(begun.filter(({ status }) => status === "fulfilled").length);
      expect(taken.status === "fulfilled").toBe(publishedAt === null);
      expect(publishedAt === null && attempts > 0).toBe(false);
    }
  });

  test("is for the class's instructors: to others there is no such class", async () => {
    const quizId = await aQuiz(group.instructor, "pods/phase");
    const { id } = await assignQuiz(group.instructor, draft(quizId), START);
    const other = await aClass();
    const assistant = await aStudent(group.id, { role: "assistant" });
    for (const actor of [other.instructor, assistant]) {
      await expect(
        publishAssignment(actor, { classId: group.id, assignmentId: id }, START),
      ).rejects.toMatchObject({ code: "not-found" });
    }
    await expect(
      publishAssignment(other.instructor, { classId: other.id, assignmentId: id }, START),
    ).rejects.toMatchObject({ code: "not-found" });
  });
});

test("seeds follow from the server's secret, and from nothing that a browser knows alone", () => {
  const [assignment, user, attempt] = [randomUUID(), randomUUID(), randomUUID()];
  const before = [drawSeed(assignment, user, 1), questionSeed(attempt, 0)];
  const secret = process.env.NEXTAUTH_SECRET;
  process.env.NEXTAUTH_SECRET = "another secret";
  const after = [drawSeed(assignment, user, 1), questionSeed(attempt, 0)];
  process.env.NEXTAUTH_SECRET = secret ?? "";
  expect(before[0]).not.toBe(after[0]);
  expect(before[1]).not.toBe(after[1]);
  expect(before[0]).toMatch(/^[\w-]{43}$/u);
});
