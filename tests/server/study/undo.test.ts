import { beforeAll, describe, expect, test } from "vitest";
import { v7 as uuidV7 } from "uuid";

import { database } from "@/lib/server/db/client";
import { aGuest, aPerson } from "@/tests/helpers/people";
import { itemOf, studyAs, ticketFor, WRONG } from "@/tests/helpers/study-api";
import { aNumberQuestion, aShortQuestion, loadQuestions } from "@/tests/helpers/study-content";

const phase = ticketFor("pods/phase");
const other = ticketFor("pods/other");
const at = (minute: number) => ({ now: new Date(Date.UTC(2026, 2, 2, 12, minute)) });

const questions = [
  aShortQuestion("pods/phase"),
  aShortQuestion("pods/other"),
  aNumberQuestion("pods/double"),
];
beforeAll(() => loadQuestions(questions));

const cardsOf = (userId: string) =>
  database().card.findMany({
    where: { userId },
    omit: { revision: true },
    orderBy: { questionId: "asc" },
  });

test("undo gives the card back field for field", async () => {
  const learner = await aPerson();
  const api = await studyAs(learner);
  await api.answer(phase, {}, at(0));
  const before = await cardsOf(learner.id);
  await api.answer(phase, { answer: WRONG }, at(10));
  await api.undo({}, at(11));
  expect(await cardsOf(learner.id)).toEqual(before);
});

test("undo of a first answer makes the question new again", async () => {
  const learner = await aPerson();
  const api = await studyAs(learner);
  const { body } = await api.answer(phase, {}, at(0));
  const undone = await api.undo({}, at(1));
  expect(undone.body).toMatchObject({
    undone: { reviewId: body.review.id, questionId: "pods/phase", version: 1, rating: 3 },
    item: { reason: "new", ticket: phase },
  });
  expect(await cardsOf(learner.id)).toEqual([]);
});

test("undo takes answers back from the last to the first, then there is nothing left", async () => {
  const api = await studyAs(await aPerson());
  const first = await api.answer(phase, {}, at(0));
  const second = await api.answer(other, {}, at(1));
  const third = await api.answer(phase, {}, at(10));
  const undone = [];
  for (let n = 0; n < 4; n++) undone.push((await api.undo({}, at(11))).body.undone?.reviewId);
  expect(undone).toEqual([
    third.body.review.id,
    second.body.review.id,
    first.body.review.id,
    undefined,
  ]);
});

test("an undone answer stays in the log", async () => {
  const learner = await aPerson();
  const api = await studyAs(learner);
  await api.answer(phase, {}, at(0));
  await api.undo({}, at(1));
  const [review] = await database().review.findMany({ where: { userId: learner.id } });
  expect(review?.undoneAt).toEqual(at(1).now);
});

test("the question is asked again in the variant that was answered", async () => {
  const api = await studyAs(await aGuest());
  const asked = itemOf(await api.queue({}, at(0)), "pods/double");
  await api.answer(asked.ticket, { answer: { kind: "number", value: 0 } }, at(0));
  expect((await api.undo({}, at(1))).body.item).toEqual(asked);
});

test("a question that was retired meanwhile is not asked again", async () => {
  const api = await studyAs(await aGuest());
  await api.answer(phase, {}, at(0));
  await loadQuestions(questions.filter(({ id }) => id !== "pods/phase"));
  const { body } = await api.undo({}, at(1));
  await loadQuestions(questions);
  expect(body).toMatchObject({ undone: { questionId: "pods/phase" }, item: null });
});

describe("an undo with an id", () => {
  test("that is sent again takes nothing more back", async () => {
    const api = await studyAs(await aPerson());
    await api.answer(phase, {}, at(0));
    await api.answer(other, {}, at(1));
    const id = uuidV7();
    const replies = await Promise.all(Array.from({ length: 5 }, () => api.undo({ id }, at(2))));
    expect(new Set(replies.map((reply) => reply.body.undone?.questionId))).toEqual(
      new Set(["pods/other"]),
    );
    expect((await api.undo({}, at(3))).body.undone?.questionId).toBe("pods/phase");
  });

  test("that names an entry which is not the last is refused", async () => {
    const api = await studyAs(await aPerson());
    const first = await api.answer(phase, {}, at(0));
    const second = await api.answer(other, {}, at(1));
    const refused = await api.undo({ id: uuidV7(), entryId: first.body.review.id }, at(2));
    expect(refused.status).toBe(409);
    const undone = await api.undo({ id: uuidV7(), entryId: second.body.review.id }, at(2));
    expect(undone.body.undone?.questionId).toBe("pods/other");
  });
});

test("five undos at once take five answers back", async () => {
  const learner = await aPerson();
  const api = await studyAs(learner);
  for (let n = 0; n < 5; n++) await api.answer(phase, {}, at(n * 10));
  await Promise.all(Array.from({ length: 5 }, () => api.undo({}, at(60))));
  expect(await cardsOf(learner.id)).toEqual([]);
});

test("an undo and answers at once leave a card that is the fold of what counts", async () => {
  const learner = await aPerson();
  const api = await studyAs(learner);
  await api.answer(phase, {}, at(0));
  await Promise.all([
    api.undo({}, at(5)),
    api.answer(phase, {}, at(5)),
    api.answer(phase, { answer: WRONG }, at(6)),
  ]);
  const reviews = await database().review.findMany({
    where: { userId: learner.id, undoneAt: null },
  });
  const [card] = await cardsOf(learner.id);
  expect([reviews.length, card?.reps]).toEqual([2, 2]);
});

test("nobody takes back another learner's answer", async () => {
  const [owner, stranger] = [await aPerson(), await aPerson()];
  await (await studyAs(owner)).answer(phase, {}, at(0));
  expect((await (await studyAs(stranger)).undo({}, at(1))).body.undone).toBeNull();
  expect(await cardsOf(owner.id)).toHaveLength(1);
});

test("someone who is signed out cannot undo", async () => {
  expect((await (await studyAs(null)).undo()).status).toBe(401);
});
