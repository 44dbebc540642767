import { beforeEach, describe, expect, test } from "vitest";

import type { Actor } from "@/lib/domain/access/actor";
import { shareStudy } from "@/lib/server/services/change-member";
import { viewClassProgress, viewStudentsInNeed } from "@/lib/server/services/view-class-progress";
import { RIGHT, save, start, submit, WRONG } from "@/tests/helpers/attempts";
import {
  aClass,
  aQuizAssignment,
  aStudent,
  hours,
  quizOf,
  type TestClass,
} from "@/tests/helpers/classes";
import { studyAs, ticketFor } from "@/tests/helpers/study-api";
import { aShortQuestion, loadQuestions } from "@/tests/helpers/study-content";

const RULE = { inactiveDays: 7, below: 50 };

let group: TestClass;
let assignment: string;

beforeEach(async () => {
  await loadQuestions([aShortQuestion("pods/phase"), aShortQuestion("pods/other")]);
  group = await aClass();
  assignment = await aQuizAssignment(group, quizOf("pods/phase", "pods/other"));
});

const view = (actor: Actor = group.instructor, now = hours(20)) =>
  viewClassProgress(actor, group.id, { rule: RULE, page: 1 }, now);

async function takes(student: Actor, first: typeof RIGHT | typeof WRONG) {
  const attempt = await start(student, assignment);
  await save(student, attempt, first);
  await save(student, attempt, RIGHT, { position: 1 });
  await submit(student, attempt);
}

describe("the progress of a class", () => {
  test("says what students know of each domain of the questions they answered", async () => {
    const [half, whole] = [await aStudent(group.id), await aStudent(group.id)];
    await takes(half, WRONG);
    await takes(whole, RIGHT);
    const { rows, whole: together, domains } = await view();
    const shares = new Map(rows.map(({ userId, cells }) => [userId, cells[0]?.share]));
    expect(domains.length).toBeGreaterThan(0);
    expect([shares.get(half.id), shares.get(whole.id)]).toEqual([0.5, 1]);
    expect(together[0]).toMatchObject({ share: 0.75, answers: 4 });
  });

  test("names who has missed something, and who is below the mark", async () => {
    const [missing, below] = [await aStudent(group.id), await aStudent(group.id)];
    const attempt = await start(below, assignment);
    await save(below, attempt, WRONG);
    await submit(below, attempt);
    const { inNeed } = await viewStudentsInNeed(group.instructor, group.id, RULE, hours(20));
    const reasons = new Map(inNeed.map((one) => [one.userId, one.reasons.map(({ kind }) => kind)]));
    expect(reasons.get(missing.id)).toEqual(["below", "missing"]);
    expect(reasons.get(below.id)).toEqual(["below"]);
  });

  test("says nothing of study that is not shared, and forgets it when it no longer is", async () => {
    const student = await aStudent(group.id);
    await takes(student, RIGHT);
    const study = await studyAs(student);
    // Once the quiz is closed: until then its questions are withheld.
    await study.answer(ticketFor("pods/phase"), {}, { now: hours(15) });
    const recallOf = async () => (await view()).rows[0]?.cells[0]?.recall;
    expect(await recallOf()).toBeNull();
    await shareStudy(student, { classId: group.id, share: "yes" });
    expect(await recallOf()).toBeGreaterThan(0);
    await shareStudy(student, { classId: group.id, share: "no" });
    expect(await recallOf()).toBeNull();
  });

  test("is for the staff of the class only", async () => {
    const student = await aStudent(group.id);
    for (const actor of [student, (await aClass()).instructor]) {
      await expect(view(actor)).rejects.toMatchObject({ code: "not-found" });
      await expect(viewStudentsInNeed(actor, group.id, RULE, hours(20))).rejects.toMatchObject({
        code: "not-found",
      });
    }
    await expect(
      shareStudy(group.instructor, { classId: group.id, share: "yes" }),
    ).rejects.toMatchObject({ code: "not-found" });
  });
});
