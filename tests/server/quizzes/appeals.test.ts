import { beforeEach, describe, expect, test } from "vitest";

import type { Actor } from "@/lib/domain/access/actor";
import type { KeyScope } from "@/lib/domain/quizzes/appeal-input";
import { database } from "@/lib/server/db/client";
import {
  acceptIntoKey,
  acceptWithPoints,
  previewAcceptance,
  refuseAppeal,
} from "@/lib/server/services/answer-appeal";
import { contestAnswer, withdrawAppeal } from "@/lib/server/services/contest-answer";
import { viewAnsweredAppeals, viewOpenAppeals } from "@/lib/server/services/view-appeals";
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
const SHOWN = { score: "at-submit", verdicts: "at-submit" };

let group: TestClass;
let assignment: string;
/** Answered "Running", which the key says is wrong. */
let student: Actor;
let attemptId: string;

beforeEach(async () => {
  await database().keyAddition.deleteMany();
  await database().questionVersion.deleteMany({ where: { version: { gt: 1 } } });
  await loadQuestions([aShortQuestion("pods/phase")]);
  group = await aClass();
  assignment = await aQuizAssignment(group, quizOf("pods/phase"), { feedback: SHOWN });
  ({ student, attemptId } = await whoAnswered(WRONG));
});

async function whoAnswered(
  answer: { kind: "short"; text: string },
  { classId = group.id, assignmentId = assignment } = {},
) {
  const person = await aStudent(classId);
  const attempt = await start(person, assignmentId);
  await save(person, attempt, answer as typeof WRONG);
  await submit(person, attempt);
  return { student: person, attemptId: attempt.id };
}

const contest = (actor = student, id = attemptId) =>
  contestAnswer(actor, { attemptId: id, position: 0, text: "It runs." }, NOW);

async function contested(scope: KeyScope = "classes") {
  await contest();
  const { id } = await database().appeal.findFirstOrThrow({ where: { attemptId } });
  return { classId: group.id, appealId: id, scope };
}

const accept = async (
  ref: { classId: string; appealId: string; scope: KeyScope },
  actor: Actor = group.instructor,
) => {
  const { fingerprint } = await previewAcceptance(actor, ref);
  return acceptIntoKey(actor, { ...ref, reply: "True.", fingerprint }, NOW);
};

const points = async (actor = student, at = assignment) => (await gradeOf(actor, at))?.points;
const noticesOf = (actor: Actor) => database().notice.findMany({ where: { userId: actor.id } });

describe("a mark is contested", () => {
  test("once, and its instructors are told", async () => {
    await contest();
    await expect(contest()).rejects.toThrow("You have contested this answer already.");
    expect(await noticesOf(group.instructor)).toMatchObject([{ kind: "appealed" }]);
  });

  test("and taken back while nobody has answered", async () => {
    const ref = await contested();
    await withdrawAppeal(student, { attemptId, position: 0 });
    expect(await database().appeal.count({ where: { id: ref.appealId } })).toBe(0);
    await contest();
    await database().appeal.updateMany({ where: { attemptId }, data: { state: "refused" } });
    await expect(withdrawAppeal(student, { attemptId, position: 0 })).rejects.toThrow(/meanwhile/);
  });

  test("only by whoever gave the answer", async () => {
    const other = await aStudent(group.id);
    await expect(contest(other)).rejects.toMatchObject({ code: "not-found" });
  });

  test("only once it is shown which answers were right", async () => {
    const feedback = { score: "on-release", verdicts: "on-release" };
    await database().assignment.update({ where: { id: assignment }, data: { feedback } });
    await expect(contest()).rejects.toMatchObject({ code: "not-found" });
    await database().assignment.update({ where: { id: assignment }, data: { releasedAt: NOW } });
    await contest();
    expect(await database().appeal.count({ where: { attemptId } })).toBe(1);
  });
});

