import { beforeEach, describe, expect, test } from "vitest";

import { database } from "@/lib/server/db/client";
import { listChanges } from "@/lib/server/db/regrades";
import { findStaleKeys, findStalePoints } from "@/lib/server/quizzes/find-stale-marks";
import { overrideAnswer } from "@/lib/server/services/override-grades";
import { gradeOf, RIGHT, save, start, submit, WRONG } from "@/tests/helpers/attempts";
import { aClass, aQuizAssignment, aStudent, hours, join, quizOf } from "@/tests/helpers/classes";
import { aPerson } from "@/tests/helpers/people";
import {
  apply,
  aRegradeDesk,
  firstAnswer,
  load,
  NOW,
  pointsOf,
  preview,
  undo,
  type RegradeDesk,
} from "@/tests/helpers/regrade-desk";

let desk: RegradeDesk;

beforeEach(async () => {
  desk = await aRegradeDesk();
});

describe("a regrade after the key changed", () => {
  test("shows what would change and changes nothing", async () => {
    await load(["Pending", "Running"]);
    const { changes } = await preview(desk);
    expect(changes).toMatchObject([
      { userId: desk.students[1].id, before: { score: 0 }, after: { score: 1 } },
    ]);
    expect(await pointsOf(desk)).toEqual([1, 0]);
  });

  test("changes exactly that when it is applied, and applied twice nothing more", async () => {
    await load(["Running"]);
    const { id } = await preview(desk);
    await apply(desk, id);
    await apply(desk, id);
    expect(await pointsOf(desk)).toEqual([0, 1]);
  });

  test("takes nothing away when it may only raise", async () => {
    await load(["Running"]);
    const { id } = await preview(desk, "raise-only");
    await apply(desk, id);
    expect(await pointsOf(desk)).toEqual([1, 1]);
  });

  test("is undone to what was there before", async () => {
    const before = await database().itemGrade.findMany({ orderBy: { attemptId: "asc" } });
    await load(["Running"]);
    const { id } = await preview(desk);
    await apply(desk, id);
    await undo(desk, id);
    const after = await database().itemGrade.findMany({ orderBy: { attemptId: "asc" } });
    expect(after.map(({ score, outcome, graded }) => ({ score, outcome, graded }))).toEqual(
      before.map(({ score, outcome, graded }) => ({ score, outcome, graded })),
    );
    expect(await pointsOf(desk)).toEqual([1, 0]);
  });

  test("leaves an entry in the audit for each changed mark and grade", async () => {
    await load(["Pending", "Running"]);
    const { id } = await preview(desk);
    await apply(desk, id);
    const where = {
      userId: desk.students[1].id,
      cause: "regrade",
      actorId: desk.group.instructor.id,
    };
    const subjects = await database().gradeAudit.findMany({ where, orderBy: { id: "asc" } });
    expect(subjects.map(({ subject }) => subject)).toEqual(["item", "assignment"]);
  });

  test("is shown anew once one of its marks was changed otherwise", async () => {
    await load(["Pending", "Running"]);
    const { id } = await preview(desk);
    const colleague = await aPerson();
    await join(desk.group.id, colleague, { role: "instructor" });
    const { id: second } = await preview(desk, "replace", {}, colleague);
    await apply(desk, id);
    const { status, ...anew } = await apply(desk, second, colleague);
    expect(status).toBe("stale");
    expect(await listChanges(database(), (anew as { id: string }).id)).toEqual([]);
  });

  test("does not judge answers to what would have been shown differently", async () => {
    await load(["Running"], { caseSensitive: true });
    expect(await preview(desk)).toMatchObject({ changes: [], incomparable: 2 });
  });

  test("does not judge answers to a variant that is not drawn any more", async () => {
    const parameters = { of: ["a", "b", "c", "d", "e", "f", "g", "h"] };
    const prompt = "Which phase has {{of}}?";
    await load(["Pending"], { prompt, parameters });
    const drawn = await aQuizAssignment(desk.group, quizOf("pods/phase"));
    const student = await aStudent(desk.group.id);
    const attempt = await start(student, drawn);
    await save(student, attempt, WRONG);
    await submit(student, attempt);
    await load(["Running"], { prompt, parameters: { of: ["x", "y"] } });
    const other = { ...desk, ref: { ...desk.ref, assignmentId: drawn } };
    expect(await preview(other)).toMatchObject({ changes: [], incomparable: 1 });
  });

  test("leaves open attempts alone", async () => {
    const late = await aStudent(desk.group.id);
    const attempt = await start(late, desk.assignment);
    await save(late, attempt, WRONG);
    await load(["Running"]);
    const { id } = await preview(desk);
    await apply(desk, id);
    await save(late, attempt, RIGHT, { revision: 1 });
    await submit(late, attempt);
    expect(await gradeOf(late, desk.assignment)).toMatchObject({ points: 1 }); // by the key it was asked with
  });
});

