import { beforeEach, describe, expect, test } from "vitest";

import type { Actor } from "@/lib/domain/access/actor";
import type { MarkInput } from "@/lib/domain/quizzes/marking-input";
import { database } from "@/lib/server/db/client";
import { markAnswer, viewMarking } from "@/lib/server/services/mark-answers";
import { gradeOf, save, start, submit } from "@/tests/helpers/attempts";
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
import { anOpenQuestion, loadQuestions } from "@/tests/helpers/study-content";

const NOW = hours(5);
const TICKS = [true, true, true, false, false];

let group: TestClass;
let assignment: string;
let student: Actor;

beforeEach(async () => {
  await loadQuestions([anOpenQuestion("pods/scheduler")]);
  group = await aClass();
  assignment = await aQuizAssignment(group, quizOf("pods/scheduler"));
  student = await aStudent(group.id);
  const attempt = await start(student, assignment);
  await save(student, attempt, { kind: "open", text: "They wait." });
  await submit(student, attempt);
});

const ref = () => ({ classId: group.id, assignmentId: assignment });

const view = (actor: Actor = group.instructor, withNames = false) =>
  viewMarking(actor, ref(), { questionId: null, withNames });

async function mark(
  given: MarkInput["mark"],
  actor: Actor = group.instructor,
  rest: Partial<MarkInput> = {},
) {
  const [answer] = (await view()).answers;
  if (!answer) throw new Error("Nothing waits to be marked");
  const { userId, attemptId, position, gradedAt } = answer;
  const input = {
    ...ref(),
    userId,
    attemptId,
    position,
    gradedAt,
    mark: given,
    comment: "",
    ...rest,
  };
  return markAnswer(actor, input, NOW);
}

describe("marking an open answer", () => {
  test("begins with a queue that names nobody", async () => {
    const { questions, answers } = await view();
    expect(questions).toEqual([{ id: "pods/scheduler", waiting: 1, answers: 1 }]);
    expect(answers).toMatchObject([{ name: null, score: null, answer: { text: "They wait." } }]);
  });

  test("shows names to whoever asks for them", async () => {
    expect((await view(group.instructor, true)).answers).toMatchObject([{ name: student.name }]);
  });

  test("makes the share of ticked points the grade", async () => {
    await mark(TICKS, group.instructor, { comment: "What else?" });
    expect((await gradeOf(student, assignment))?.points).toBe(0.6);
    expect((await view()).answers).toMatchObject([
      { score: 0.6, marks: TICKS, comment: "What else?" },
    ]);
  });

  test("is in the audit with who marked", async () => {
    await mark(TICKS);
    const where = { userId: student.id, cause: "marked", actorId: group.instructor.id };
    const entries = await database().gradeAudit.findMany({ where, orderBy: { id: "asc" } });
    expect(entries.map(({ subject }) => subject)).toEqual(["item", "assignment"]);
  });

  test("is taken back to an answer that waits", async () => {
    await mark(TICKS);
    await mark(null);
    expect((await gradeOf(student, assignment))?.points).toBeNull();
    expect((await view()).questions).toMatchObject([{ waiting: 1 }]);
  });

  test("is refused when somebody else has marked it meanwhile", async () => {
    const [before] = (await view()).answers;
    await mark(TICKS);
    await expect(
      mark(TICKS, group.instructor, { gradedAt: before?.gradedAt ?? "" }),
    ).rejects.toMatchObject({ code: "conflict" });
  });

  test("is refused where the ticks are not those of the question", async () => {
    await expect(mark([true])).rejects.toMatchObject({ code: "invalid" });
  });

  test("is for assistants and instructors of the class", async () => {
    const assistant = await aPerson();
    await join(group.id, assistant, { role: "assistant" });
    await mark(TICKS, assistant);
    const admin = await aPerson({ role: "admin" });
    for (const actor of [student, admin, (await aClass()).instructor]) {
      await expect(mark(TICKS, actor)).rejects.toMatchObject({ code: "not-found" });
    }
  });

  test("does not reach answers of another class", async () => {
    const other = await aClass();
    const elsewhere = await aQuizAssignment(other, quizOf("pods/scheduler"));
    await expect(
      mark(TICKS, other.instructor, { classId: other.id, assignmentId: elsewhere }),
    ).rejects.toMatchObject({ code: "not-found" });
  });
});
