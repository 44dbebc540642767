import { beforeAll, describe, expect, test, vi } from "vitest";
import { v7 as uuidV7 } from "uuid";

import type { Ticket } from "@/lib/domain/study/queue-contract";
import { database, databasePool } from "@/lib/server/db/client";
import { aGuest, aPerson } from "@/tests/helpers/people";
import {
  itemOf,
  RIGHT,
  studyAs,
  ticketFor,
  WRONG,
  type AnswerDraft,
} from "@/tests/helpers/study-api";
import {
  aKubectlQuestion,
  anOpenQuestion,
  aNumberQuestion,
  aShortQuestion,
  loadQuestions,
} from "@/tests/helpers/study-content";

const NOW = "2026-03-02T12:00:00.000Z";
const phase = ticketFor("pods/phase");

beforeAll(() =>
  loadQuestions([
    aShortQuestion("pods/phase"),
    aShortQuestion("pods/other", { accepted: ["Failed"] }),
    anOpenQuestion("pods/explain"),
    aNumberQuestion("pods/double"),
    aKubectlQuestion("pods/scale", "kubectl scale deployment web --replicas=3"),
  ]),
);

const reviewsOf = (userId: string) =>
  database().review.findMany({ where: { userId }, orderBy: { reviewedAt: "asc" } });

test("a right answer is a review rated Good, shown with its solution and next date", async () => {
  const api = await studyAs(await aPerson());
  const { status, body } = await api.answer(phase, {}, { now: NOW });
  expect(status).toBe(200);
  expect(body).toMatchObject({
    review: { outcome: "right", score: 1, rating: 3, suggestedRating: 3, reviewedAt: NOW },
    graded: { outcome: "right" },
    reveal: { explanation: "Explanation of pods/phase." },
    next: { state: "learning", intervalDays: 0, dueAt: "2026-03-02T12:10:00.000Z" },
    counts: { learning: 0, due: 0, dueLaterToday: 1, reviewedToday: 1, newLeftToday: 9 },
  });
  expect(body.alternatives.map(({ rating, dueAt }) => [rating, dueAt.slice(11, 16)])).toEqual([
    [1, "12:01"],
    [2, "12:06"],
    [3, "12:10"],
    [4, "04:00"],
  ]);
});

test.each([
  ["right after a hint", RIGHT, { usedHint: true }, "right", 2],
  ["right at the second try", RIGHT, { tries: 2 }, "right", 2],
  ["wrong", WRONG, {}, "wrong", 1],
  ["given up", { kind: "short", gaveUp: true }, {}, "gave-up", 1],
])(
  "an answer that is %s is rated as the evidence says",
  async (_name, answer, help, outcome, rating) => {
    const api = await studyAs(await aGuest());
    const { body } = await api.answer(phase, { answer, ...help });
    expect(body.review).toMatchObject({ outcome, rating, suggestedRating: rating });
  },
);

test("an open answer waits for the learner's own marks", async () => {
  const api = await studyAs(await aGuest());
  const answer = { kind: "open", text: "Nothing is scheduled." };
  const { body } = await api.answer(ticketFor("pods/explain"), { answer });
  expect(body.review).toMatchObject({ outcome: "self-mark", score: null, rating: 2, marks: null });
});

test("an open answer sent with its marks is rated by them", async () => {
  const api = await studyAs(await aGuest());
  const answer = { kind: "open", text: "All of it.", marks: [true, true, true, true, true] };
  const { body } = await api.answer(ticketFor("pods/explain"), { answer });
  expect(body.review).toMatchObject({ score: 1, rating: 3 });
});

test("an answer is graded against the variant that was asked", async () => {
  const api = await studyAs(await aGuest());
  const queue = await api.queue({ banks: ["pods"] }, { now: NOW });
  const item = itemOf(queue, "pods/double");
  const asked = Number(/\d+/.exec(item.question.prompt)?.[0]);
  const answer = { kind: "number", value: asked * 2 };
  const { body } = await api.answer(item.ticket, { answer }, { now: NOW });
  expect(body.review.outcome).toBe("right");
});

test("an answer to what was not asked costs one round trip to read and one to write", async () => {
  const learner = await aPerson();
  const api = await studyAs(learner);
  await api.answer(phase, {}, { now: NOW });
  const query = vi.spyOn(databasePool(), "query");
  const { status } = await api.answer(phase, {}, { now: "2026-03-02T12:10:00Z" });
  const roundTrips = query.mock.calls.length;
  query.mockRestore();
  expect([status, roundTrips]).toEqual([200, 2]);
});