test("a regrade carries other points through", async () => {
  const content = {
    sections: [{ items: [{ type: "question", questionId: "pods/phase", points: 3 }] }],
  };
  const { quizId } = await database().assignment.findUniqueOrThrow({
    where: { id: desk.assignment },
  });
  await database().quizVersion.create({
    data: { quizId: quizId ?? "", version: 2, content, createdAt: NOW },
  });
  await database().quiz.update({ where: { id: quizId ?? "" }, data: { currentVersion: 2 } });
  const { id } = await preview(desk);
  await apply(desk, id);
  expect(await pointsOf(desk)).toEqual([3, 0]);
});

describe("what is decided for everybody", () => {
  const rule = async (ruling: "full" | "left-out") => {
    const asked = {
      keys: false,
      points: false,
      rulings: { "pods/phase": ruling },
      reason: "Unclear",
    };
    const { id } = await preview(desk, "raise-only", asked);
    await apply(desk, id);
    return id;
  };
  const grades = () =>
    Promise.all(desk.students.map((student) => gradeOf(student, desk.assignment)));

  test("gives all points, also to who hands in later, until it is undone", async () => {
    const late = await aStudent(desk.group.id);
    const attempt = await start(late, desk.assignment);
    await save(late, attempt, WRONG);
    const id = await rule("full");
    await submit(late, attempt);
    expect(await pointsOf(desk)).toEqual([1, 1]);
    expect(await gradeOf(late, desk.assignment)).toMatchObject({ points: 1 });
    await undo(desk, id);
    expect(await pointsOf(desk)).toEqual([1, 0]);
    expect(await gradeOf(late, desk.assignment)).toMatchObject({ points: 0 });
    expect(
      await database().questionRuling.count({ where: { assignmentId: desk.assignment } }),
    ).toBe(0);
  });

  test("is in force again, also for who handed in since, once what lifted it is undone", async () => {
    await rule("full");
    const { id } = await preview(desk, "replace", { keys: false, points: false });
    await apply(desk, id);
    const late = await aStudent(desk.group.id);
    const attempt = await start(late, desk.assignment);
    await save(late, attempt, WRONG);
    await submit(late, attempt);
    expect(await gradeOf(late, desk.assignment)).toMatchObject({ points: 0 });
    await undo(desk, id);
    expect(await gradeOf(late, desk.assignment)).toMatchObject({ points: 1 });
  });

  test("leaves a question out of what could be had, and puts it back", async () => {
    const id = await rule("left-out");
    expect(await grades()).toMatchObject([
      { points: 0, maxPoints: 0 },
      { points: 0, maxPoints: 0 },
    ]);
    await undo(desk, id);
    expect(await grades()).toMatchObject([
      { points: 1, maxPoints: 1 },
      { points: 0, maxPoints: 1 },
    ]);
  });

  test("leaves points alone that somebody gave by hand", async () => {
    const answer = await firstAnswer(desk, desk.students[1]);
    await overrideAnswer(
      desk.group.instructor,
      { ...answer, points: 0.25, reason: "By hand" },
      NOW,
    );
    await rule("full");
    expect(await pointsOf(desk)).toEqual([1, 0.25]);
  });
});

describe("marks that go by an older key", () => {
  const newer = async () => {
    const version = await load(["Pending", "Running"]);
    await database().questionVersion.updateMany({
      where: { questionId: "pods/phase", version },
      data: { createdAt: hours(4) },
    });
  };

  test("are said until they are graded anew, or were meant to stay", async () => {
    expect([...(await findStaleKeys(desk.assignment))]).toEqual([]);
    await newer();
    expect([...(await findStaleKeys(desk.assignment))]).toEqual(["pods/phase"]);
    const { id } = await preview(desk, "raise-only");
    await apply(desk, id);
    expect([...(await findStaleKeys(desk.assignment))]).toEqual([]);
  });
});

test("what can be had follows the attempt and not what the quiz says by now", async () => {
  const { quizId } = await database().assignment.findUniqueOrThrow({
    where: { id: desk.assignment },
  });
  const content = {
    sections: [{ items: [{ type: "question", questionId: "pods/phase", points: 3 }] }],
  };
  await database().quizVersion.create({
    data: { quizId: quizId ?? "", version: 2, content, createdAt: NOW },
  });
  await database().quiz.update({ where: { id: quizId ?? "" }, data: { currentVersion: 2 } });
  await load(["Pending", "Running"]);
  const { id } = await preview(desk, "replace", { points: false });
  await apply(desk, id);
  expect(await gradeOf(desk.students[1], desk.assignment)).toMatchObject({
    points: 1,
    maxPoints: 1,
  });
  expect([...(await findStalePoints(desk.assignment))]).toEqual(["pods/phase"]);
});

test.each([
  ["a student", () => Promise.resolve(desk.students[0])],
  [
    "an assistant",
    async () => {
      const assistant = await aPerson();
      await join(desk.group.id, assistant, { role: "assistant" });
      return assistant;
    },
  ],
  ["an instructor of another class", async () => (await aClass()).instructor],
])("%s finds nothing to regrade", async (_who, person) => {
  await expect(preview(desk, "replace", {}, await person())).rejects.toThrow(
    /There is no such (assignment|class)\./,
  );
});
