import { beforeAll, describe, expect, test } from "vitest";

import { GRACE_MS } from "@/lib/domain/quizzes/attempt-window";
import { database } from "@/lib/server/db/client";
import { submitOverdueAttempts } from "@/lib/server/services/submit-attempt";
import { gradeOf, RIGHT, save, savedAnswer, start, submit, WRONG } from "@/tests/helpers/attempts";
import {
  aClass,
  aQuizAssignment,
  aStudent,
  hours,
  quizOf,
  type TestClass,
} from "@/tests/helpers/classes";
import { anOpenQuestion, aShortQuestion, loadQuestions } from "@/tests/helpers/study-content";

let group: TestClass;

beforeAll(async () => {
  await loadQuestions([
    aShortQuestion("pods/phase"),
    aShortQuestion("pods/other"),
    anOpenQuestion("pods/open"),
  ]);
  group = await aClass();
});

describe("the deadline", () => {
  const limited = async (place: object = {}) => {
    const student = await aStudent(group.id, place);
    const assignment = await aQuizAssignment(group, quizOf("pods/phase"), {
      timeLimitSeconds: 3_600,
    });
    return { student, assignment, attempt: await start(student, assignment) };
  };
  const afterGrace = (end: Date) => new Date(end.getTime() + GRACE_MS + 1_000);

  test("takes saves within the grace, none a second after it, and grades the last one", async () => {
    const { student, assignment, attempt } = await limited();
    const lastMoment = new Date(hours(1).getTime() + GRACE_MS);
    expect(await save(student, attempt, RIGHT, { now: lastMoment })).toMatchObject({ revision: 1 });
    const late = save(student, attempt, WRONG, { revision: 1, now: afterGrace(hours(1)) });
    await expect(late).rejects.toThrow(/time is over/);
    await submit(student, attempt, afterGrace(hours(1)));
    expect(await gradeOf(student, assignment)).toMatchObject({ points: 1, maxPoints: 1 });
  });

  test("is later for who was granted more time", async () => {
    const { attempt } = await limited({ timeMultiplier: 1.5 });
    expect(attempt.deadlineAt).toBe(hours(1.5).toISOString());
  });

  test("hands in what was saved, though the browser is gone", async () => {
    const { student, assignment, attempt } = await limited();
    await save(student, attempt, RIGHT, { now: hours(0.5) });
    await submitOverdueAttempts(hours(1));
    expect(await gradeOf(student, assignment)).toBeNull();
    await submitOverdueAttempts(afterGrace(hours(1)));
    expect(await gradeOf(student, assignment)).toMatchObject({ points: 1, maxPoints: 1 });
    const row = await database().attempt.findFirstOrThrow({ where: { id: attempt.id } });
    expect(row).toMatchObject({ submittedBy: "deadline", submittedAt: hours(1) });
  });

  test.each([
    { when: "a moment after it, by a page left open", at: new Date(hours(1).getTime() + 100) },
    { when: "long after it, by hand", at: hours(3) },
  ])("handed in $when counts as at its end", async ({ at }) => {
    const { student, attempt } = await limited();
    expect(await submit(student, attempt, at)).toMatchObject({
      submittedAt: hours(1).toISOString(),
      submittedBy: "deadline",
    });
  });

  test("handed in at its very end is the student's doing", async () => {
    const { student, attempt } = await limited();
    expect(await submit(student, attempt, hours(1))).toMatchObject({ submittedBy: "learner" });
  });
});

describe("handing in", () => {
  test("100 times at once grades once, with one event and identical replies", async () => {
    const student = await aStudent(group.id);
    const assignment = await aQuizAssignment(group, quizOf("pods/phase", "pods/other"));
    const attempt = await start(student, assignment);
    await save(student, attempt, RIGHT);
    const replies = await Promise.all(Array.from({ length: 100 }, () => submit(student, attempt)));
    expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1);
    const where = { userId: student.id, attemptId: attempt.id };
    expect(await database().itemGrade.count({ where })).toBe(2);
    expect(await database().attemptEvent.count({ where: { ...where, kind: "submitted" } })).toBe(1);
    expect(await gradeOf(student, assignment)).toMatchObject({ points: 1, maxPoints: 2 });
  });

  test("audits the grade with who handed in", async () => {
    const student = await aStudent(group.id);
    const attempt = await start(student, await aQuizAssignment(group, quizOf("pods/phase")));
    await submit(student, attempt);
    const entries = await database().gradeAudit.findMany({ where: { userId: student.id } });
    expect(entries.map(({ subject, cause, actorId }) => ({ subject, cause, actorId }))).toEqual([
      { subject: "item", cause: "submitted", actorId: student.id },
      { subject: "assignment", cause: "submitted", actorId: student.id },
    ]);
  });

  test("leaves what only people can judge unmarked, and the grade open", async () => {
    const student = await aStudent(group.id);
    const assignment = await aQuizAssignment(group, quizOf("pods/open"));
    const attempt = await start(student, assignment);
    await save(student, attempt, { kind: "open", text: "Pods wait." });
    await submit(student, attempt);
    expect(await gradeOf(student, assignment)).toMatchObject({ points: null });
  });

  test("late takes off what the policy says", async () => {
    const student = await aStudent(group.id);
    const assignment = await aQuizAssignment(group, quizOf("pods/phase"), {
      dueAt: hours(1),
      closesAt: hours(100),
      latePolicy: { percentPerDay: 25, mostPercent: 50 },
    });
    const attempt = await start(student, assignment);
    await save(student, attempt, RIGHT);
    await submit(student, attempt, hours(26));
    expect(await gradeOf(student, assignment)).toMatchObject({ points: 0.5, latePercent: 50 });
  });

  test("racing 1,000 saves: nothing changes afterwards, and what was acknowledged counts", async () => {
    const student = await aStudent(group.id);
    const assignment = await aQuizAssignment(group, quizOf("pods/phase"), {
      attemptsAllowed: null,
    });
    for (let round = 0; round < 10; round++) {
      const attempt = await start(student, assignment);
      const saves = Array.from({ length: 100 }, (_, revision) =>
        save(student, attempt, revision % 2 === 0 ? WRONG : RIGHT, { revision }).catch(() => null),
      );
      const [outcomes] = await Promise.all([Promise.all(saves), submit(student, attempt)]);
      const before = await savedAnswer(student, attempt);
      const acknowledged = Math.max(0, ...outcomes.map((saved) => saved?.revision ?? 0));
      expect(before.revision).toBe(acknowledged);
      await expect(save(student, attempt, RIGHT, { revision: before.revision })).rejects.toThrow(
        /handed in/,
      );
      const grade = await database().itemGrade.findFirstOrThrow({
        where: { attemptId: attempt.id },
      });
      const wasRight = acknowledged > 0 && acknowledged % 2 === 0;
      expect(grade.score).toBe(wasRight ? 1 : 0);
    }
  });
});
