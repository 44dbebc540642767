import { beforeEach, expect, test } from "vitest";

import { database } from "@/lib/server/db/client";
import { overrideAnswer } from "@/lib/server/services/override-grades";
import { applyRegrade, previewRegrade } from "@/lib/server/services/regrade";
import { undoRegrade } from "@/lib/server/services/undo-regrade";
import { gradeOf, RIGHT, save, savedAnswer, start, submit, WRONG } from "@/tests/helpers/attempts";
import { aQuizAssignment, aStudent, quizOf } from "@/tests/helpers/classes";
import {
  apply,
  aRegradeDesk,
  firstAnswer,
  load,
  NOW,
  preview,
  undo,
  type RegradeDesk,
} from "@/tests/helpers/regrade-desk";

let desk: RegradeDesk;

beforeEach(async () => {
  desk = await aRegradeDesk();
});

/** Looks again as often as something has changed meanwhile. */
async function applyUntilDone(id: string): Promise<void> {
  const applied = await apply(desk, id);
  if (applied.status === "stale") await applyUntilDone(applied.id);
}

/** Each has answered "Running", and not handed in. */
const twelveAtWork = () =>
  Promise.all(
    Array.from({ length: 12 }, async () => {
      const student = await aStudent(desk.group.id);
      const attempt = await start(student, desk.assignment);
      await save(student, attempt, WRONG);
      return { student, attempt };
    }),
  );

test("a ruling reaches everybody who hands in at that very moment", async () => {
  const many = await twelveAtWork();
  const asked = { keys: false, points: false, rulings: { "pods/phase": "full" as const } };
  const { id } = await preview(desk, "replace", { ...asked, reason: "Unclear" });
  await Promise.all([
    applyUntilDone(id),
    ...many.map(({ student, attempt }) => submit(student, attempt)),
  ]);
  const after = await Promise.all(many.map(({ student }) => gradeOf(student, desk.assignment)));
  expect(after.map((grade) => grade?.points)).toEqual(many.map(() => 1));
});

test("a ruling that is undone leaves nobody who hands in at that very moment", async () => {
  const many = await twelveAtWork();
  const asked = { keys: false, points: false, rulings: { "pods/phase": "full" as const } };
  const { id } = await preview(desk, "replace", { ...asked, reason: "Unclear" });
  await apply(desk, id);
  await Promise.all([
    undo(desk, id),
    ...many.map(({ student, attempt }) => submit(student, attempt)),
  ]);
  const after = await Promise.all(many.map(({ student }) => gradeOf(student, desk.assignment)));
  expect(after.map((grade) => grade?.points)).toEqual(many.map(() => 0));
});

test("applied by two at once it changes each mark once", async () => {
  await load(["Pending", "Running"]);
  const { id } = await preview(desk);
  expect(await Promise.all([apply(desk, id), apply(desk, id)])).toEqual([
    { status: "applied" },
    { status: "applied" },
  ]);
  const where = { userId: desk.students[1].id, cause: "regrade", subject: "item" };
  expect(await database().gradeAudit.count({ where })).toBe(1);
});

test("a mark that is changed between the look and the apply is not overwritten", async () => {
  await load(["Running"]);
  const { id } = await preview(desk);
  const where = { userId: desk.students[0].id };
  const answer = await firstAnswer(desk, desk.students[0]);
  await Promise.all([
    apply(desk, id),
    overrideAnswer(desk.group.instructor, { ...answer, points: 0.5, reason: "By hand" }, NOW).catch(
      () => null,
    ),
  ]);
  const mark = await database().itemGrade.findFirstOrThrow({ where });
  const { state } = await database().regrade.findFirstOrThrow({
    where: { assignmentId: desk.assignment },
    orderBy: { createdAt: "desc" },
  });
  // Whoever came first is the one that counts: both at once never do.
  expect([
    ["applied", 0, null],
    ["previewed", 1, 0.5],
  ]).toContainEqual([state, mark.score, mark.override]);
});

test("in 100 regrades during open attempts no answer is lost and none waits for its mark", async () => {
  const open = await aQuizAssignment(desk.group, quizOf("pods/phase"), {
    attemptsAllowed: null,
    counts: "last",
  });
  const working = await Promise.all(
    [0, 1, 2].map(async () => {
      const student = await aStudent(desk.group.id);
      return { student, attempt: await start(student, open), revision: 0 };
    }),
  );
  const handedIn = await aStudent(desk.group.id);
  const done = await start(handedIn, open);
  await save(handedIn, done, WRONG);
  await submit(handedIn, done);
  const there = { classId: desk.group.id, assignmentId: open };
  const asked = { keys: true, points: false, rulings: {}, reason: "" } as const;
  await load(["Pending", "Running"]);
  for (let run = 0; run < 50; run += 1) {
    const made = await previewRegrade(
      desk.group.instructor,
      { ...there, policy: "replace", ...asked },
      NOW,
    );
    const regrade = { ...there, ...made };
    for (const carry of [applyRegrade, undoRegrade]) {
      const [, ...revisions] = await Promise.all([
        carry(desk.group.instructor, regrade, NOW),
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
