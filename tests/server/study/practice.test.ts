import { beforeAll, describe, expect, test, vi } from "vitest";
import { v7 as uuidV7 } from "uuid";

import { database, databasePool } from "@/lib/server/db/client";
import { aPerson } from "@/tests/helpers/people";
import { RIGHT, studyAs, ticketFor, WRONG } from "@/tests/helpers/study-api";
import { aNumberQuestion, aShortQuestion, loadQuestions } from "@/tests/helpers/study-content";

const phase = ticketFor("pods/phase");
const at = (minute: number) => ({ now: new Date(Date.UTC(2026, 2, 2, 12, minute)) });
const daysLater = (days: number) => ({ now: new Date(Date.UTC(2026, 2, 2 + days, 12)) });

beforeAll(() =>
  loadQuestions([
    aShortQuestion("pods/phase"),
    aShortQuestion("pods/other"),
    aNumberQuestion("pods/double"),
  ]),
);

const cardOf = (userId: string) =>
  database().card.findMany({ where: { userId }, orderBy: { questionId: "asc" } });

describe.each(["drill", "retry"])("a %s", (purpose) => {
  test.each([
    ["right", RIGHT],
    ["wrong", WRONG],
  ])("that is %s changes no card, and no date that is told", async (_word, answer) => {
    const learner = await aPerson();
    const api = await studyAs(learner);
    const { body } = await api.answer(phase, {}, at(0));
    const before = await cardOf(learner.id);
    const practice = await api.answer(phase, { purpose, answer, tries: 2 }, at(5));
    expect(practice.body.next).toEqual(body.next);
    expect(practice.body.alternatives).toEqual([]);
    expect(await cardOf(learner.id)).toEqual(before);
  });

  test("of a new question leaves it new, and the day's room for new ones", async () => {
    const learner = await aPerson();
    const api = await studyAs(learner);
    const practice = await api.answer(phase, { purpose }, at(0));
    expect(practice.body.next).toBeNull();
    expect(practice.body.counts).toMatchObject({ newLeftToday: 10, reviewedToday: 0 });
    expect(await cardOf(learner.id)).toEqual([]);
  });

  test("has no rating to change", async () => {
    const api = await studyAs(await aPerson());
    const { body } = await api.answer(phase, { purpose }, at(0));
    expect((await api.change(body.review.id, { rating: 4 }, at(1))).status).toBe(409);
  });

  test("sent twenty times at once is one entry of the log", async () => {
    const learner = await aPerson();
    const api = await studyAs(learner);
    const id = uuidV7();
    const replies = await Promise.all(
      Array.from({ length: 20 }, () => api.answer(phase, { id, purpose }, at(0))),
    );
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200]));
    expect(await database().review.count({ where: { userId: learner.id } })).toBe(1);
  });

  test("is taken back by itself", async () => {
    const learner = await aPerson();
    const api = await studyAs(learner);
    await api.answer(phase, {}, at(0));
    const before = await cardOf(learner.id);
    await api.answer(phase, { purpose }, at(1));
    expect((await api.undo({}, at(2))).body.undone?.kind).toBe(purpose);
    expect((await cardOf(learner.id)).map(({ revision: _r, ...card }) => card)).toEqual(
      before.map(({ revision: _r, ...card }) => card),
    );
  });
});

test("practice that was not asked for is read once and written once", async () => {
  const api = await studyAs(await aPerson());
  const statements = vi.spyOn(databasePool(), "query");
  await api.answer(phase, { purpose: "drill" }, at(1));
  expect(statements).toHaveBeenCalledTimes(2);
  statements.mockRestore();
});

