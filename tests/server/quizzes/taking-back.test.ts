import { beforeEach, describe, expect, test } from "vitest";

import type { Actor } from "@/lib/domain/access/actor";
import type { KeyScope } from "@/lib/domain/quizzes/appeal-input";
import { parseStoredQuestion } from "@/lib/domain/questions/parse-question";
import { withAdditionsEverywhere } from "@/lib/server/content/merge-additions";
import { database } from "@/lib/server/db/client";
import {
  acceptIntoKey,
  acceptWithPoints,
  previewAcceptance,
} from "@/lib/server/services/answer-appeal";
import { contestAnswer } from "@/lib/server/services/contest-answer";
import { applyRegrade, previewRegrade } from "@/lib/server/services/regrade";
import { previewTakingBack, takeBackAcceptance } from "@/lib/server/services/take-back-acceptance";
import { viewAnsweredAppeals } from "@/lib/server/services/view-appeals";
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
const LATER = hours(6);
const REPLY = "It is the phase that was asked for.";

let group: TestClass;
let assignment: string;
/** Answered "Running", contested it, and it was accepted. */
let student: Actor;
let attemptId: string;

beforeEach(async () => {
  await database().keyAddition.deleteMany();
  await database().questionVersion.deleteMany({ where: { version: { gt: 1 } } });
  await loadQuestions([aShortQuestion("pods/phase")]);
  group = await aClass();
  const shown = { score: "at-submit", verdicts: "at-submit" };
  assignment = await aQuizAssignment(group, quizOf("pods/phase"), { feedback: shown });
  ({ student, attemptId } = await whoAnswered("Running"));
});

async function whoAnswered(text: string, { classId = group.id, assignmentId = assignment } = {}) {
  const person = await aStudent(classId);
  const attempt = await start(person, assignmentId);
  await save(person, attempt, { kind: "short", text } as typeof WRONG);
  await submit(person, attempt);
  return { student: person, attemptId: attempt.id };
}

async function contested(
  who = { student, attemptId },
): Promise<{ classId: string; appealId: string }> {
  const answer = { attemptId: who.attemptId, position: 0, text: "It runs." };
  await contestAnswer(who.student, answer, NOW);
  const { id } = await database().appeal.findFirstOrThrow({ where: { attemptId: who.attemptId } });
  return { classId: group.id, appealId: id };
}

async function accepted(scope: KeyScope = "classes", actor = group.instructor) {
  const ref = await contested();
  const { fingerprint } = await previewAcceptance(actor, { ...ref, scope });
  await acceptIntoKey(actor, { ...ref, scope, reply: "True.", fingerprint }, NOW);
  return ref;
}

async function takeBack(ref: { classId: string; appealId: string }, actor = group.instructor) {
  const { fingerprint } = await previewTakingBack(actor, ref);
  return takeBackAcceptance(actor, { ...ref, reply: REPLY, fingerprint }, LATER);
}

const points = async (actor = student, at = assignment) => (await gradeOf(actor, at))?.points;

async function anAdminWhoInstructs(): Promise<Actor> {
  const admin = await aPerson({ role: "admin" });
  await join(group.id, admin, { role: "instructor" });
  return admin;
}

describe("an acceptance that is taken back", () => {
  test("takes from every equivalent answer what it gave, and from no other", async () => {
    const same = await whoAnswered(" running. ");
    const right = await whoAnswered("Pending");
    const ref = await accepted();
    const late = await whoAnswered("RUNNING");
    const everybody = () =>
      Promise.all([student, same.student, late.student, right.student].map((one) => points(one)));
    expect(await everybody()).toEqual([1, 1, 1, 1]);
    expect((await previewTakingBack(group.instructor, ref)).changes).toHaveLength(3);
    expect(await takeBack(ref)).toEqual({ status: "taken-back" });
    expect(await everybody()).toEqual([0, 0, 0, 1]);
  });

  test("leaves the answer wrong for whoever hands in later", async () => {
    const working = await aStudent(group.id);
    const attempt = await start(working, assignment);
    await save(working, attempt, WRONG);
    await takeBack(await accepted());
    await submit(working, attempt);
    expect(await points(working)).toBe(0);
  });

  test("reaches whoever hands in at that very moment", async () => {
    const ref = await accepted();
    const many = await Promise.all(
      Array.from({ length: 12 }, async () => {
        const one = await aStudent(group.id);
        const attempt = await start(one, assignment);
        await save(one, attempt, WRONG);
        return { one, attempt };
      }),
    );
    await Promise.all([
      takeBackUntilDone(ref),
      ...many.map(({ one, attempt }) => submit(one, attempt)),
    ]);
    const after = await Promise.all(many.map(({ one }) => points(one)));
    expect(after).toEqual(many.map(() => 0));
  });

  test("is refused by its reply, with others that were accepted with it, and they are told", async () => {
    const same = await whoAnswered("Running");
    await contested(same);
    await takeBack(await accepted());
    const appeals = await database().appeal.findMany({ where: { assignmentId: assignment } });
    expect(appeals.map(({ state, reply }) => [state, reply])).toEqual([
      ["refused", REPLY],
      ["refused", REPLY],
    ]);
    for (const { id: userId } of [student, same.student]) {
      const told = await database().notice.findMany({ where: { userId, kind: "appeal-answered" } });
      expect(told.map(({ facts }) => facts)).toContainEqual(
        expect.objectContaining({ accepted: false, takenBack: true }),
      );
    }
  });

  test("is in the audit with who did it and why", async () => {
    await takeBack(await accepted());
    const entries = await database().gradeAudit.findMany({
      where: { userId: student.id, cause: "appeal-undone" },
    });
    expect(
      entries.map(({ subject, actorId, reason }) => [subject, actorId, reason]).sort(),
    ).toEqual([
      ["assignment", group.instructor.id, REPLY],
      ["item", group.instructor.id, REPLY],
    ]);
  });

  test("leaves points alone that were given by hand", async () => {
    const same = await whoAnswered("Running");
    const other = await contested(same);
    await acceptWithPoints(group.instructor, { ...other, points: 0.5, reply: "Half." }, NOW);
    await takeBack(await accepted());
    expect(await points(same.student)).toBe(0.5);
    const { state } = await database().appeal.findUniqueOrThrow({ where: { id: other.appealId } });
    expect(state).toBe("accepted");
  });

  test("by two at once it is once", async () => {
    const ref = await accepted();
    const { fingerprint } = await previewTakingBack(group.instructor, ref);
    const input = { ...ref, reply: REPLY, fingerprint };
    const twice = await Promise.all(
      [1, 2].map(() => takeBackAcceptance(group.instructor, input, LATER)),
    );
    expect(twice.map(({ status }) => status).sort()).toEqual(["taken-back", "was-taken-back"]);
    const where = { userId: student.id, cause: "appeal-undone", subject: "item" };
    expect(await database().gradeAudit.count({ where })).toBe(1);
  });

  test("that was looked at and is not so any more is refused", async () => {
    const ref = await accepted();
    const { fingerprint } = await previewTakingBack(group.instructor, ref);
    await whoAnswered("Running");
    await expect(
      takeBackAcceptance(group.instructor, { ...ref, reply: REPLY, fingerprint }, LATER),
    ).rejects.toThrow(/Look at what it changes again/);
    expect(await points()).toBe(1);
  });

  test("can be accepted again of another student", async () => {
    await takeBack(await accepted());
    ({ student, attemptId } = await whoAnswered("Running"));
    await accepted();
    expect(await points()).toBe(1);
  });
});

