import { v7 as uuidV7 } from "uuid";
import { beforeAll, describe, expect, test } from "vitest";

import type { Actor } from "@/lib/domain/access/actor";
import type { AttemptView } from "@/lib/domain/quizzes/attempt-contract";
import { hashPassword } from "@/lib/server/auth/password";
import { forgetCatalogue } from "@/lib/server/content/catalogue";
import { database } from "@/lib/server/db/client";
import { RIGHT, save, savedAnswer, start, submit, WRONG } from "@/tests/helpers/attempts";
import {
  aClass,
  aQuizAssignment,
  aStudent,
  hours,
  quizOf,
  type TestClass,
} from "@/tests/helpers/classes";
import { aPerson, START } from "@/tests/helpers/people";
import { aNumberQuestion, aShortQuestion, loadQuestions } from "@/tests/helpers/study-content";

const QUESTIONS = [aShortQuestion("pods/phase"), aNumberQuestion("pods/number")];

/** As a load of files does in which it is gone. */
async function withdraw(id: string): Promise<void> {
  await database().question.update({ where: { id }, data: { retiredAt: START } });
  forgetCatalogue();
}

let group: TestClass;

beforeAll(async () => {
  await loadQuestions(QUESTIONS);
  group = await aClass();
});

describe("starting", () => {
  test("pins questions, versions and variants, and shows no key", async () => {
    const student = await aStudent(group.id);
    const assignment = await aQuizAssignment(group, quizOf("pods/number", "pods/phase"));
    const attempt = await start(student, assignment);
    await loadQuestions([aShortQuestion("pods/phase", { accepted: ["Unknown"] })], 2);
    const again = await start(student, assignment);
    expect(again.questions).toEqual(attempt.questions);
    expect(JSON.stringify(attempt)).not.toMatch(/Pending|accepted|Explanation|seed/u);
    await loadQuestions(QUESTIONS);
  });

  test("100 times at once makes one attempt, and every reply is that one", async () => {
    const student = await aStudent(group.id);
    const assignment = await aQuizAssignment(group, quizOf("pods/phase"), {
      attemptsAllowed: null,
    });
    const replies = await Promise.all(
      Array.from({ length: 100 }, () => start(student, assignment)),
    );
    expect(new Set(replies.map(({ id }) => id)).size).toBe(1);
    expect(await database().attempt.count({ where: { assignmentId: assignment } })).toBe(1);
  });

  test("a second open attempt is refused by the database itself", async () => {
    const student = await aStudent(group.id);
    const assignmentId = await aQuizAssignment(group, quizOf("pods/phase"));
    const attempt = await start(student, assignmentId);
    const { userId, startedAt, quizVersion } = await database().attempt.findFirstOrThrow({
      where: { id: attempt.id },
    });
    const second = database().attempt.create({
      data: { userId, id: uuidV7(), assignmentId, number: 2, quizVersion, startedAt },
    });
    await expect(second).rejects.toMatchObject({ code: "P2002" });
  });

  test("asks what the quiz names also when its bank has withdrawn it since", async () => {
    await loadQuestions([aShortQuestion("pods/withdrawn")]);
    const assignment = await aQuizAssignment(group, quizOf("pods/withdrawn"));
    const early = await start(await aStudent(group.id), assignment);
    await withdraw("pods/withdrawn");
    const late = await start(await aStudent(group.id), assignment);
    expect(late.questions.map(({ question }) => question.id)).toEqual(["pods/withdrawn"]);
    expect(late.questions[0]?.question.prompt).toBe(early.questions[0]?.question.prompt);
  });

  test("is refused when there is nothing left to ask", async () => {
    const content = { by: "list", questionIds: ["pods/gone"] };
    const pool = { type: "pool", pick: 1, points: 1, from: content };
    const assignment = await aQuizAssignment(group, { sections: [{ items: [pool] }] });
    const started = start(await aStudent(group.id), assignment);
    await expect(started).rejects.toThrow(/can be asked any more/u);
  });

  test("extra days keep the time of day of the class when its clocks change", async () => {
    const berlin = await aClass();
    await database().class.update({
      where: { id: berlin.id },
      data: { timeZone: "Europe/Berlin" },
    });
    const dueAt = new Date("2027-03-27T22:59:00Z"); // 23:59, the night before summer time
    const assignment = await aQuizAssignment(berlin, quizOf("pods/phase"), { dueAt });
    const granted = await aStudent(berlin.id, { extraDays: 1 });
    const usual = await start(await aStudent(berlin.id), assignment);
    expect(usual.deadlineAt).toBe(dueAt.toISOString());
    expect((await start(granted, assignment)).deadlineAt).toBe("2027-03-28T21:59:00.000Z");
  });

  test.each([
    ["before it opens", { now: new Date(START.getTime() - 1) }, /not open yet/],
    ["after it closed", { now: hours(10) }, /is closed/],
  ])("%s is refused", async (_when, { now }, message) => {
    const student = await aStudent(group.id);
    const assignment = await aQuizAssignment(group, quizOf("pods/phase"));
    await expect(start(student, assignment, now)).rejects.toThrow(message);
  });

  test("after closing works for who was granted extra days", async () => {
    const student = await aStudent(group.id, { extraDays: 1 });
    const assignment = await aQuizAssignment(group, quizOf("pods/phase"));
    expect((await start(student, assignment, hours(20))).deadlineAt).toBe(hours(34).toISOString());
  });

  test("more often than allowed is refused, unless more was granted", async () => {
    const assignment = await aQuizAssignment(group, quizOf("pods/phase"));
    const usual = await aStudent(group.id);
    await submit(usual, await start(usual, assignment));
    await expect(start(usual, assignment)).rejects.toThrow(/used your attempt/);

    const granted = await aStudent(group.id, { extraAttempts: 1 });
    await submit(granted, await start(granted, assignment));
    expect((await start(granted, assignment)).number).toBe(2);
  });

  test("needs the access code, once", async () => {
    const student = await aStudent(group.id);
    const accessCodeHash = await hashPassword("sesame");
    const assignment = await aQuizAssignment(group, quizOf("pods/phase"), { accessCodeHash });
    await expect(start(student, assignment)).rejects.toThrow(/access code/);
    const attempt = await start(student, assignment, START, { accessCode: "sesame" });
    expect((await start(student, assignment)).id).toBe(attempt.id);
  });

  test.each([
    ["someone who is not in the class", async () => aPerson()],
    ["an instructor of the class", () => Promise.resolve(group.instructor)],
  ])("is not there for %s", async (_who, person) => {
    const assignment = await aQuizAssignment(group, quizOf("pods/phase"));
    await expect(start(await person(), assignment)).rejects.toThrow("There is no such quiz.");
  });

  test("is not there while the assignment is not published", async () => {
    const student = await aStudent(group.id);
    const assignment = await aQuizAssignment(group, quizOf("pods/phase"), { publishedAt: null });
    await expect(start(student, assignment)).rejects.toThrow("There is no such quiz.");
  });
});

