import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";

import type { Actor } from "@/lib/domain/access/actor";
import { GradebookQuerySchema } from "@/lib/domain/quizzes/gradebook-input";
import { database } from "@/lib/server/db/client";
import { setGradeCause } from "@/lib/server/db/grades";
import {
  addCategory,
  changeCategory,
  changeMissingRule,
  moveCategory,
  placeInCategories,
  removeCategory,
} from "@/lib/server/services/change-gradebook";
import { exportGradebook } from "@/lib/server/services/export-gradebook";
import { viewGradeCategories } from "@/lib/server/services/view-grade-categories";
import { viewGradebook } from "@/lib/server/services/view-gradebook";
import { viewOwnGrades, viewStudentReport } from "@/lib/server/services/view-student-report";
import { RIGHT, save, start, submit, WRONG } from "@/tests/helpers/attempts";
import {
  aClass,
  aQuizAssignment,
  aStudent,
  hours,
  join,
  quizOf,
  type TestClass,
} from "@/tests/helpers/classes";
import { aPerson, START } from "@/tests/helpers/people";
import { aShortQuestion, loadQuestions } from "@/tests/helpers/study-content";

const AFTER = hours(20);
const REFUSED = { code: "not-found" };

let group: TestClass;
let first: string;
let second: string;

beforeEach(async () => {
  await loadQuestions([aShortQuestion("pods/phase"), aShortQuestion("pods/other")]);
  group = await aClass();
  first = await aQuizAssignment(group, quizOf("pods/phase", "pods/other"), { releasedAt: START });
  second = await aQuizAssignment(group, quizOf("pods/phase"), { dueAt: hours(11) });
});

const view = (actor: Actor = group.instructor, query: object = {}, now = AFTER) =>
  viewGradebook(actor, group.id, GradebookQuerySchema.parse(query), now);

async function takes(student: Actor, assignmentId: string, isRight: boolean) {
  const attempt = await start(student, assignmentId);
  await save(student, attempt, isRight ? RIGHT : WRONG);
  await submit(student, attempt);
}

async function named(name: string): Promise<Actor> {
  const person = await aPerson({ name });
  await join(group.id, person);
  return person;
}

const excuse = (userId: string, assignmentId: string) =>
  database().$transaction(async (db) => {
    await setGradeCause(db, { actorId: group.instructor.id, cause: "excused", reason: "Ill" });
    await db.assignmentGrade.upsert({
      where: { userId_assignmentId: { userId, assignmentId } },
      create: { userId, assignmentId, maxPoints: 2, excused: true, updatedAt: AFTER },
      update: { excused: true },
    });
  });

const category = async (name: string, weight: number, dropLowest = 0): Promise<string> => {
  await addCategory(group.instructor, { classId: group.id, name, weight, dropLowest });
  const { id } = await database().gradeCategory.findFirstOrThrow({
    where: { classId: group.id, name },
  });
  return id;
};

const place = (assignmentId: string, categoryId: string) =>
  placeInCategories(group.instructor, {
    classId: group.id,
    assignmentIds: [assignmentId],
    categoryIds: [categoryId],
  });

describe("a gradebook", () => {
  test("tells zero, missing, excused and still open apart", async () => {
    const zero = await named("A Zero");
    const missing = await named("B Missing");
    const excused = await named("C Excused");
    await takes(zero, first, false);
    await excuse(excused.id, first);
    const { students } = await view();
    expect(students.map(({ userId, cells }) => [userId, cells[0]?.standing])).toEqual([
      [zero.id, "graded"],
      [missing.id, "missing"],
      [excused.id, "excused"],
    ]);
    const early = await view(group.instructor, {}, hours(3));
    expect(early.students[1]?.cells[0]?.standing).toBe("open");
  });

  test("does not count as nothing what waits to be marked", async () => {
    const student = await named("A");
    const attempt = await start(student, first);
    await submit(student, attempt);
    await database().$transaction(async (db) => {
      await setGradeCause(db, { actorId: null, cause: "marked", reason: null });
      await db.assignmentGrade.updateMany({
        where: { assignmentId: first },
        data: { points: null },
      });
    });
    const { students } = await view();
    expect(students[0]?.cells[0]).toMatchObject({ standing: "waiting", points: null });
  });

  test("weighs categories by their proportions, and shows how", async () => {
    const student = await named("A");
    await takes(student, first, true);
    await takes(student, second, true);
    await place(first, await category("Quizzes", 1));
    await place(second, await category("Exam", 3));
    const { students, columns } = await view();
    expect(columns.map(({ id }) => id)).toEqual([first, second]);
    // 1 of 2 points in the first, which is a quarter of the grade; all of the second.
    expect(students[0]?.percent).toBe(87.5);
  });

  test("leaves missing work out where the class says so", async () => {
    const student = await named("A");
    await takes(student, second, true);
    expect((await view()).students[0]?.percent).toBe(33.33);
    await changeMissingRule(group.instructor, { classId: group.id, missing: "left-out" });
    expect((await view()).students[0]?.percent).toBe(100);
  });

  test("shows points given by hand", async () => {
    const student = await named("A");
    await takes(student, first, false);
    await database().$transaction(async (db) => {
      await setGradeCause(db, { actorId: null, cause: "override", reason: "Fair" });
      await db.assignmentGrade.updateMany({ data: { override: 2, overrideReason: "Fair" } });
    });
    const { students } = await view();
    expect(students[0]?.cells[0]).toMatchObject({ points: 2, isByHand: true, reason: "Fair" });
  });

  test("has later closing for whoever was given more days", async () => {
    await aStudent(group.id, { extraDays: 5 });
    const { students } = await view();
    expect(students[0]?.cells[0]?.standing).toBe("open");
  });

  test("does not ask of a section what was given to another", async () => {
    const sectionId = randomUUID();
    await database().section.create({ data: { id: sectionId, classId: group.id, name: "Lab" } });
    await database().assignment.update({
      where: { id: first },
      data: { sectionIds: [sectionId] },
    });
    await named("A");
    const { students } = await view();
    expect(students[0]?.cells[0]?.standing).toBe("not-given");
  });

  test("finds students, and puts the lowest grade first", async () => {
    const [high, low] = [await named("High"), await named("Low")];
    await takes(high, first, true);
    await takes(low, first, false);
    const { students } = await view(group.instructor, { sort: "grade" });
    expect(students.map(({ userId }) => userId)).toEqual([low.id, high.id]);
    const found = await view(group.instructor, { text: "hig" });
    expect(found.students.map(({ userId }) => userId)).toEqual([high.id]);
  });

  test("is for the staff of the class only", async () => {
    const student = await named("A");
    const assistant = await aPerson();
    await join(group.id, assistant, { role: "assistant" });
    const other = await aClass();
    expect((await view(assistant)).mayRun).toBe(false);
    for (const actor of [student, other.instructor]) {
      await expect(view(actor)).rejects.toMatchObject(REFUSED);
      await expect(exportGradebook(actor, group.id, "csv", AFTER)).rejects.toMatchObject(REFUSED);
    }
    await expect(viewGradeCategories(assistant, group.id, AFTER)).rejects.toMatchObject(REFUSED);
  });
});