describe("accepted as right for everybody", () => {
  test("every equivalent answer gains, and no other", async () => {
    const same = await whoAnswered({ kind: "short", text: " running. " });
    const other = await whoAnswered({ kind: "short", text: "Failed" });
    const ref = await contested();
    expect((await previewAcceptance(group.instructor, ref)).changes).toHaveLength(2);
    expect(await points()).toBe(0);
    expect(await accept(ref)).toEqual({ status: "answered" });
    expect(
      await Promise.all([student, same.student, other.student].map((one) => points(one))),
    ).toEqual([1, 1, 0]);
    const told = (await noticesOf(student)).map(({ kind }) => kind);
    expect(told).toContain("appeal-answered");
  });

  test("in all the instructor's classes, and in nobody else's", async () => {
    const own = { id: (await aClass()).id, instructor: group.instructor };
    await join(own.id, group.instructor, { role: "instructor" });
    const colleague = await aClass();
    const [there, elsewhere] = await Promise.all(
      [own, colleague].map(async (one) => {
        const id = await aQuizAssignment(one, quizOf("pods/phase"));
        return { id, who: await whoAnswered(WRONG, { classId: one.id, assignmentId: id }) };
      }),
    );
    await accept(await contested());
    expect(await points(there?.who.student, there?.id)).toBe(1);
    expect(await points(elsewhere?.who.student, elsewhere?.id)).toBe(0);
  });

  test("whoever hands in later gains too", async () => {
    const late = await aStudent(group.id);
    const attempt = await start(late, assignment);
    await accept(await contested());
    await save(late, attempt, WRONG);
    await submit(late, attempt);
    expect(await points(late)).toBe(1);
    const next = await whoAnswered(WRONG);
    expect(await points(next.student)).toBe(1);
  });

  test("others who contested the same are answered with it", async () => {
    const same = await whoAnswered(WRONG);
    await contest(same.student, same.attemptId);
    await accept(await contested());
    const states = await database().appeal.findMany({ where: { assignmentId: assignment } });
    expect(states.map(({ state, reply }) => [state, reply])).toEqual([
      ["accepted", "True."],
      ["accepted", "True."],
    ]);
  });

  test("by two instructors at once it is once", async () => {
    const colleague = await aPerson({ role: "instructor" });
    await join(group.id, colleague, { role: "instructor" });
    const ref = await contested();
    const previews = await Promise.all(
      [group.instructor, colleague].map(async (actor) => ({
        actor,
        ...(await previewAcceptance(actor, ref)),
      })),
    );
    const answers = await Promise.all(
      previews.map(({ actor, fingerprint }) =>
        acceptIntoKey(actor, { ...ref, reply: "", fingerprint }, NOW),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual(["answered", "was-answered"]);
    const where = { userId: student.id, cause: "appeal", subject: "item" };
    expect(await database().gradeAudit.count({ where })).toBe(1);
    expect(await database().keyAddition.count()).toBe(1);
  });

  test("what was looked at and is not so any more is refused", async () => {
    const ref = await contested();
    const { fingerprint } = await previewAcceptance(group.instructor, ref);
    await whoAnswered(WRONG);
    await expect(
      acceptIntoKey(group.instructor, { ...ref, reply: "", fingerprint }, NOW),
    ).rejects.toThrow(/Look at what it changes again/);
    expect(await points()).toBe(0);
  });

  test("points that were given by hand stay", async () => {
    const same = await whoAnswered(WRONG);
    await database().$transaction(async (db) => {
      await db.$queryRaw`select set_config('reconcile.cause', 'override', true)`;
      await db.itemGrade.updateMany({
        where: { userId: same.student.id },
        data: { override: 0.5, overrideReason: "Half" },
      });
    });
    await accept(await contested());
    const mark = await database().itemGrade.findFirstOrThrow({
      where: { userId: same.student.id },
    });
    expect(mark).toMatchObject({ override: 0.5, overrideReason: "Half" });
  });
});

describe("everybody's key", () => {
  test("is not an instructor's to change", async () => {
    const ref = await contested("everywhere");
    await expect(previewAcceptance(group.instructor, ref)).rejects.toMatchObject({
      code: "not-found",
    });
    const { appeals } = await viewOpenAppeals(group.instructor, group.id);
    expect(appeals).toMatchObject([{ canJoinKey: true, mayAddEverywhere: false }]);
  });

  test("gets a next version by an admin who instructs the class", async () => {
    const admin = await aPerson({ role: "admin" });
    await join(group.id, admin, { role: "instructor" });
    await accept(await contested("everywhere"), admin);
    const { currentVersion } = await database().question.findUniqueOrThrow({
      where: { id: "pods/phase" },
    });
    const { content } = await database().questionVersion.findUniqueOrThrow({
      where: { questionId_version: { questionId: "pods/phase", version: currentVersion } },
    });
    expect([currentVersion, content]).toMatchObject([
      2,
      { also: [{ answer: { text: "Running" } }] },
    ]);
    expect(await points()).toBe(1);
  });
});

describe("answered otherwise", () => {
  test("with points for this answer alone", async () => {
    const same = await whoAnswered(WRONG);
    const { classId, appealId } = await contested();
    const answer = { classId, appealId, points: 0.5, reply: "Half right." };
    await acceptWithPoints(group.instructor, answer, NOW);
    expect([await points(), await points(same.student)]).toEqual([0.5, 0]);
  });

  test("refused with a reply, the mark stays", async () => {
    const { classId, appealId } = await contested();
    await refuseAppeal(group.instructor, { classId, appealId, reply: "No." }, NOW);
    expect(await points()).toBe(0);
    expect(
      await refuseAppeal(group.instructor, { classId, appealId, reply: "Still no." }, NOW),
    ).toEqual({ status: "was-answered" });
    const { reply } = await database().appeal.findUniqueOrThrow({ where: { id: appealId } });
    expect(reply).toBe("No.");
  });
});

test.each([
  ["a student", () => Promise.resolve(student)],
  [
    "an assistant",
    async () => {
      const assistant = await aPerson();
      await join(group.id, assistant, { role: "assistant" });
      return assistant;
    },
  ],
  ["an instructor of another class", async () => (await aClass()).instructor],
])("to %s there are no appeals", async (_who, person) => {
  const ref = await contested();
  const actor = await person();
  const refused = { code: "not-found" };
  await expect(viewOpenAppeals(actor, group.id)).rejects.toMatchObject(refused);
  await expect(viewAnsweredAppeals(actor, group.id, 1)).rejects.toMatchObject(refused);
  await expect(previewAcceptance(actor, ref)).rejects.toMatchObject(refused);
  const { classId, appealId } = ref;
  await expect(refuseAppeal(actor, { classId, appealId, reply: "No." }, NOW)).rejects.toMatchObject(
    refused,
  );
});

test("an appeal is not found through another class of the same instructor", async () => {
  const { appealId } = await contested();
  const other = await aClass();
  await join(other.id, group.instructor, { role: "instructor" });
  const refused = refuseAppeal(
    group.instructor,
    { classId: other.id, appealId, reply: "No." },
    NOW,
  );
  await expect(refused).rejects.toMatchObject({ code: "not-found" });
});

test("answered appeals are read page by page", async () => {
  const { classId, appealId } = await contested();
  await refuseAppeal(group.instructor, { classId, appealId, reply: "No." }, NOW);
  const answered = (page: number) => viewAnsweredAppeals(group.instructor, group.id, page);
  expect(await answered(1)).toMatchObject({ pages: 1, appeals: [{ id: appealId }] });
  expect(await answered(2)).toMatchObject({ pages: 1, appeals: [] });
});