describe("sending an answer again", () => {
  test("twenty times at once makes one review and gives one reply", async () => {
    const learner = await aPerson();
    const api = await studyAs(learner);
    const id = uuidV7();
    const replies = await Promise.all(
      Array.from({ length: 20 }, () => api.answer(phase, { id }, { now: NOW })),
    );
    expect(replies.map((reply) => reply.status)).toEqual(Array(20).fill(200));
    for (const reply of replies) expect(reply.body).toEqual(replies[0]?.body);
    expect(await reviewsOf(learner.id)).toHaveLength(1);
    const card = await database().card.findFirstOrThrow({ where: { userId: learner.id } });
    expect(card.reps).toBe(1);
  });

  test("later, when the card has moved on, still gives the first reply", async () => {
    const api = await studyAs(await aPerson());
    const id = uuidV7();
    const first = await api.answer(phase, { id }, { now: NOW });
    await api.answer(phase, {}, { now: "2026-03-02T12:10:00Z" });
    const again = await api.answer(phase, { id }, { now: "2026-03-02T12:11:00Z" });
    expect({ ...again.body, counts: null }).toEqual({ ...first.body, counts: null });
  });

  test.each([
    ["another answer", phase, WRONG],
    ["another question", ticketFor("pods/other"), RIGHT],
    ["another variant", ticketFor("pods/phase", { occurrence: 1 }), RIGHT],
  ])("with %s is a conflict and changes nothing", async (_name, ticket, answer) => {
    const learner = await aPerson();
    const api = await studyAs(learner);
    const id = uuidV7();
    await api.answer(phase, { id });
    const { status, error } = await api.answer(ticket, { id, answer });
    expect([status, error?.code]).toEqual([409, "conflict"]);
    expect(await reviewsOf(learner.id)).toHaveLength(1);
  });

  test("at once with two questions under one id makes one review and one card", async () => {
    const learner = await aPerson();
    const api = await studyAs(learner);
    const id = uuidV7();
    const replies = await Promise.all(
      ["pods/phase", "pods/other"].map((question) => api.answer(ticketFor(question), { id })),
    );
    expect(replies.map((reply) => reply.status).sort()).toEqual([200, 409]);
    expect(await reviewsOf(learner.id)).toHaveLength(1);
    expect(await database().card.count({ where: { userId: learner.id } })).toBe(1);
  });

  test("by two learners under one id makes a review of each", async () => {
    const id = uuidV7();
    for (const learner of [await aGuest(), await aGuest()]) {
      const api = await studyAs(learner);
      expect((await api.answer(phase, { id })).status).toBe(200);
    }
  });
});

describe("two tabs answering one card", () => {
  test("at once make two ordered reviews and a card that counts both", async () => {
    const learner = await aPerson();
    const [one, two] = await Promise.all([studyAs(learner), studyAs(learner)]);
    await one.answer(phase, {}, { now: NOW });
    const replies = await Promise.all([
      one.answer(phase, {}, { now: "2026-03-02T12:10:00.001Z" }),
      two.answer(phase, { answer: WRONG }, { now: "2026-03-02T12:10:00.002Z" }),
    ]);
    expect(replies.map((reply) => reply.status)).toEqual([200, 200]);
    const card = await database().card.findFirstOrThrow({ where: { userId: learner.id } });
    expect(card).toMatchObject({ reps: 3, lastReviewAt: new Date("2026-03-02T12:10:00.002Z") });
    expect((await reviewsOf(learner.id)).map((review) => review.rating)).toEqual([3, 3, 1]);
  });

  test("twelve times in the same millisecond lose no review", async () => {
    const learner = await aPerson();
    const api = await studyAs(learner);
    const replies = await Promise.all(
      Array.from({ length: 12 }, () => api.answer(phase, {}, { now: NOW })),
    );
    expect(replies.map((reply) => reply.status)).toEqual(Array(12).fill(200));
    expect(await reviewsOf(learner.id)).toHaveLength(12);
    const card = await database().card.findFirstOrThrow({ where: { userId: learner.id } });
    expect(card.reps).toBe(12);
  });
});

