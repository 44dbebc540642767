import { beforeAll, expect, test } from "vitest";

import { aGuest } from "@/tests/helpers/people";
import { studyAs, ticketFor, WRONG } from "@/tests/helpers/study-api";
import { aShortQuestion, loadQuestions } from "@/tests/helpers/study-content";

const phase = ticketFor("pods/phase");
beforeAll(() => loadQuestions([aShortQuestion("pods/phase")]));

test("a history tells the reviews, newest first, undone ones marked, and the memory now", async () => {
  const api = await studyAs(await aGuest());
  await api.answer(phase, {}, { now: "2026-03-02T12:00:00Z" });
  await api.answer(phase, { answer: WRONG, usedHint: true }, { now: "2026-03-02T12:10:00Z" });
  await api.answer(phase, {}, { now: "2026-03-02T12:11:00Z" });
  await api.undo({}, { now: "2026-03-02T12:12:00Z" });
  const { body } = await api.history("pods/phase", { now: "2026-03-05T12:00:00Z" });
  expect(
    body.reviews.map(({ rating, usedHint, undoneAt }) => [rating, usedHint, undoneAt]),
  ).toEqual([
    [3, false, "2026-03-02T12:12:00.000Z"],
    [1, true, null],
    [3, false, null],
  ]);
  expect(body.card).toMatchObject({ state: "learning", reps: 2, lapses: 0 });
  expect(body.card?.recall).toBeLessThan(0.9);
});

test("a question that was never answered has an empty history", async () => {
  const { status, body } = await (await studyAs(await aGuest())).history("pods/phase");
  const marks = { suspended: false, buriedUntil: null, flagged: false };
  expect([status, body]).toEqual([
    200,
    { questionId: "pods/phase", card: null, marks, reviews: [] },
  ]);
});

test("a history holds nobody else's reviews", async () => {
  await (await studyAs(await aGuest())).answer(phase);
  expect((await (await studyAs(await aGuest())).history("pods/phase")).body.reviews).toEqual([]);
});

test.each([
  ["pods/none", 404],
  ["none", 400],
  ["", 400],
])("a history of %j is refused", async (questionId, status) => {
  expect((await (await studyAs(await aGuest())).history(questionId)).status).toBe(status);
});

test("someone who is signed out has no history", async () => {
  expect((await (await studyAs(null)).history("pods/phase")).status).toBe(401);
});
