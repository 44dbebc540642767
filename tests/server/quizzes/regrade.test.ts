import { beforeEach, describe, expect, test } from "vitest";

import type { Actor } from "@/lib/domain/access/actor";
import type { PreviewRegrade } from "@/lib/domain/quizzes/regrade-input";
import type { RegradePolicy } from "@/lib/domain/quizzes/regrade-item";
import { database } from "@/lib/server/db/client";
import { listChanges } from "@/lib/server/db/regrades";
import { applyRegrade, previewRegrade, undoRegrade } from "@/lib/server/services/regrade";
import { gradeOf, RIGHT, save, start, submit, WRONG } from "@/tests/helpers/attempts";
import {
  aClass,
  aQuizAssignment,
  aStudent,
  hours,
  join,
  quizOf,
  type TestClass,
} from "@/tests/helpers/classes";
import { aPerson } from "@/tests/helpers/people";
import { aShortQuestion, loadQuestions } from "@/tests/helpers/study-content";

const NOW = hours(5);

let version = 0;
const load = (accepted: string[], rest: object = {}) => {
  version += 1;
  return loadQuestions([aShortQuestion("pods/phase", { accepted, ...rest })], version);
};

let group: TestClass;
let assignment: string;
/** Answered "pending" and "Running". */
let students: [Actor, Actor];

beforeEach(async () => {
  await load(["Pending"]);
  group = await aClass();
  assignment = await aQuizAssignment(group, quizOf("pods/phase"));
  students = [await aStudent(group.id), await aStudent(group.id)];
  for (const [index, student] of students.entries()) {
    const attempt = await start(student, assignment);
    await save(student, attempt, index === 0 ? RIGHT : WRONG);
    await submit(student, attempt);
  }
});

const ref = () => ({ classId: group.id, assignmentId: assignment });

const preview = async (
  actor: Actor = group.instructor,
  policy: RegradePolicy = "replace",
  rest: Partial<PreviewRegrade> = {},
) => {
  const asked = { keys: true, points: true, rulings: {}, reason: "", ...rest };
  const { id } = await previewRegrade(actor, { ...ref(), policy, ...asked }, NOW);
  const { incomparable } = await database().regrade.findUniqueOrThrow({ where: { id } });
  return { id, changes: await listChanges(database(), id), incomparable };
};

const apply = (id: string, actor = group.instructor) => applyRegrade(actor, { ...ref(), id }, NOW);
const undo = (id: string) => undoRegrade(group.instructor, { ...ref(), id }, NOW);

const points = async () =>
  Promise.all(students.map(async (student) => (await gradeOf(student, assignment))?.points));

describe("a regrade after the key changed", () => {
  test("shows what would change and changes nothing", async () => {
    await load(["Pending", "Running"]);
    const { changes } = await preview();
    expect(changes).toMatchObject([
      { userId: students[1].id, before: { score: 0 }, after: { score: 1 } },
    ]);
    expect(await points()).toEqual([1, 0]);
  });

  test("changes exactly that when it is applied, and applied twice nothing more", async () => {
    await load(["Running"]);
    const { id } = await preview();
    await apply(id);
    await apply(id);
    expect(await points()).toEqual([0, 1]);
  });

  test("takes nothing away when it may only raise", async () => {
    await load(["Running"]);
    const { id } = await preview(group.instructor, "raise-only");
    await apply(id);
    expect(await points()).toEqual([1, 1]);
  });

  test("is undone to what was there before", async () => {
    const before = await database().itemGrade.findMany({ orderBy: { attemptId: "asc" } });
    await load(["Running"]);
    const { id } = await preview();
    await apply(id);
    await undo(id);
    const after = await database().itemGrade.findMany({ orderBy: { attemptId: "asc" } });
    expect(after.map(({ score, outcome, graded }) => ({ score, outcome, graded }))).toEqual(
      before.map(({ score, outcome, graded }) => ({ score, outcome, graded })),
    );
    expect(await points()).toEqual([1, 0]);
  });

  test("leaves an entry in the audit for each changed mark and grade", async () => {
    await load(["Pending", "Running"]);
    const { id } = await preview();
    await apply(id);
    const where = { userId: students[1].id, cause: "regrade", actorId: group.instructor.id };
    const subjects = await database().gradeAudit.findMany({ where, orderBy: { id: "asc" } });
    expect(subjects.map(({ subject }) => subject)).toEqual(["item", "assignment"]);
  });

  test("is shown anew once one of its marks was changed otherwise", async () => {
    await load(["Pending", "Running"]);
    const { id } = await preview();
    const colleague = await aPerson();
    await join(group.id, colleague, { role: "instructor" });
    const { id: second } = await preview(colleague);
    await apply(id);
    const { status, ...anew } = await apply(second, colleague);
    expect(status).toBe("stale");
    expect(await listChanges(database(), (anew as { id: string }).id)).toEqual([]);
  });

  test("does not judge answers to what would have been shown differently", async () => {
    await load(["Running"], { caseSensitive: true });
    expect(await preview()).toMatchObject({ changes: [], incomparable: 2 });
  });

  test("leaves open attempts alone", async () => {
    const late = await aStudent(group.id);
    const attempt = await start(late, assignment);
    await save(late, attempt, WRONG);
    await load(["Running"]);
    const { id } = await preview();
    await apply(id);
    await save(late, attempt, RIGHT, { revision: 1 });
    await submit(late, attempt);
    expect(await gradeOf(late, assignment)).toMatchObject({ points: 1 }); // by the key it was asked with
  });
});

test("a regrade carries other points through", async () => {
  const content = {
    sections: [{ items: [{ type: "question", questionId: "pods/phase", points: 3 }] }],
  };
  const { quizId } = await database().assignment.findUniqueOrThrow({ where: { id: assignment } });
  await database().quizVersion.create({
    data: { quizId: quizId ?? "", version: 2, content, createdAt: NOW },
  });
  await database().quiz.update({ where: { id: quizId ?? "" }, data: { currentVersion: 2 } });
  const { id } = await preview();
  await apply(id);
  expect(await points()).toEqual([3, 0]);
});

test.each([
  ["a student", () => Promise.resolve(students[0])],
  [
    "an assistant",
    async () => {
      const assistant = await aPerson();
      await join(group.id, assistant, { role: "assistant" });
      return assistant;
    },
  ],
  ["an instructor of another class", async () => (await aClass()).instructor],
])("%s finds nothing to regrade", async (_who, person) => {
  await expect(preview(await person())).rejects.toThrow(/There is no such (assignment|class)\./);
});
