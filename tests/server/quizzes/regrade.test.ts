import { beforeEach, describe, expect, test } from "vitest";

import type { Actor } from "@/lib/domain/access/actor";
import type { PreviewRegrade } from "@/lib/domain/quizzes/regrade-input";
import type { RegradePolicy } from "@/lib/domain/quizzes/regrade-item";
import { database } from "@/lib/server/db/client";
import { listChanges } from "@/lib/server/db/regrades";
import { findStaleKeys, findStalePoints } from "@/lib/server/quizzes/find-stale-marks";
import { overrideAnswer } from "@/lib/server/services/override-grades";
import { applyRegrade, previewRegrade, undoRegrade } from "@/lib/server/services/regrade";
import { gradeOf, RIGHT, save, savedAnswer, start, submit, WRONG } from "@/tests/helpers/attempts";
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

  test("does not judge answers to a variant that is not drawn any more", async () => {
    const parameters = { of: ["a", "b", "c", "d", "e", "f", "g", "h"] };
    const prompt = "Which phase has {{of}}?";
    await load(["Pending"], { prompt, parameters });
    const drawn = await aQuizAssignment(group, quizOf("pods/phase"));
    const student = await aStudent(group.id);
    const attempt = await start(student, drawn);
    await save(student, attempt, WRONG);
    await submit(student, attempt);
    await load(["Running"], { prompt, parameters: { of: ["x", "y"] } });
    assignment = drawn;
    expect(await preview()).toMatchObject({ changes: [], incomparable: 1 });
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

describe("what is decided for everybody", () => {
  const rule = async (ruling: "full" | "left-out") => {
    const asked = {
      keys: false,
      points: false,
      rulings: { "pods/phase": ruling },
      reason: "Unclear",
    };
    const { id } = await preview(group.instructor, "raise-only", asked);
    await apply(id);
    return id;
  };
  const grades = () => Promise.all(students.map((student) => gradeOf(student, assignment)));

  test("gives all points, also to who hands in later, until it is undone", async () => {
    const late = await aStudent(group.id);
    const attempt = await start(late, assignment);
    await save(late, attempt, WRONG);
    const id = await rule("full");
    await submit(late, attempt);
    expect(await points()).toEqual([1, 1]);
    expect(await gradeOf(late, assignment)).toMatchObject({ points: 1 });
    await undo(id);
    expect(await points()).toEqual([1, 0]);
    expect(await database().questionRuling.count({ where: { assignmentId: assignment } })).toBe(0);
  });

  test("leaves a question out of what could be had, and puts it back", async () => {
    const id = await rule("left-out");
    expect(await grades()).toMatchObject([
      { points: 0, maxPoints: 0 },
      { points: 0, maxPoints: 0 },
    ]);
    await undo(id);
    expect(await grades()).toMatchObject([
      { points: 1, maxPoints: 1 },
      { points: 0, maxPoints: 1 },
    ]);
  });

  test("leaves points alone that somebody gave by hand", async () => {
    const where = { userId: students[1].id };
    const { attemptId, gradedAt } = await database().itemGrade.findFirstOrThrow({ where });
    const answer = { ...ref(), ...where, attemptId, position: 0, gradedAt: gradedAt.toISOString() };
    await overrideAnswer(group.instructor, { ...answer, points: 0.25, reason: "By hand" }, NOW);
    await rule("full");
    expect(await points()).toEqual([1, 0.25]);
  });

  test("reaches everybody who hands in at that very moment", async () => {
    const many = await Promise.all(
      Array.from({ length: 12 }, async () => {
        const student = await aStudent(group.id);
        const attempt = await start(student, assignment);
        await save(student, attempt, WRONG);
        return { student, attempt };
      }),
    );
    const asked = { keys: false, points: false, rulings: { "pods/phase": "full" as const } };
    const { id } = await preview(group.instructor, "replace", { ...asked, reason: "Unclear" });
    await Promise.all([
      applyUntilDone(id),
      ...many.map(({ student, attempt }) => submit(student, attempt)),
    ]);
    const after = await Promise.all(many.map(({ student }) => gradeOf(student, assignment)));
    expect(after.map((grade) => grade?.points)).toEqual(many.map(() => 1));
  });
});

/** Looks again as often as something has changed meanwhile. */
async function applyUntilDone(id: string): Promise<void> {
  const applied = await apply(id);
  if (applied.status === "stale") await applyUntilDone(applied.id);
}

test("applied by two at once it changes each mark once", async () => {
  await load(["Pending", "Running"]);
  const { id } = await preview();
  expect(await Promise.all([apply(id), apply(id)])).toEqual([
    { status: "applied" },
    { status: "applied" },
  ]);
  const where = { userId: students[1].id, cause: "regrade", subject: "item" };
  expect(await database().gradeAudit.count({ where })).toBe(1);
});

test("a mark that is changed between the look and the apply is not overwritten", async () => {
  await load(["Running"]);
  const { id } = await preview();
  const where = { userId: students[0].id };
  const { attemptId, gradedAt } = await database().itemGrade.findFirstOrThrow({ where });
  const answer = { ...ref(), ...where, attemptId, position: 0, gradedAt: gradedAt.toISOString() };
  await Promise.all([
    apply(id),
    overrideAnswer(group.instructor, { ...answer, points: 0.5, reason: "By hand" }, NOW).catch(
      () => null,
    ),
  ]);
  const mark = await database().itemGrade.findFirstOrThrow({ where });
  const { state } = await database().regrade.findFirstOrThrow({
    where: { assignmentId: assignment },
    orderBy: { createdAt: "desc" },
  });
  // Whoever came first is the one that counts: both at once never do.
  expect([
    ["applied", 0, null],
    ["previewed", 1, 0.5],
  ]).toContainEqual([state, mark.score, mark.override]);
});

test("in 100 regrades during open attempts no answer is lost and none waits for its mark", async () => {
  const open = await aQuizAssignment(group, quizOf("pods/phase"), {
    attemptsAllowed: null,
    counts: "last",
  });
  const working = await Promise.all(
    [0, 1, 2].map(async () => {
      const student = await aStudent(group.id);
      return { student, attempt: await start(student, open), revision: 0 };
    }),
  );
  const handedIn = await aStudent(group.id);
  const done = await start(handedIn, open);
  await save(handedIn, done, WRONG);
  await submit(handedIn, done);
  const there = { classId: group.id, assignmentId: open };
  const asked = { keys: true, points: false, rulings: {}, reason: "" } as const;
  await load(["Pending", "Running"]);
  for (let run = 0; run < 50; run += 1) {
    const made = await previewRegrade(
      group.instructor,
      { ...there, policy: "replace", ...asked },
      NOW,
    );
    const regrade = { ...there, ...made };
    for (const carry of [applyRegrade, undoRegrade]) {
      const [, ...revisions] = await Promise.all([
        carry(group.instructor, regrade, NOW),
        ...working.map(({ student, attempt, revision }) =>
          save(student, attempt, run % 2 === 0 ? RIGHT : WRONG, { revision }),
        ),
      ]);
      for (const [at, one] of working.entries()) one.revision = revisions[at]?.revision ?? -1;
    }
  }
  expect(working.map(({ revision }) => revision)).toEqual([100, 100, 100]);
  for (const { student, attempt } of working) {
    expect(await savedAnswer(student, attempt)).toEqual({ revision: 100, answer: WRONG });
    await submit(student, attempt);
  }
  const grades = await Promise.all(working.map(({ student }) => gradeOf(student, open)));
  expect(grades.map((grade) => grade?.points)).toEqual([0, 0, 0]);
}, 180_000);

describe("marks that go by an older key", () => {
  const newer = async () => {
    await load(["Pending", "Running"]);
    await database().questionVersion.updateMany({
      where: { questionId: "pods/phase", version },
      data: { createdAt: hours(4) },
    });
  };

  test("are said until they are graded anew, or were meant to stay", async () => {
    expect([...(await findStaleKeys(assignment))]).toEqual([]);
    await newer();
    expect([...(await findStaleKeys(assignment))]).toEqual(["pods/phase"]);
    const { id } = await preview(group.instructor, "raise-only");
    await apply(id);
    expect([...(await findStaleKeys(assignment))]).toEqual([]);
  });
});

test("what can be had follows the attempt and not what the quiz says by now", async () => {
  const { quizId } = await database().assignment.findUniqueOrThrow({ where: { id: assignment } });
  const content = {
    sections: [{ items: [{ type: "question", questionId: "pods/phase", points: 3 }] }],
  };
  await database().quizVersion.create({
    data: { quizId: quizId ?? "", version: 2, content, createdAt: NOW },
  });
  await database().quiz.update({ where: { id: quizId ?? "" }, data: { currentVersion: 2 } });
  await load(["Pending", "Running"]);
  const { id } = await preview(group.instructor, "replace", { points: false });
  await apply(id);
  expect(await gradeOf(students[1], assignment)).toMatchObject({ points: 1, maxPoints: 1 });
  expect([...(await findStalePoints(assignment))]).toEqual(["pods/phase"]);
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
