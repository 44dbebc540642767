/** Answers that are decided on what was read when their question was asked. */
import { beforeAll, describe, expect, test } from "vitest";
import { v7 as uuidV7 } from "uuid";

import type { Actor } from "@/lib/domain/access/actor";
import { database } from "@/lib/server/db/client";
import { aClass, aQuizAssignment, aStudent, hours, quizOf } from "@/tests/helpers/classes";
import { aPerson, START } from "@/tests/helpers/people";
import { aPrivateBank } from "@/tests/helpers/private-banks";
import { replayCards } from "@/tests/helpers/replay-log";
import { statementsOf } from "@/tests/helpers/statements-of";
import { RIGHT, studyAs, ticketFor, WRONG } from "@/tests/helpers/study-api";
import { aShortQuestion, loadQuestions } from "@/tests/helpers/study-content";

const PHASE = "pods/phase";
const phase = ticketFor(PHASE);

beforeAll(() => loadQuestions([aShortQuestion(PHASE)]));

/** As another process, which asked nothing and remembers nothing. */
async function elsewhere(work: () => Promise<unknown>): Promise<void> {
  const store = globalThis as typeof globalThis & { reconcileAsked?: unknown };
  const own = store.reconcileAsked;
  delete store.reconcileAsked;
  try {
    await work();
  } finally {
    store.reconcileAsked = own;
  }
}

const cardOf = ({ id: userId }: Pick<Actor, "id">) =>
  database().card.findFirst({ where: { userId }, omit: { revision: true } });

const reviewsOf = ({ id: userId }: Pick<Actor, "id">) =>
  database().review.findMany({ where: { userId }, orderBy: { reviewedAt: "asc" } });

/** A learner who answered the question an hour ago and is asked it now. */
async function askedAgain() {
  const learner = await aPerson();
  const api = await studyAs(learner);
  await api.answer(phase, {}, { now: hours(0) });
  await api.queue({}, { now: hours(1) });
  return { learner, api };
}

test.each([
  { what: "a question that is due", from: 1, purpose: "study", reviews: 2 },
  { what: "a new question", from: 0, purpose: "study", reviews: 1 },
  { what: "practice", from: 1, purpose: "drill", reviews: 2 },
])("an answer to $what that was asked costs one round trip", async ({ from, purpose, reviews }) => {
  const learner = await aPerson();
  const api = await studyAs(learner);
  if (from > 0) await api.answer(phase, {}, { now: hours(0) });
  await api.queue({ drill: purpose === "drill" }, { now: hours(from) });
  const statements = await statementsOf(() => api.answer(phase, { purpose }, { now: hours(2) }));
  expect(statements).toBe(1);
  expect(await reviewsOf(learner)).toHaveLength(reviews);
});

test("it leads to the same reply and card as one that reads first", async () => {
  const { learner, api } = await askedAgain();
  const answered = async () => {
    const { status, body } = await api.answer(phase, { answer: WRONG }, { now: hours(1) });
    return {
      status,
      body: { ...body, review: { ...body.review, id: "" } },
      card: await cardOf(learner),
    };
  };
  const remembered = await answered();
  await api.undo({}, { now: hours(1) });
  await elsewhere(async () => {
    expect(await answered()).toEqual(remembered);
  });
});

test("sent twenty times at once it makes one review and gives one reply", async () => {
  const { learner, api } = await askedAgain();
  const draft = { id: uuidV7() };
  const replies = await Promise.all(
    Array.from({ length: 20 }, () => api.answer(phase, draft, { now: hours(1) })),
  );
  expect(replies).toEqual(Array(20).fill({ ...replies[0], status: 200 }));
  expect(await reviewsOf(learner)).toHaveLength(2);
});