/** Looks again as often as something has changed meanwhile. */
async function takeBackUntilDone(ref: { classId: string; appealId: string }): Promise<void> {
  await takeBack(ref).catch(async (error: unknown) => {
    if (!/again|anew/u.test(String(error))) throw error;
    await takeBackUntilDone(ref);
  });
}

describe("everybody's key", () => {
  const newest = async () => {
    const { currentVersion: version } = await database().question.findUniqueOrThrow({
      where: { id: "pods/phase" },
    });
    const { content } = await database().questionVersion.findUniqueOrThrow({
      where: { questionId_version: { questionId: "pods/phase", version } },
    });
    return { version, content };
  };

  test("gets a next version without the answer, and importers merge it no more", async () => {
    const admin = await anAdminWhoInstructs();
    const ref = await accepted("everywhere", admin);
    expect(await takeBack(ref, admin)).toEqual({ status: "taken-back" });
    const after = await newest();
    expect(after.version).toBe(3);
    expect(after.content).not.toHaveProperty("also");
    const stored = parseStoredQuestion(after.content);
    expect(await withAdditionsEverywhere(database(), [stored])).toEqual([stored]);
  });

  test("judges by it also whoever was asked the version with the answer", async () => {
    const admin = await anAdminWhoInstructs();
    const ref = await accepted("everywhere", admin);
    const working = await aStudent(group.id);
    const attempt = await start(working, assignment);
    await save(working, attempt, WRONG);
    await takeBack(ref, admin);
    await submit(working, attempt);
    expect(await points(working)).toBe(0);
  });

  test("takes the points also from marks that a regrade has given by the version with the answer", async () => {
    const admin = await anAdminWhoInstructs();
    const ref = await accepted("everywhere", admin);
    const there = { classId: group.id, assignmentId: assignment };
    const asked = {
      policy: "replace",
      keys: true,
      points: false,
      rulings: {},
      reason: "",
    } as const;
    const made = await previewRegrade(admin, { ...there, ...asked }, NOW);
    await applyRegrade(admin, { ...there, ...made }, NOW);
    await takeBack(ref, admin);
    expect(await points()).toBe(0);
  });
});

describe("whoever did not accept it", () => {
  test("may take it back where they instruct every class in which it counts", async () => {
    const ref = await accepted();
    const colleague = await aPerson({ role: "instructor" });
    await join(group.id, colleague, { role: "instructor" });
    const { appeals } = await viewAnsweredAppeals(colleague, group.id, 1);
    expect(appeals).toMatchObject([{ mayTakeBack: true }]);
    expect(await takeBack(ref, colleague)).toEqual({ status: "taken-back" });
  });

  test("may not where it counts in others too", async () => {
    const own = await aClass();
    await join(own.id, group.instructor, { role: "instructor" });
    const ref = await accepted();
    const colleague = await aPerson({ role: "instructor" });
    await join(group.id, colleague, { role: "instructor" });
    const { appeals } = await viewAnsweredAppeals(colleague, group.id, 1);
    expect(appeals).toMatchObject([{ mayTakeBack: false }]);
    await expect(takeBack(ref, colleague)).rejects.toThrow(/beyond your classes/);
  });

  test.each([
    ["a student", () => Promise.resolve(student)],
    ["an instructor of another class", async () => (await aClass()).instructor],
  ])("to %s there is no such appeal", async (_who, person) => {
    const ref = await accepted();
    await expect(previewTakingBack(await person(), ref)).rejects.toMatchObject({
      code: "not-found",
    });
  });
});

test("points for one answer alone are changed by hand, not taken back", async () => {
  const ref = await contested();
  await acceptWithPoints(group.instructor, { ...ref, points: 1, reply: "Yes." }, NOW);
  await expect(previewTakingBack(group.instructor, ref)).rejects.toThrow(/by hand/);
});
