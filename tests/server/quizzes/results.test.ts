import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";

import type { Actor } from "@/lib/domain/access/actor";
import { saveAttemptAnswer } from "@/lib/server/services/save-attempt-answer";
import { ResultsQuerySchema } from "@/lib/domain/quizzes/results-query";
import { database } from "@/lib/server/db/client";
import { exportResults } from "@/lib/server/services/export-results";
import {
  viewQuestionAnswers,
  viewQuestionResults,
} from "@/lib/server/services/view-question-results";
import { viewResults } from "@/lib/server/services/view-results";
import { DEVICE, RIGHT, save, start, submit, WRONG } from "@/tests/helpers/attempts";
import {
  aClass,
  aQuizAssignment,
  aStudent,
  hours,
  quizOf,
  type TestClass,
} from "@/tests/helpers/classes";
import { aKubectlQuestion, aShortQuestion, loadQuestions } from "@/tests/helpers/study-content";

let group: TestClass;
let assignment: string;

beforeEach(async () => {
  await loadQuestions([
    aShortQuestion("pods/phase"),
    aShortQuestion("pods/other"),
    aKubectlQuestion("pods/run", "kubectl run web --image=nginx -n dev"),
  ]);
  group = await aClass();
  assignment = await aQuizAssignment(group, quizOf("pods/phase", "pods/other", "pods/run"));
});

/** So many answers right in order; the rest wrong: the line leaves the namespace out. */
async function takes(student: Actor, right: number) {
  const attempt = await start(student, assignment);
  await save(student, attempt, right > 0 ? RIGHT : WRONG);
  await save(student, attempt, right > 1 ? RIGHT : WRONG, { position: 1 });
  const text = `kubectl run web --image=nginx${right > 2 ? " -n dev" : ""}`;
  await saveAttemptAnswer(
    { userId: student.id, sessionVersion: 0 },
    {
      ...attempt,
      id: attempt.id,
      position: 2,
      revision: 0,
      answer: { kind: "kubectl", text },
      flagged: false,
      spentMs: 60_000,
    },
    hours(1),
    DEVICE,
  );
  await submit(student, attempt);
}

const ref = () => ({ classId: group.id, assignmentId: assignment });

const view = (query: object = {}, actor: Actor = group.instructor) =>
  viewResults(actor, ref(), ResultsQuerySchema.parse(query));

const figures = (actor: Actor = group.instructor) => viewQuestionResults(actor, ref());

const answersTo = (questionId: string, actor: Actor = group.instructor) =>
  viewQuestionAnswers(actor, { ...ref(), questionId });

describe("the results of a class of 12", () => {
  beforeEach(async () => {
    for (const right of [0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3]) {
      await takes(await aStudent(group.id), right);
    }
  });

  test("say each student's points, state and time", async () => {
    const { students, counts } = await view();
    expect(students).toHaveLength(12);
    expect(students.map(({ total }) => total ?? -1).sort()).toEqual([
      0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3,
    ]);
    expect(students[0]).toMatchObject({ state: "marked", attempts: 1, minutes: 1, maxPoints: 3 });
    expect(counts).toMatchObject({ marked: 12, "not-begun": 0 });
  });

  test("come in the order that is asked for", async () => {
    const { students } = await view({ sort: "-total" });
    expect(students.slice(0, 4).map(({ total }) => total)).toEqual([3, 3, 3, 2]);
  });

  test("say how hard each question was and how it tells students apart", async () => {
    const { results } = await figures();
    expect(results.questions.map((one) => one.figures?.facility)).toEqual([0.75, 0.5, 0.25]);
    // Covariance with the rest 0.1875, variances 0.1875 and 0.6875.
    expect(results.questions[0]?.figures?.discriminationIndex).toBeCloseTo(52.2233, 4);
  });

  test("say how reliable the whole is, and how totals are spread", async () => {
    const { results } = await figures();
    // 3/2 · (1 − (3/16 + 4/16 + 3/16) / (20/16))
    expect(results.whole?.alpha).toBeCloseTo(0.75, 10);
    expect(results.whole?.mean).toBeCloseTo(1.5, 10);
    expect(results.distribution).toEqual([3, 0, 0, 3, 0, 0, 3, 0, 0, 3]);
    expect(results.bands?.map(({ count }) => count)).toEqual([3, 0, 3, 0, 6]);
  });

  test("put wrong lines together that got the same wrong", async () => {
    const { answers } = await answersTo("pods/run");
    expect(answers?.clusters).toMatchObject([
      {
        count: 9,
        examples: ["kubectl run web --image=nginx"],
        findings: [{ field: "metadata.namespace" }],
      },
    ]);
  });

  test("have a file with a line for each student", async () => {
    const { pieces } = await exportResults(group.instructor, ref(), hours(3));
    let text = "";
    for await (const piece of pieces) text += piece.toString();
    const lines = text.trim().split("\r\n");
    expect(lines).toHaveLength(13);
    expect(lines[0]).toContain("pods/phase,pods/other,pods/run");
  });

  test("are seen by nobody but staff", async () => {
    const student = await aStudent(group.id);
    for (const actor of [student, (await aClass()).instructor]) {
      const refused = { code: "not-found" };
      await expect(view({}, actor)).rejects.toMatchObject(refused);
      await expect(figures(actor)).rejects.toMatchObject(refused);
      await expect(answersTo("pods/run", actor)).rejects.toMatchObject(refused);
      await expect(exportResults(actor, ref(), hours(3))).rejects.toMatchObject(refused);
    }
  });

  test("of another class do not exist", async () => {
    const other = await aClass();
    await expect(
      viewQuestionResults(other.instructor, { classId: other.id, assignmentId: assignment }),
    ).rejects.toMatchObject({ code: "not-found" });
  });

  test("of a question that was not asked do not exist", async () => {
    await expect(answersTo("pods/no-such")).rejects.toMatchObject({ code: "not-found" });
  });
});

test("figures are hidden below ten students", async () => {
  for (const right of [0, 1, 2]) await takes(await aStudent(group.id), right);
  const { results } = await figures();
  expect(results).toMatchObject({ students: 3, whole: null, distribution: null, bands: null });
  expect(results.questions.map((one) => one.figures)).toEqual([null, null, null]);
  expect((await answersTo("pods/run")).answers).toBeNull();
});

test("a student who has not begun is shown without points", async () => {
  await aStudent(group.id);
  const { students } = await view();
  expect(students).toMatchObject([{ state: "not-begun", total: null, cells: [] }]);
});

test("only students of a section, in a state, or of a name are shown where that is asked for", async () => {
  const sectionId = randomUUID();
  await database().section.create({ data: { id: sectionId, classId: group.id, name: "Lab" } });
  const inLab = await aStudent(group.id, { sectionId });
  await takes(await aStudent(group.id), 1);
  const idsOf = async (query: object) => (await view(query)).students.map(({ userId }) => userId);
  expect(await idsOf({ section: sectionId })).toEqual([inLab.id]);
  expect(await idsOf({ state: "not-begun" })).toEqual([inLab.id]);
  expect(await idsOf({ text: "no such name" })).toEqual([]);
});
