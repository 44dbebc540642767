import { beforeEach, describe, expect, test } from "vitest";

import type { Actor } from "@/lib/domain/access/actor";
import { database } from "@/lib/server/db/client";
import { learnFromMisses } from "@/lib/server/quizzes/learn-from-misses";
import { applyRegrade, previewRegrade } from "@/lib/server/services/regrade";
import { undoRegrade } from "@/lib/server/services/undo-regrade";
import { shareBank } from "@/lib/server/services/change-bank";
import { releaseResults } from "@/lib/server/services/release-results";
import { RIGHT, save, start, submit, WRONG } from "@/tests/helpers/attempts";
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
import { aPrivateBank } from "@/tests/helpers/private-banks";
import { aShortQuestion, loadQuestions } from "@/tests/helpers/study-content";

const NOW = hours(5);

let version = 0;
const load = (accepted: string[]) => {
  version += 1;
  return loadQuestions(
    [aShortQuestion("pods/phase", { accepted }), aShortQuestion("pods/other", { accepted })],
    version,
  );
};

let group: TestClass;
let assignment: string;
/** Right at the first question, wrong at the second. */
let student: Actor;

beforeEach(async () => {
  await load(["Pending"]);
  group = await aClass();
  assignment = await aQuizAssignment(group, quizOf("pods/phase", "pods/other"));
  student = await aStudent(group.id);
  const attempt = await start(student, assignment);
  await save(student, attempt, RIGHT);
  await save(student, attempt, WRONG, { position: 1 });
  await submit(student, attempt);
});

const release = (actor: Actor = group.instructor) =>
  releaseResults(actor, { classId: group.id, assignmentId: assignment }, NOW);

const learn = () => learnFromMisses(assignment, null, NOW);

const misses = () =>
  database().review.findMany({
    where: { userId: student.id, purpose: "quiz" },
    select: { questionId: true, rating: true, reviewedAt: true, undoneAt: true },
  });

const cards = async () => {
  const found = await database().card.findMany({ where: { userId: student.id } });
  return found.map(({ questionId }) => questionId);
};

describe("releasing results", () => {
  test("makes what was missed a card, rated Again when it was handed in", async () => {
    await release();
    await learn();
    expect(await misses()).toEqual([
      { questionId: "pods/other", rating: 1, reviewedAt: hours(2), undoneAt: null },
    ]);
    expect(await cards()).toEqual(["pods/other"]);
  });

  test("does so once, however often it runs", async () => {
    await release();
    await release();
    await Promise.all([learn(), learn()]);
    await learn();
    expect(await misses()).toHaveLength(1);
  });

  test("tells those who handed in, once", async () => {
    await aStudent(group.id);
    await release();
    await release();
    const told = await database().notice.findMany({ where: { kind: "released" } });
    expect(
      told.filter(({ link }) => link.endsWith(assignment)).map(({ userId }) => userId),
    ).toEqual([student.id]);
  });

  test("asks for the cards in the transaction that releases", async () => {
    await release();
    const jobs = await database().$queryRaw<{ n: number }[]>`
      select count(*)::int as n from graphile_worker._private_jobs
       where payload ->> 'assignmentId' = ${assignment}`;
    expect(jobs).toEqual([{ n: 1 }]);
  });

  test("is for instructors of the class", async () => {
    const assistant = await aPerson();
    await join(group.id, assistant, { role: "assistant" });
    for (const actor of [student, assistant, (await aClass()).instructor]) {
      await expect(release(actor)).rejects.toMatchObject({ code: "not-found" });
    }
  });

  test("is refused before the assignment is published", async () => {
    await database().assignment.update({ where: { id: assignment }, data: { publishedAt: null } });
    await expect(release()).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("a private bank", () => {
  let bankId: string;

  beforeEach(async () => {
    bankId = await aPrivateBank(group.instructor, ["first"]);
    assignment = await aQuizAssignment(group, quizOf(`${bankId}/first`), { releasedAt: NOW });
    const attempt = await start(student, assignment);
    await save(student, attempt, WRONG);
    await submit(student, attempt);
  });

  test("that the student cannot study leaves no card that nobody would ask", async () => {
    await learn();
    expect(await cards()).toEqual([]);
  });

  test("that is shared with the class afterwards makes what was missed of it due", async () => {
    await learn();
    const queued = () => database().$queryRaw<{ count: number }[]>`
      select count(*)::int as count from graphile_worker._private_jobs
       where payload ->> 'assignmentId' = ${assignment}`;
    const [before] = await queued();
    await shareBank(group.instructor, { bankId, classId: group.id });
    const [after] = await queued();
    expect((after?.count ?? 0) - (before?.count ?? 0)).toBe(1);
    await learn();
    expect(await cards()).toEqual([`${bankId}/first`]);
  });
});

test("before the release misses stay out of study", async () => {
  await learn();
  expect(await misses()).toEqual([]);
});

describe("a key that is corrected after the release", () => {
  const regrade = async () => {
    await load(["Pending", "Running"]);
    const asked = { keys: true, points: false, rulings: {}, reason: "" };
    const { id } = await previewRegrade(
      group.instructor,
      { classId: group.id, assignmentId: assignment, policy: "replace", ...asked },
      NOW,
    );
    return { classId: group.id, assignmentId: assignment, id };
  };

  test("takes the miss that it had made out of the log, with its card", async () => {
    await release();
    await learn();
    await applyRegrade(group.instructor, await regrade(), NOW);
    await learn();
    expect(await misses()).toMatchObject([{ questionId: "pods/other", undoneAt: NOW }]);
    expect(await cards()).toEqual([]);
  });

  test("brings it back when the regrade is undone", async () => {
    await release();
    await learn();
    const made = await regrade();
    await applyRegrade(group.instructor, made, NOW);
    await learn();
    await undoRegrade(group.instructor, made, NOW);
    await learn();
    expect(await misses()).toMatchObject([{ questionId: "pods/other", undoneAt: null }]);
    expect(await cards()).toEqual(["pods/other"]);
  });
});
