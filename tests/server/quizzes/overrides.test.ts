import { beforeEach, describe, expect, test } from "vitest";

import type { Actor } from "@/lib/domain/access/actor";
import { database } from "@/lib/server/db/client";
import {
  commentAnswer,
  dropAnswerOverride,
  dropTotalOverride,
  excuseStudent,
  overrideAnswer,
  overrideTotal,
  unexcuseStudent,
} from "@/lib/server/services/override-grades";
import { viewStudentWork } from "@/lib/server/services/view-student-work";
import { gradeOf, save, start, submit, WRONG } from "@/tests/helpers/attempts";
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

let group: TestClass;
let assignment: string;
let student: Actor;
let attemptId: string;

beforeEach(async () => {
  await loadQuestions([aShortQuestion("pods/phase")]);
  group = await aClass();
  assignment = await aQuizAssignment(group, quizOf("pods/phase"));
  student = await aStudent(group.id);
  const attempt = await start(student, assignment);
  attemptId = attempt.id;
  await save(student, attempt, WRONG);
  await submit(student, attempt);
});

const ref = () => ({ classId: group.id, assignmentId: assignment, userId: student.id });
const answer = () => ({ ...ref(), attemptId, position: 0 });
const view = (actor: Actor = group.instructor) => viewStudentWork(actor, ref(), null);

async function looked() {
  const { grade, shown } = await view();
  return { updatedAt: grade?.updatedAt ?? "", gradedAt: shown?.questions[0]?.gradedAt ?? "" };
}

async function give(points: number, actor: Actor = group.instructor) {
  const { gradedAt } = await looked();
  const input = { ...answer(), points, reason: "A typing error", gradedAt };
  return overrideAnswer(actor, input, NOW);
}

const anAssistant = async () => {
  const assistant = await aPerson();
  await join(group.id, assistant, { role: "assistant" });
  return assistant;
};

describe("points of an answer given by hand", () => {
  test("stand above what the grader says, until they are taken back", async () => {
    await give(0.5);
    expect(await gradeOf(student, assignment)).toMatchObject({ points: 0.5 });
    const { gradedAt } = await looked();
    await dropAnswerOverride(group.instructor, { ...answer(), reason: "", gradedAt }, NOW);
    expect(await gradeOf(student, assignment)).toMatchObject({ points: 0 });
  });

  test("are refused when somebody has changed the mark meanwhile", async () => {
    const { gradedAt } = await looked();
    await give(1);
    const late = { ...answer(), points: 0, reason: "No", gradedAt };
    await expect(overrideAnswer(group.instructor, late, NOW)).rejects.toMatchObject({
      code: "conflict",
    });
  });

  test("are in the history with who, when, before, after and why", async () => {
    await give(0.5);
    const { history } = await view();
    expect(history.slice(0, 2)).toMatchObject([
      { what: "Total", before: "0 of 1", after: "0.5 of 1", who: "Ada" },
      {
        what: "Question 1",
        before: "0 of 1",
        after: "0.5 of 1",
        who: "Ada",
        reason: "A typing error",
        cause: "Points given by hand",
      },
    ]);
  });
});

describe("a total given by hand", () => {
  test("stands, and what the answers give is still said", async () => {
    const { updatedAt } = await looked();
    const given = { ...ref(), points: 1, reason: "An oral exam", updatedAt };
    await overrideTotal(group.instructor, given, NOW);
    expect((await view()).grade).toMatchObject({ override: 1, points: 0 });
    await give(0.5);
    expect((await view()).grade).toMatchObject({ override: 1, points: 0.5 });
    const now = await looked();
    await dropTotalOverride(
      group.instructor,
      { ...ref(), reason: "", updatedAt: now.updatedAt },
      NOW,
    );
    expect((await view()).grade).toMatchObject({ override: null, points: 0.5 });
  });

  test("tells the student once results are released", async () => {
    await database().assignment.update({ where: { id: assignment }, data: { releasedAt: NOW } });
    const { updatedAt } = await looked();
    await overrideTotal(
      group.instructor,
      { ...ref(), points: 1, reason: "An oral exam", updatedAt },
      NOW,
    );
    const notices = await database().notice.findMany({ where: { userId: student.id } });
    expect(notices.map(({ kind }) => kind)).toEqual(["marks-changed"]);
  });

  test("can be given to who has handed in nothing", async () => {
    const other = await aStudent(group.id);
    const given = { ...ref(), userId: other.id, points: 1, reason: "On paper", updatedAt: "" };
    await overrideTotal(group.instructor, given, NOW);
    expect(await gradeOf(other, assignment)).toMatchObject({ override: 1, maxPoints: 1 });
  });
});

test("a student is excused, and not any more", async () => {
  const { updatedAt } = await looked();
  await excuseStudent(group.instructor, { ...ref(), reason: "A hospital", updatedAt }, NOW);
  expect((await view()).grade).toMatchObject({ excused: true, points: 0 });
  const later = await looked();
  await unexcuseStudent(
    group.instructor,
    { ...ref(), reason: "", updatedAt: later.updatedAt },
    NOW,
  );
  expect((await view()).grade).toMatchObject({ excused: false });
  const causes = (await view()).history.slice(0, 2).map(({ cause }) => cause);
  expect(causes).toEqual(["Excused, or not any more", "Excused, or not any more"]);
});

test("assistants comment, and change no points", async () => {
  const assistant = await anAssistant();
  await commentAnswer(assistant, { ...answer(), comment: "See page 3." });
  expect((await view(assistant)).shown?.questions[0]?.verdict?.comment).toBe("See page 3.");
  await expect(give(1, assistant)).rejects.toMatchObject({ code: "not-found" });
  const { updatedAt } = await looked();
  const excuse = excuseStudent(assistant, { ...ref(), reason: "x", updatedAt }, NOW);
  await expect(excuse).rejects.toMatchObject({ code: "not-found" });
});

test("each attempt says when it was started, saved and handed in, from which address and program", async () => {
  const { shown } = await view();
  expect(shown?.events.map(({ kind, address, agent }) => [kind, address, agent])).toEqual([
    ["started", "192.0.2.1", "test"],
    ["saved", "192.0.2.1", "test"],
    ["submitted", "192.0.2.1", "test"],
  ]);
});

test("what is not handed in is not shown", async () => {
  const other = await aStudent(group.id);
  const attempt = await start(other, assignment);
  await save(other, attempt, WRONG);
  const work = await viewStudentWork(group.instructor, { ...ref(), userId: other.id }, null);
  expect(work.shown).toMatchObject({ answered: 1, questions: [] });
});

test.each([
  ["a student", () => Promise.resolve(student)],
  ["an instructor of another class", async () => (await aClass()).instructor],
])("to %s there is no such page", async (_who, person) => {
  await expect(view(await person())).rejects.toMatchObject({ code: "not-found" });
});

test("somebody who was never a student of the class is not found through it", async () => {
  const stranger = await aPerson();
  const other = { ...ref(), userId: stranger.id };
  await expect(viewStudentWork(group.instructor, other, null)).rejects.toMatchObject({
    code: "not-found",
  });
  await expect(
    overrideTotal(group.instructor, { ...other, points: 1, reason: "x", updatedAt: "" }, NOW),
  ).rejects.toMatchObject({ code: "not-found" });
});