describe("an answer given offline", () => {
  test("is put where it belongs in the log and the card is replayed", async () => {
    const [late, onTime] = [await aPerson(), await aPerson()];
    const [lateApi, onTimeApi] = [await studyAs(late), await studyAs(onTime)];
    await lateApi.answer(phase, {}, { now: "2026-03-04T12:00:00Z" });
    await lateApi.answer(
      phase,
      { answer: WRONG, answeredAt: "2026-03-02T12:00:00Z" },
      { now: "2026-03-04T12:05:00Z" },
    );
    await onTimeApi.answer(phase, { answer: WRONG }, { now: "2026-03-02T12:00:00Z" });
    await onTimeApi.answer(phase, {}, { now: "2026-03-04T12:00:00Z" });

    const cardOf = (userId: string) =>
      database().card.findFirstOrThrow({
        where: { userId },
        omit: { userId: true, revision: true },
      });
    expect(await cardOf(late.id)).toEqual(await cardOf(onTime.id));
  });

  test("with a clock that runs ahead counts as given now", async () => {
    const api = await studyAs(await aGuest());
    const { body } = await api.answer(phase, { answeredAt: "2027-01-01T00:00:00Z" }, { now: NOW });
    expect(body.review.reviewedAt).toBe(NOW);
  });

  test("more than thirty days ago is refused", async () => {
    const api = await studyAs(await aGuest());
    const reply = await api.answer(phase, { answeredAt: "2026-01-01T00:00:00Z" }, { now: NOW });
    expect([reply.status, Object.keys(reply.error?.fields ?? {})]).toEqual([400, ["answeredAt"]]);
  });
});

describe("an answer is refused", () => {
  test.each<[string, Ticket, AnswerDraft & { rating?: number }, number, string[] | undefined]>([
    ["to a question that does not exist", ticketFor("pods/none"), {}, 404, undefined],
    [
      "to a version that does not exist",
      ticketFor("pods/phase", { version: 9 }),
      {},
      404,
      undefined,
    ],
    ["of another kind", phase, { answer: { kind: "single", pick: 0 } }, 400, ["answer"]],
    ["of no kind", phase, { answer: { text: "pending" } }, 400, ["answer"]],
    ["with an id that is no UUID v7", phase, { id: "7" }, 400, ["id"]],
    ["with a duration below zero", phase, { durationMs: -1 }, 400, ["durationMs"]],
    ["with a field too many", phase, { rating: 4 }, 400, [""]],
    [
      "of too many characters",
      phase,
      { answer: { kind: "short", text: "x".repeat(20_000) } },
      400,
      ["answer.text"],
    ],
  ])("%s", async (_name, ticket, draft, status, fields) => {
    const learner = await aGuest();
    const reply = await (await studyAs(learner)).answer(ticket, draft);
    expect(reply.status).toBe(status);
    expect(reply.error?.fields && Object.keys(reply.error.fields)).toEqual(fields);
    expect(await reviewsOf(learner.id)).toHaveLength(0);
  });

  test("of someone who is signed out", async () => {
    const api = await studyAs(null);
    expect((await api.answer(phase)).error?.code).toBe("signed-out");
  });

  test("of a session that a password change ended", async () => {
    const learner = await aPerson();
    await database().user.update({ where: { id: learner.id }, data: { sessionVersion: 1 } });
    const api = await studyAs(learner, 0);
    expect((await api.answer(phase)).status).toBe(401);
  });

  test("of a disabled account", async () => {
    const learner = await aPerson();
    await database().user.update({ where: { id: learner.id }, data: { disabledAt: new Date() } });
    expect((await (await studyAs(learner)).answer(phase)).status).toBe(401);
  });

  test("sent by a page of another site", async () => {
    const learner = await aPerson();
    const headers = { origin: "https://elsewhere.example", host: "localhost:3000" };
    const reply = await (await studyAs(learner)).answer(phase, {}, { headers });
    expect([reply.status, await reviewsOf(learner.id)]).toEqual([403, []]);
  });
});

test("a question that changed while it was on screen is graded as it was asked", async () => {
  const api = await studyAs(await aGuest());
  await loadQuestions([aShortQuestion("old/phase", { accepted: ["Before"] })], 1);
  await loadQuestions([aShortQuestion("old/phase", { accepted: ["After"] })], 2);
  const { body } = await api.answer(ticketFor("old/phase", { version: 1 }), {
    answer: { kind: "short", text: "before" },
  });
  expect(body.review).toMatchObject({ outcome: "right", questionVersion: 1 });
});
