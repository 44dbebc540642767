import { beforeAll, describe, expect, test } from "vitest";

import { listLeeches } from "@/lib/server/db/leeches";
import { aPerson } from "@/tests/helpers/people";
import { itemOf, studyAs, ticketFor } from "@/tests/helpers/study-api";
import {
  aNumberQuestion,
  aShortQuestion,
  anOpenQuestion,
  loadQuestions,
} from "@/tests/helpers/study-content";

const START = Date.UTC(2026, 2, 2, 12);
const at = (days: number, minutes = 0) => ({
  now: new Date(START + days * 86_400_000 + minutes * 60_000),
});

beforeAll(() =>
  loadQuestions([
    aNumberQuestion("pods/double"),
    aShortQuestion("pods/phase", { concept: "phases" }),
    { ...anOpenQuestion("pods/scheduler"), concept: "phases" },
  ]),
);

type Api = Awaited<ReturnType<typeof studyAs>>;

/** Answers right once, then forgets the question so many times, ten days apart. */
async function forget(api: Api, questionId: string, wrong: object, times: number) {
  const ticket = (n: number) => ticketFor(questionId, { occurrence: n });
  const first = await api.answer(ticket(0), { answer: wrong }, at(0));
  await api.change(first.body.review.id, { rating: 4 }, at(0));
  const replies = [];
  for (let n = 1; n <= times; n++) {
    replies.push((await api.answer(ticket(n * 2 - 1), { answer: wrong }, at(n * 10))).body);
    const mended = await api.answer(ticket(n * 2), { answer: wrong }, at(n * 10, 20));
    await api.change(mended.body.review.id, { rating: 3 }, at(n * 10, 20));
  }
  return replies;
}

const ZERO = { kind: "number", value: 0 };
const RUNNING = { kind: "short", text: "Running" };

test("the fourth lapse makes a lesson, and each four further ones", async () => {
  const api = await studyAs(await aPerson());
  const replies = await forget(api, "pods/phase", RUNNING, 8);
  expect(replies.map(({ lesson }) => lesson)).toEqual([
    false,
    false,
    false,
    true,
    false,
    false,
    false,
    true,
  ]);
});

describe("a lesson", () => {
  test("shows the learner's own wrong answers with the variant and the key of then", async () => {
    const api = await studyAs(await aPerson());
    await forget(api, "pods/double", ZERO, 4);
    const { body } = await api.lesson("pods/double", at(41));
    expect([body.lapses, body.mistakes.length]).toEqual([4, 4]);
    for (const { question, answer, reveal } of body.mistakes) {
      const [n] = /\d+/.exec(question.prompt) ?? [];
      expect(answer).toEqual(ZERO);
      expect(JSON.stringify(reveal.solution)).toContain(String(Number(n) * 2));
    }
  });

  test("goes on with a variant that was not answered wrong, as practice", async () => {
    const api = await studyAs(await aPerson());
    await forget(api, "pods/double", ZERO, 4);
    const { body } = await api.lesson("pods/double", at(41));
    expect([body.practiceIs, body.practice?.purpose]).toEqual(["variant", "drill"]);
    const prompts = body.mistakes.map(({ question }) => question.prompt);
    expect(prompts).not.toContain(body.practice?.question.prompt);
  });

  test("of a question without variants goes on with another kind on the same concept", async () => {
    const api = await studyAs(await aPerson());
    await forget(api, "pods/phase", RUNNING, 4);
    const { body } = await api.lesson("pods/phase", at(41));
    expect([body.practiceIs, body.practice?.question.id]).toEqual(["other-kind", "pods/scheduler"]);
  });

  test("waits in the queue until the learner has gone through it, and the question is never put away", async () => {
    const api = await studyAs(await aPerson());
    await forget(api, "pods/phase", RUNNING, 4);
    const due = at(400);
    expect(itemOf(await api.queue({}, due), "pods/phase").lesson).toBe(true);
    expect((await api.finishLesson("pods/phase", due)).body).toEqual({ lessonAtLapse: 4 });
    expect(itemOf(await api.queue({}, due), "pods/phase").lesson).toBe(false);
  });

  test("is nobody else's", async () => {
    await forget(await studyAs(await aPerson()), "pods/phase", RUNNING, 4);
    expect((await (await studyAs(await aPerson())).lesson("pods/phase", at(41))).status).toBe(404);
  });
});

test("the questions that a learner forgets again and again are listed, the worst first", async () => {
  const learner = await aPerson();
  const api = await studyAs(learner);
  await forget(api, "pods/phase", RUNNING, 4);
  await forget(api, "pods/double", ZERO, 5);
  const leeches = await listLeeches(learner.id);
  expect(leeches.map(({ questionId, lapses }) => [questionId, lapses])).toEqual([
    ["pods/double", 5],
    ["pods/phase", 4],
  ]);
});