describe("when the card changed meanwhile", () => {
  const answerOnce = async ({ learner, api }: Awaited<ReturnType<typeof askedAgain>>) => {
    const { status } = await api.answer(phase, { answer: WRONG }, { now: hours(2) });
    expect(status).toBe(200);
    const card = await cardOf(learner);
    await replayCards(learner.id, [PHASE]);
    expect(card).toEqual(await cardOf(learner));
    return card;
  };

  test("by an answer on another device, both count", async () => {
    const session = await askedAgain();
    await elsewhere(() => session.api.answer(phase, {}, { now: hours(1) }));
    expect(await answerOnce(session)).toMatchObject({ reps: 3 });
  });

  test("as its only answer was taken back and given otherwise, the new one counts", async () => {
    const session = await askedAgain();
    await elsewhere(async () => {
      await session.api.undo({}, { now: hours(1) });
      await session.api.answer(phase, { answer: WRONG }, { now: hours(0) });
    });
    expect(await answerOnce(session)).toMatchObject({ reps: 2 });
  });

  test("as it was reset, the answer is a first one", async () => {
    const session = await askedAgain();
    await elsewhere(() => session.api.act(PHASE, "reset", { now: hours(1) }));
    expect(await answerOnce(session)).toMatchObject({ reps: 1, firstReviewAt: hours(2) });
  });

  test("as the question was new and is no longer, both answers count", async () => {
    const learner = await aPerson();
    const api = await studyAs(learner);
    await api.queue({}, { now: hours(0) });
    await elsewhere(() => api.answer(phase, {}, { now: hours(1) }));
    expect(await answerOnce({ learner, api })).toMatchObject({ reps: 2 });
  });

  test("an answer from before a reset that was asked after it goes before it in the log", async () => {
    const { learner, api } = await askedAgain();
    await api.act(PHASE, "reset", { now: hours(3) });
    await api.queue({}, { now: hours(4) });
    const late = { answeredAt: hours(2).toISOString() };
    expect((await api.answer(phase, late, { now: hours(4) })).status).toBe(200);
    expect(await reviewsOf(learner)).toHaveLength(2);
    expect(await cardOf(learner)).toBeNull();
  });
});

test("practice names the date that the card has by now", async () => {
  const { learner, api } = await askedAgain();
  await elsewhere(() => api.answer(phase, { answer: WRONG }, { now: hours(1) }));
  const { body } = await api.answer(phase, { purpose: "drill" }, { now: hours(1) });
  expect(body.next?.dueAt).toBe((await cardOf(learner))?.dueAt.toISOString());
});

test("an answer goes by the settings that hold when it is sent", async () => {
  const { learner, api } = await askedAgain();
  await database().studySettings.create({
    data: { userId: learner.id, version: 2, desiredRetention: 0.8, createdAt: hours(1) },
  });
  await database().user.update({ where: { id: learner.id }, data: { settingsVersion: 2 } });
  await api.answer(phase, {}, { now: hours(2) });
  expect((await reviewsOf(learner)).map((review) => review.settingsVersion)).toEqual([1, 2]);
});

describe("nothing is written, and no key is shown,", () => {
  const expectRefused = async (
    learner: Actor,
    ticket: typeof phase,
    { status, at = hours(1) }: { status: number; at?: Date },
  ) => {
    const before = await reviewsOf(learner);
    const reply = await (await studyAs(learner)).answer(ticket, { answer: RIGHT }, { now: at });
    expect(reply.status).toBe(status);
    expect(reply.body).not.toHaveProperty("reveal");
    expect(await reviewsOf(learner)).toEqual(before);
  };

  test.each([
    ["once the session has ended", { sessionVersion: { increment: 1 } }],
    ["once the account is disabled", { disabledAt: START }],
  ])("%s", async (_name, data) => {
    const { learner } = await askedAgain();
    await database().user.update({ where: { id: learner.id }, data });
    await expectRefused(learner, phase, { status: 401 });
  });

  test.each([["study"], ["drill"]])("once a quiz asks the question (%s)", async (purpose) => {
    const group = await aClass();
    const student = await aStudent(group.id);
    const api = await studyAs(student);
    await api.queue({ drill: purpose === "drill" }, { now: hours(-1) });
    await aQuizAssignment(group, quizOf(PHASE));
    await expectRefused(student, phase, { status: 404 });
  });

  test("once the bank is no longer open to the learner", async () => {
    const learner = await aPerson({ role: "instructor" });
    const bank = await aPrivateBank(learner, ["first"]);
    await (await studyAs(learner)).queue({ banks: [bank] }, { now: hours(0) });
    await database().bank.update({ where: { id: bank }, data: { retiredAt: hours(1) } });
    await expectRefused(learner, ticketFor(`${bank}/first`), { status: 404 });
  });
});
