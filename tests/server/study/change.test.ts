import { beforeAll, describe, expect, test } from "vitest";
import { v7 as uuidV7 } from "uuid";

import { database } from "@/lib/server/db/client";
import { aGuest, aPerson } from "@/tests/helpers/people";
import { studyAs, ticketFor, WRONG } from "@/tests/helpers/study-api";
import { anOpenQuestion, aShortQuestion, loadQuestions } from "@/tests/helpers/study-content";

const phase = ticketFor("pods/phase");
const explain = ticketFor("pods/explain");
const NOW = "2026-03-02T12:00:00.000Z";

beforeAll(() => loadQuestions([aShortQuestion("pods/phase"), anOpenQuestion("pods/explain")]));

const cardOf = (userId: string) =>
  database().card.findFirst({ where: { userId }, omit: { revision: true } });

test("each rating gives exactly what was shown for it", async () => {
  for (const rating of [1, 2, 3, 4]) {
    const learner = await aPerson();
    const api = await studyAs(learner);
    const { body } = await api.answer(phase, {}, { now: NOW });
    const shown = body.alternatives.find((alternative) => alternative.rating === rating);
    const changed = await api.change(body.review.id, { rating }, { now: "2026-03-02T12:01:00Z" });
    expect(changed.body.next).toMatchObject({
      dueAt: shown?.dueAt,
      intervalDays: shown?.intervalDays,
    });
    expect((await cardOf(learner.id))?.dueAt.toISOString()).toBe(shown?.dueAt);
  }
});

test("a changed rating counts as if it had been given at once", async () => {
  const [changed, direct] = [await aPerson(), await aPerson()];
  const [changedApi, directApi] = [await studyAs(changed), await studyAs(direct)];
  const { body } = await changedApi.answer(phase, {}, { now: NOW });
  await changedApi.answer(phase, {}, { now: "2026-03-05T12:00:00Z" });
  await changedApi.change(body.review.id, { rating: 1 });

  await directApi.answer(phase, { answer: WRONG }, { now: NOW });
  await directApi.answer(phase, {}, { now: "2026-03-05T12:00:00Z" });
  const withoutOwner = async (userId: string) => ({ ...(await cardOf(userId)), userId: null });
  expect(await withoutOwner(changed.id)).toEqual(await withoutOwner(direct.id));
});

test("the log keeps what a rating was before", async () => {
  const learner = await aPerson();
  const api = await studyAs(learner);
  const { body } = await api.answer(phase, {}, { now: NOW });
  await api.change(body.review.id, { rating: 4 }, { now: NOW });
  expect(
    await database().reviewEdit.findMany({
      where: { userId: learner.id },
      select: { reviewId: true, action: true, fromRating: true, toRating: true },
    }),
  ).toEqual([{ reviewId: body.review.id, action: "rate", fromRating: 3, toRating: 4 }]);
});

test("the same change sent again is made once", async () => {
  const learner = await aPerson();
  const api = await studyAs(learner);
  const { body } = await api.answer(phase);
  await Promise.all([1, 2, 3].map(() => api.change(body.review.id, { rating: 2 })));
  expect(await database().reviewEdit.count({ where: { userId: learner.id } })).toBe(1);
});

describe("marking an open answer", () => {
  test.each([
    [[true, true, true, true, true], 3, 1],
    [[true, true, true, false, false], 2, 0.6],
    [[true, true, false, false, false], 1, 0.4],
  ])("%j rates it", async (marks, rating, score) => {
    const api = await studyAs(await aGuest());
    const answer = { kind: "open", text: "Pods wait." };
    const { body } = await api.answer(explain, { answer }, { now: NOW });
    const changed = await api.change(body.review.id, { marks }, { now: NOW });
    expect(changed.body.review).toMatchObject({ rating, score, marks });
  });

  test("keeps a rating that the learner gives with the marks", async () => {
    const api = await studyAs(await aGuest());
    const { body } = await api.answer(explain, { answer: { kind: "open", text: "" } });
    const marks = [true, true, true, true, true];
    const changed = await api.change(body.review.id, { marks, rating: 4 });
    expect(changed.body.review).toMatchObject({ rating: 4, score: 1 });
  });

  test("needs one mark for each point", async () => {
    const api = await studyAs(await aGuest());
    const { body } = await api.answer(explain, { answer: { kind: "open", text: "" } });
    const { status, error } = await api.change(body.review.id, { marks: [true] });
    expect([status, error?.fields]).toEqual([400, { marks: ["Mark all 5 points, each once."] }]);
  });

  test("is not for answers that are graded", async () => {
    const api = await studyAs(await aGuest());
    const { body } = await api.answer(phase);
    expect((await api.change(body.review.id, { marks: [true] })).status).toBe(400);
  });
});

describe("a change is refused", () => {
  test("of another learner's review, which does not exist for them", async () => {
    const [owner, other] = [await studyAs(await aPerson()), await studyAs(await aPerson())];
    const { body } = await owner.answer(phase);
    expect((await other.change(body.review.id, { rating: 1 })).error?.code).toBe("not-found");
  });

  test("of a review that does not exist", async () => {
    expect((await (await studyAs(await aGuest())).change(uuidV7(), { rating: 1 })).status).toBe(
      404,
    );
  });

  test("of an answer that was taken back", async () => {
    const api = await studyAs(await aGuest());
    const { body } = await api.answer(phase);
    await api.undo();
    expect((await api.change(body.review.id, { rating: 1 })).error?.code).toBe("conflict");
  });

  test.each([[{ rating: 5 }], [{ rating: 0 }], [{}], [{ marks: [] }], [{ rating: 3, score: 1 }]])(
    "to %j",
    async (change) => {
      const api = await studyAs(await aGuest());
      const { body } = await api.answer(phase);
      expect((await api.change(body.review.id, change)).status).toBe(400);
    },
  );

  test("of someone who is signed out", async () => {
    expect((await (await studyAs(null)).change(uuidV7(), { rating: 1 })).status).toBe(401);
  });
});
