import { beforeAll, describe, expect, test, vi } from "vitest";

import { database, databasePool } from "@/lib/server/db/client";
import { aGuest, aPerson } from "@/tests/helpers/people";
import { RIGHT, studyAs, ticketFor } from "@/tests/helpers/study-api";
import { aNumberQuestion, aShortQuestion, loadQuestions } from "@/tests/helpers/study-content";

const NOW = "2026-03-02T12:00:00.000Z";
const LATER = "2026-03-02T12:10:00.000Z";

const questions = [
  aNumberQuestion("pods/double"),
  aShortQuestion("pods/phase", { concept: "phase" }),
  aShortQuestion("nodes/phase", { concept: "phase" }),
  aShortQuestion("nodes/ready", { explanation: "CANARY explanation", hint: "A hint" }),
];

beforeAll(() => loadQuestions(questions));

const ids = (reply: { body: { items: { question: { id: string } }[] } }) =>
  reply.body.items.map((item) => item.question.id).sort();

test("a guest is asked new questions, one of each concept", async () => {
  const { status, body } = await (await studyAs(await aGuest())).queue({}, { now: NOW });
  expect(status).toBe(200);
  expect(ids({ body })).toEqual(["nodes/ready", "pods/double", "pods/phase"]);
  expect(body.counts).toEqual({
    learning: 0,
    due: 0,
    new: 3,
    newLeftToday: 10,
    dueLaterToday: 0,
    reviewedToday: 0,
  });
  expect([body.serverNow, body.nextDueAt]).toEqual([NOW, "2026-03-03T04:00:00.000Z"]);
});

test("a queue holds neither keys nor explanations nor seeds", async () => {
  const learner = await aGuest();
  const { body } = await (await studyAs(learner)).queue();
  const text = JSON.stringify(body);
  for (const secret of ["Pending", "CANARY", "accepted", "seed", "twice"]) {
    expect(text).not.toContain(secret);
  }
});

test("reading a queue writes nothing", async () => {
  const learner = await aGuest();
  await (await studyAs(learner)).queue();
  expect(await database().card.count({ where: { userId: learner.id } })).toBe(0);
});

test("a queue costs one round trip", async () => {
  const api = await studyAs(await aGuest());
  await api.queue();
  const query = vi.spyOn(databasePool(), "query");
  await api.queue();
  const roundTrips = query.mock.calls.length;
  query.mockRestore();
  expect(roundTrips).toBe(1);
});

describe("the variant of a question", () => {
  const promptOf = (reply: { body: { items: { question: { id: string; prompt: string } }[] } }) =>
    reply.body.items.find(({ question }) => question.id === "pods/double")?.question.prompt;

  test("is the same until it is answered", async () => {
    const api = await studyAs(await aGuest());
    const prompts = [await api.queue(), await api.queue()].map(promptOf);
    expect(prompts[0]).toBe(prompts[1]);
  });

  test("differs between learners and between occurrences", async () => {
    const prompts = new Set<string | undefined>();
    for (let n = 0; n < 6; n++) {
      const api = await studyAs(await aGuest());
      prompts.add(promptOf(await api.queue({}, { now: NOW })));
      const answer = { kind: "number", gaveUp: true };
      await api.answer(ticketFor("pods/double"), { answer }, { now: NOW });
      prompts.add(promptOf(await api.queue({}, { now: "2026-03-02T12:01:00Z" })));
    }
    expect(prompts.size).toBeGreaterThan(2);
  });
});

test("an answered question comes back when its step is over, with the next ticket", async () => {
  const api = await studyAs(await aGuest());
  await api.answer(ticketFor("pods/phase"), {}, { now: NOW });
  const early = await api.queue({ banks: ["pods"] }, { now: "2026-03-02T12:09:59Z" });
  expect(ids(early)).toEqual(["pods/double"]);
  expect(early.body.nextDueAt).toBe(LATER);
  const { body } = await api.queue({ banks: ["pods"] }, { now: LATER });
  expect(body.items[0]).toMatchObject({
    reason: "learning",
    state: "learning",
    ticket: { questionId: "pods/phase", version: 1, occurrence: 1 },
  });
});

test("a review is there from the first minute of its day in the learner's zone", async () => {
  const learner = await aPerson();
  await database().studySettings.update({
    where: { userId_version: { userId: learner.id, version: 1 } },
    data: { timeZone: "Asia/Kolkata", fuzz: false },
  });
  const api = await studyAs(learner);
  await api.answer(ticketFor("pods/phase"), {}, { now: NOW });
  await api.answer(ticketFor("pods/phase", { occurrence: 1 }), {}, { now: LATER });
  const reasons = async (now: string) =>
    (await api.queue({ banks: ["pods"] }, { now })).body.items.map((item) => item.reason);
  expect(await reasons("2026-03-03T22:29:59Z")).toEqual(["new"]);
  expect(await reasons("2026-03-03T22:30:00Z")).toEqual(["due", "new"]);
});

test("what is on screen is not sent again", async () => {
  const api = await studyAs(await aGuest());
  const reply = await api.queue({ exclude: ["pods/phase", "pods/double"] });
  expect(ids(reply)).toEqual(["nodes/ready"]);
});

test("a queue can be kept to some banks and to a few questions", async () => {
  const api = await studyAs(await aGuest());
  expect(ids(await api.queue({ banks: ["nodes"] }))).toEqual(["nodes/phase", "nodes/ready"]);
  expect(ids(await api.queue({ limit: 1 }))).toHaveLength(1);
});

test("cards of one learner are not seen by another", async () => {
  const [one, two] = [await studyAs(await aGuest()), await studyAs(await aGuest())];
  await one.answer(ticketFor("nodes/ready"), { answer: RIGHT }, { now: NOW });
  const reply = await two.queue({}, { now: NOW });
  expect(reply.body.counts.reviewedToday).toBe(0);
  expect(ids(reply)).toContain("nodes/ready");
});

test.each([
  [{ limit: 0 }, "limit"],
  [{ limit: 51 }, "limit"],
  [{ banks: [] }, "banks"],
  [{ exclude: ["no id"] }, "exclude.0"],
  [{ bank: "pods" }, ""],
])("a request for %j is refused", async (body, field) => {
  const { status, error } = await (await studyAs(await aGuest())).queue(body);
  expect([status, Object.keys(error?.fields ?? {})]).toEqual([400, [field]]);
});

test("someone who is signed out has no queue", async () => {
  expect((await (await studyAs(null)).queue()).error?.code).toBe("signed-out");
});

test("a retired question is not asked any more, though it has a card", async () => {
  const api = await studyAs(await aGuest());
  await api.answer(ticketFor("pods/phase"), {}, { now: NOW });
  await loadQuestions(questions.filter(({ id }) => id !== "pods/phase"));
  const reply = await api.queue({}, { now: LATER });
  await loadQuestions(questions);
  expect(ids(reply)).not.toContain("pods/phase");
});
