import { beforeEach, describe, expect, test } from "vitest";

import type { Actor } from "@/lib/domain/access/actor";
import { saveAttemptAnswer } from "@/lib/server/services/save-attempt-answer";
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

const view = (actor: Actor = group.instructor) =>
  viewResults(actor, { classId: group.id, assignmentId: assignment });

describe("the results of a class of 12", () => {
  beforeEach(async () => {
    for (const right of [0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3]) {
      await takes(await aStudent(group.id), right);
    }
  });

  test("say each student's points, state and time", async () => {
    const { students } = await view();
    expect(students).toHaveLength(12);
    expect(students.map(({ total }) => total ?? -1).sort()).toEqual([
      0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3,
    ]);
    expect(students[0]).toMatchObject({
      state: "handed-in",
      attempts: 1,
      minutes: 1,
      maxPoints: 3,
    });
  });

  test("say how hard each question was and how it tells students apart", async () => {
    const { results } = await view();
    expect(results.questions.map(({ figures }) => figures?.facility)).toEqual([0.75, 0.5, 0.25]);
    // Covariance with the rest 0.1875, variances 0.1875 and 0.6875.
    expect(results.questions[0]?.figures?.discriminationIndex).toBeCloseTo(52.2233, 4);
  });

  test("say how reliable the whole is, and how totals are spread", async () => {
    const { results } = await view();
    // 3/2 · (1 − (3/16 + 4/16 + 3/16) / (20/16))
    expect(results.whole?.alpha).toBeCloseTo(0.75, 10);
    expect(results.whole?.mean).toBeCloseTo(1.5, 10);
    expect(results.distribution).toEqual([3, 0, 0, 3, 0, 0, 3, 0, 0, 3]);
  });

  test("put wrong lines together that got the same wrong", async () => {
    const { results } = await view();
    const clusters = results.questions[2]?.figures?.clusters ?? [];
    expect(clusters).toMatchObject([
      {
        count: 9,
        examples: ["kubectl run web --image=nginx"],
        findings: [{ field: "metadata.namespace" }],
      },
    ]);
  });

  test("are seen by nobody but staff", async () => {
    const student = await aStudent(group.id);
    for (const actor of [student, (await aClass()).instructor]) {
      await expect(view(actor)).rejects.toMatchObject({ code: "not-found" });
    }
  });

  test("of another class do not exist", async () => {
    const other = await aClass();
    await expect(
      viewResults(other.instructor, { classId: other.id, assignmentId: assignment }),
    ).rejects.toMatchObject({ code: "not-found" });
  });
});

test("figures are hidden below ten students", async () => {
  for (const right of [0, 1, 2]) await takes(await aStudent(group.id), right);
  const { results } = await view();
  expect(results).toMatchObject({ students: 3, whole: null, distribution: null });
  expect(results.questions.map(({ figures }) => figures)).toEqual([null, null, null]);
});

test("a student who has not begun is shown without points", async () => {
  await aStudent(group.id);
  const { students } = await view();
  expect(students).toMatchObject([{ state: "not-started", total: null, cells: [] }]);
});
