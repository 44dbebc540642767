import { beforeEach, expect, test } from "vitest";

import { databasePool, database } from "@/lib/server/db/client";
import { setAccommodation } from "@/lib/server/services/set-accommodation";
import { gradeOf, RIGHT, save, start, submit } from "@/tests/helpers/attempts";
import { aClass, aQuizAssignment, aStudent, hours, join, quizOf } from "@/tests/helpers/classes";
import { aPerson, START } from "@/tests/helpers/people";
import { aShortQuestion, loadQuestions } from "@/tests/helpers/study-content";

const PODS = quizOf("pods/phase");

beforeEach(() => loadQuestions([aShortQuestion("pods/phase")]));

const grant = (classId: string, userId: string, change = {}) => ({
  classId,
  userId,
  timeMultiplier: 1,
  extraDays: 0,
  extraAttempts: 0,
  ...change,
});

async function anOpenAttempt() {
  const group = await aClass();
  const student = await aStudent(group.id);
  const assignmentId = await aQuizAssignment(group, PODS, { timeLimitSeconds: 3_600 });
  const attempt = await start(student, assignmentId);
  return { ...group, student, assignmentId, attempt };
}

const deadlineOf = async (id: string) =>
  (await database().attempt.findFirstOrThrow({ where: { id } })).deadlineAt;

test("more time moves the end of an open attempt at once", async () => {
  const { id, instructor, student, attempt } = await anOpenAttempt();
  expect(await deadlineOf(attempt.id)).toEqual(hours(1));
  const effect = await setAccommodation(
    instructor,
    grant(id, student.id, { timeMultiplier: 1.5 }),
    START,
  );
  expect(await deadlineOf(attempt.id)).toEqual(hours(1.5));
  expect(effect).toEqual({ moved: 1 });
});

test("the job that hands the attempt in waits for the new end", async () => {
  const { id, instructor, student, attempt } = await anOpenAttempt();
  await setAccommodation(instructor, grant(id, student.id, { timeMultiplier: 2 }), START);
  const { rows } = await databasePool().query<{ run_at: Date }>(
    `select run_at from graphile_worker.jobs where key = $1`,
    [`deadline ${student.id} ${attempt.id}`],
  );
  expect(rows).toEqual([{ run_at: new Date(hours(2).getTime() + 16_000) }]);
});

test("an answer is taken within the time that was added", async () => {
  const { id, instructor, student, attempt } = await anOpenAttempt();
  await setAccommodation(instructor, grant(id, student.id, { timeMultiplier: 1.5 }), START);
  await expect(save(student, attempt, RIGHT, { now: hours(1.4) })).resolves.toMatchObject({
    revision: 1,
  });
});

test("time that is taken back ends the attempt where it ends for everybody", async () => {
  const { id, instructor, student, attempt } = await anOpenAttempt();
  await setAccommodation(instructor, grant(id, student.id, { timeMultiplier: 2 }), START);
  await setAccommodation(instructor, grant(id, student.id), START);
  expect(await deadlineOf(attempt.id)).toEqual(hours(1));
});

test("extra days take the lateness off what was handed in", async () => {
  const group = await aClass();
  const student = await aStudent(group.id);
  const assignmentId = await aQuizAssignment(group, PODS, {
    dueAt: hours(1),
    closesAt: hours(30),
    latePolicy: { percentPerDay: 20, mostPercent: 100 },
  });
  const attempt = await start(student, assignmentId);
  await save(student, attempt, RIGHT);
  await submit(student, attempt, hours(3));
  expect(await gradeOf(student, assignmentId)).toMatchObject({ latePercent: 20 });
  await setAccommodation(group.instructor, grant(group.id, student.id, { extraDays: 1 }), hours(4));
  expect(await gradeOf(student, assignmentId)).toMatchObject({ points: 1, latePercent: 0 });
  const last = await database().gradeAudit.findFirst({
    where: { assignmentId },
    orderBy: { id: "desc" },
  });
  expect(last).toMatchObject({ actorId: group.instructor.id, cause: "accommodation" });
});

test("one more attempt can be started", async () => {
  const { id, instructor, student, assignmentId, attempt } = await anOpenAttempt();
  await submit(student, attempt, hours(0.5));
  await expect(start(student, assignmentId, hours(0.6))).rejects.toMatchObject({
    code: "conflict",
  });
  await setAccommodation(instructor, grant(id, student.id, { extraAttempts: 1 }), hours(0.6));
  await expect(start(student, assignmentId, hours(0.7))).resolves.toMatchObject({ number: 2 });
});

test.each(["student", "assistant"] as const)("a %s grants nothing", async (role) => {
  const { id } = await aClass();
  const person = await aPerson();
  await join(id, person, { role });
  const wish = grant(id, person.id, { extraDays: 9 });
  await expect(setAccommodation(person, wish, START)).rejects.toMatchObject({ code: "not-found" });
});

test("an instructor of another class grants nothing", async () => {
  const { id, student } = await anOpenAttempt();
  const { instructor: stranger } = await aClass();
  const wish = grant(id, student.id, { extraDays: 9 });
  await expect(setAccommodation(stranger, wish, START)).rejects.toMatchObject({
    code: "not-found",
  });
});