describe("the categories of a class", () => {
  test("are moved, renamed and removed, and what was in them stays", async () => {
    const quizzes = await category("Quizzes", 1);
    const exam = await category("Exam", 1);
    await place(first, exam);
    const { instructor } = group;
    await moveCategory(instructor, { classId: group.id, categoryId: exam, direction: "up" });
    await changeCategory(instructor, {
      classId: group.id,
      categoryId: quizzes,
      name: "Homework",
      weight: 2,
      dropLowest: 1,
    });
    const { categories } = await viewGradeCategories(instructor, group.id, AFTER);
    expect(categories.map(({ name }) => name)).toEqual(["Exam", "Homework"]);
    await removeCategory(instructor, { classId: group.id, categoryId: exam });
    const after = await viewGradeCategories(instructor, group.id, AFTER);
    expect(after.columns.find(({ id }) => id === first)?.categoryId).toBeNull();
  });

  test("have names of their own", async () => {
    await category("Quizzes", 1);
    await expect(category("Quizzes", 2)).rejects.toMatchObject({ code: "conflict" });
  });

  test("of another class are none of its", async () => {
    const other = await aClass();
    const own = await category("Quizzes", 1);
    await expect(
      removeCategory(other.instructor, { classId: other.id, categoryId: own }),
    ).rejects.toMatchObject(REFUSED);
    await expect(
      placeInCategories(other.instructor, {
        classId: other.id,
        assignmentIds: [first],
        categoryIds: [own],
      }),
    ).rejects.toMatchObject(REFUSED);
  });
});

describe("a student's own grades", () => {
  test("are those that are released", async () => {
    const student = await named("A");
    await takes(student, first, true);
    await takes(student, second, true);
    const { cells } = await viewOwnGrades(student, group.id, AFTER);
    expect(cells.map(({ standing, points }) => [standing, points])).toEqual([
      ["graded", 1],
      ["waiting", null],
    ]);
  });

  test("and their report show nothing else of what is not released", async () => {
    const student = await named("A");
    await takes(student, second, true);
    const own = await viewStudentReport(student, { classId: group.id, userId: student.id }, AFTER);
    expect(own.attempts.map(({ points }) => points)).toEqual([null]);
    expect(own.domains.every(({ answers }) => answers === 0)).toBe(true);
    const theirs = await viewStudentReport(
      group.instructor,
      { classId: group.id, userId: student.id },
      AFTER,
    );
    expect(theirs.attempts.map(({ points }) => points)).toEqual([1]);
  });

  test("are nobody else's, but the staff's", async () => {
    const [student, other] = [await named("A"), await named("B")];
    const ask = (actor: Actor, userId: string) =>
      viewStudentReport(actor, { classId: group.id, userId }, AFTER);
    await expect(ask(other, student.id)).rejects.toMatchObject(REFUSED);
    await expect(ask((await aClass()).instructor, student.id)).rejects.toMatchObject(REFUSED);
    await expect(ask(group.instructor, group.instructor.id)).rejects.toMatchObject(REFUSED);
    await expect(viewOwnGrades(group.instructor, group.id, AFTER)).rejects.toMatchObject(REFUSED);
  });
});

test("a file of grades keeps formulas harmless", async () => {
  await named("=cmd|' /C calc'!A0");
  const { name, pieces } = await exportGradebook(group.instructor, group.id, "csv", AFTER);
  let text = "";
  for await (const piece of pieces) text += piece.toString();
  expect(name).toMatch(/^grades-.*\.csv$/);
  expect(text).toContain("'=cmd");
});