describe("a session", () => {
  test("of a drill holds what is not due, without what was right since it began", async () => {
    const api = await studyAs(await aPerson());
    await api.answer(phase, {}, at(0));
    const startedAt = at(1).now.toISOString();
    const drill = { drill: true, startedAt };
    const first = await api.queue(drill, at(1));
    expect(first.body.items.map(({ purpose }) => purpose)).toEqual(["drill", "drill", "drill"]);
    await api.answer(phase, { purpose: "drill" }, at(2));
    await api.answer(ticketFor("pods/other"), { purpose: "drill", answer: WRONG }, at(3));
    const ids = (await api.queue(drill, at(4))).body.items.map(({ question }) => question.id);
    expect(ids).toEqual(["pods/double", "pods/other"]);
  });

  test("of what was missed today asks it as practice until it is due", async () => {
    const api = await studyAs(await aPerson());
    await api.answer(phase, { answer: WRONG }, at(0));
    const startedAt = at(0).now.toISOString();
    const missed = async (minute: number) =>
      (await api.queue({ mode: "missed", startedAt }, at(minute))).body.items.map(
        ({ question, purpose }) => [question.id, purpose],
      );
    expect(await missed(0)).toEqual([["pods/phase", "drill"]]);
    expect(await missed(30)).toEqual([["pods/phase", "study"]]);
    expect((await api.queue({ mode: "missed" }, daysLater(1))).body.items).toEqual([]);
  });

  test("of weak points asks the weakest first", async () => {
    const api = await studyAs(await aPerson());
    const weak = async (id: string, rating: number) => {
      const { body } = await api.answer(ticketFor(id), {}, at(0));
      await api.change(body.review.id, { rating }, at(1));
    };
    await weak("pods/phase", 4);
    await weak("pods/other", 3);
    const { items } = (await api.queue({ mode: "weak" }, daysLater(40))).body;
    expect(items[0]?.question.id).toBe("pods/other");
  });

  test("of what is due has nothing new, and one of what is new nothing due", async () => {
    const api = await studyAs(await aPerson());
    await api.answer(phase, { answer: WRONG }, at(0));
    const reasons = async (mode: string) =>
      (await api.queue({ mode }, at(30))).body.items.map(({ reason }) => reason);
    expect(await reasons("due")).toEqual(["learning"]);
    expect(await reasons("new")).toEqual(["new", "new"]);
  });

  test("of a domain asks for nothing else", async () => {
    const api = await studyAs(await aPerson());
    const of = async (domain: string) =>
      (await api.queue({ domains: [domain] }, at(0))).body.items.length;
    expect([await of("cka/troubleshooting"), await of("cka/storage")]).toEqual([3, 0]);
  });

  test("that is timed tells the learner's own seconds per answer", async () => {
    const api = await studyAs(await aPerson());
    await api.answer(phase, { durationMs: 12_000 }, at(0));
    expect((await api.queue({ timed: true }, at(1))).body.secondsPerAnswer).toBe(12);
  });
});

describe("beside hundreds of weaker cards", () => {
  const weaker = (userId: string) =>
    Array.from({ length: 450 }, (_, number) => ({
      userId,
      questionId: `gone/weak-${number}`,
      state: "review",
      dueAt: daysLater(-1).now,
      stability: 0.1,
      difficulty: 9,
      scheduledDays: 1,
      learningSteps: 0,
      reps: 9,
      lapses: 5,
      lastReviewAt: daysLater(-30).now,
      firstReviewAt: daysLater(-90).now,
    }));

  test("what was missed today and what is flagged is found", async () => {
    const learner = await aPerson();
    const api = await studyAs(learner);
    await database().card.createMany({ data: weaker(learner.id) });
    await api.answer(phase, { answer: WRONG }, at(0));
    await api.answer(ticketFor("pods/other"), {}, at(1));
    await api.act("pods/other", "flag", at(2));
    const ids = async (mode: string) =>
      (await api.queue({ mode }, at(3))).body.items.map(({ question }) => question.id);
    expect(await ids("missed")).toEqual(["pods/phase"]);
    expect(await ids("flagged")).toEqual(["pods/other"]);
  });
});

test("the choice of sessions counts what each holds", async () => {
  const api = await studyAs(await aPerson());
  await api.answer(phase, { answer: WRONG, durationMs: 60_000 }, at(0));
  await api.act("pods/other", "flag", at(1));
  const { body } = await api.sessions(at(30));
  expect(body).toMatchObject({
    modes: { today: 3, due: 1, new: 2, missed: 1, flagged: 1 },
    fitsTenMinutes: 3,
    banks: [{ id: "pods", due: 1, new: 2, all: 3 }],
    domains: [
      { id: "cka/troubleshooting", due: 1, new: 2, all: 3 },
      { id: "cka/storage", due: 0, new: 0, all: 0 },
    ],
  });
});