describe("saving", () => {
  let student: Actor;
  let attempt: AttemptView;

  beforeAll(async () => {
    student = await aStudent(group.id);
    attempt = await start(student, await aQuizAssignment(group, quizOf("pods/phase")));
  });

  test("raises the revision, and a lost reply is given again", async () => {
    expect(await save(student, attempt, WRONG)).toMatchObject({ revision: 1 });
    expect(await save(student, attempt, WRONG)).toMatchObject({ revision: 1 });
    expect(await savedAnswer(student, attempt)).toEqual({ revision: 1, answer: WRONG });
  });

  test("on an older answer than is saved is refused and changes nothing", async () => {
    await save(student, attempt, RIGHT, { revision: 1 });
    await expect(save(student, attempt, WRONG, { revision: 1 })).rejects.toThrow(/newer answer/);
    expect(await savedAnswer(student, attempt)).toEqual({ revision: 2, answer: RIGHT });
  });

  test("into somebody else's attempt finds none", async () => {
    const other = await aStudent(group.id);
    await expect(save(other, attempt, WRONG)).rejects.toThrow("There is no such attempt.");
  });

  test("with an old session is refused", async () => {
    const late = save(student, attempt, null, { revision: 2, sessionVersion: 1 });
    await expect(late).rejects.toThrow(/signed out/);
  });
});
