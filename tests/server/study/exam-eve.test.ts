import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { v7 as uuidV7 } from "uuid";

import type { Actor } from "@/lib/domain/access/actor";
import { dayOfDate } from "@/lib/domain/scheduling/due-day";
import { dayNumber } from "@/lib/domain/scheduling/learner-day";
import { database } from "@/lib/server/db/client";
import { getStudySettings } from "@/lib/server/db/study-settings";
import { updateStudySettings } from "@/lib/server/services/update-study-settings";
import { aPerson } from "@/tests/helpers/people";
import { cardsOf, inputOf, replayedCards } from "@/tests/helpers/planned-learner";
import { RIGHT, studyAs, ticketFor, WRONG } from "@/tests/helpers/study-api";
import { aShortQuestion, loadQuestions } from "@/tests/helpers/study-content";

const QUESTIONS = ["pods/one", "pods/two"];
const START = Date.parse("2026-03-02T12:00:00Z");
const DAY_MS = 86_400_000;
const HISTORIES = 40;

beforeAll(() => loadQuestions(QUESTIONS.map((id) => aShortQuestion(id))));

type Step =
  | { do: "answer"; question: number; right: boolean; lateMinutes: number }
  | { do: "rate"; review: number; rating: number }
  | { do: "undo" }
  | { do: "reset"; question: number }
  | { do: "exam"; inDays: number | null };

const steps: fc.Arbitrary<{ step: Step; gapMinutes: number }[]> = fc.array(
  fc.record({
    gapMinutes: fc.oneof(fc.nat(20), fc.integer({ min: 900, max: 9_000 })),
    step: fc.oneof(
      {
        weight: 5,
        arbitrary: fc.record({
          do: fc.constant("answer" as const),
          question: fc.nat(QUESTIONS.length - 1),
          right: fc.boolean(),
          lateMinutes: fc.oneof(fc.constant(0), fc.nat(3_000)),
        }),
      },
      {
        weight: 4,
        arbitrary: fc.record({
          do: fc.constant("rate" as const),
          review: fc.nat(),
          rating: fc.integer({ min: 1, max: 4 }),
        }),
      },
      { weight: 3, arbitrary: fc.record({ do: fc.constant("undo" as const) }) },
      {
        weight: 1,
        arbitrary: fc.record({
          do: fc.constant("reset" as const),
          question: fc.nat(QUESTIONS.length - 1),
        }),
      },
      {
        weight: 2,
        arbitrary: fc.record({
          do: fc.constant("exam" as const),
          inDays: fc.oneof(fc.constant(null), fc.integer({ min: 1, max: 40 })),
        }),
      },
    ),
  }),
  { minLength: 4, maxLength: 14 },
);

const dateAfter = (now: Date, days: number) =>
  new Date(now.getTime() + days * DAY_MS).toISOString().slice(0, 10);

async function setExam(learner: Actor, examDate: string | null, now: Date) {
  const settings = inputOf(await getStudySettings(database(), learner.id));
  await updateStudySettings(
    learner,
    { ...settings, exam: examDate === null ? null : "cka", examDate },
    now,
  );
}

async function take(learner: Actor, step: Step, reviews: string[], now: Date) {
  const api = await studyAs(learner);
  if (step.do === "answer") {
    const id = uuidV7();
    const answeredAt = new Date(now.getTime() - step.lateMinutes * 60_000).toISOString();
    const draft = { id, answer: step.right ? RIGHT : WRONG, answeredAt };
    await api.answer(ticketFor(QUESTIONS[step.question] ?? ""), draft, { now });
    reviews.push(id);
  } else if (step.do === "rate" && reviews.length > 0) {
    const id = reviews[step.review % reviews.length] ?? "";
    await api.change(id, { rating: step.rating }, { now });
  } else if (step.do === "undo") {
    await api.undo({}, { now });
  } else if (step.do === "reset") {
    await api.act(QUESTIONS[step.question] ?? "", "reset", { now });
  } else if (step.do === "exam") {
    await setExam(learner, step.inDays === null ? null : dateAfter(now, step.inDays), now);
  }
}

/** The cards that could still come before the exam and are due after its eve. */
async function lateCards(learner: Actor, now: Date) {
  const settings = await getStudySettings(database(), learner.id);
  if (settings.examDate === null) return [];
  const eve = dayOfDate(settings.examDate) - 1;
  if (dayNumber(now, settings) > eve) return [];
  return [...(await cardsOf(learner.id))].filter(
    ([, { state, dueAt, lastReviewAt }]) =>
      state === "review" &&
      dayNumber(lastReviewAt, settings) < eve &&
      dayNumber(dueAt, settings) > eve,
  );
}

async function expectReplay(learner: Actor) {
  const replayed = await replayedCards(learner.id);
  for (const [id, { revision: _revision, ...card }] of await cardsOf(learner.id)) {
    expect(replayed.get(id)).toEqual(card);
  }
}

test(
  `whatever is answered, changed and taken back, no review is due after the exam's eve, on ${HISTORIES} random histories`,
  { timeout: 180_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (history) => {
        const learner = await aPerson();
        const reviews: string[] = [];
        let ms = START;
        for (const { step, gapMinutes } of history) {
          ms += gapMinutes * 60_000;
          const now = new Date(ms);
          await take(learner, step, reviews, now);
          expect(await lateCards(learner, now)).toEqual([]);
        }
        await expectReplay(learner);
      }),
      { numRuns: HISTORIES },
    );
  },
);

/** Answered wrongly, so that the exam that is set then finds a step of learning, and nothing to move. */
async function aLearnerWithAnExam() {
  const learner = await aPerson();
  const api = await studyAs(learner);
  const { body } = await api.answer(
    ticketFor("pods/one"),
    { answer: WRONG },
    { now: new Date(START) },
  );
  await setExam(learner, "2026-03-07", new Date(START + 60_000));
  return { learner, api, id: body.review.id };
}

const dueDate = async (learner: Actor) =>
  (await cardsOf(learner.id)).get("pods/one")?.dueAt.toISOString().slice(0, 10);

test("a rating changed to Easy after an exam was set makes the question due on its eve", async () => {
  const { learner, api, id } = await aLearnerWithAnExam();
  await api.change(id, { rating: 4 }, { now: new Date(START + 120_000) });
  expect(await dueDate(learner)).toBe("2026-03-06");
});

test("the dates that are shown after a changed rating are the exam's eve at the latest", async () => {
  const { api, id } = await aLearnerWithAnExam();
  const now = new Date(START + 120_000);
  const { body } = await api.change(id, { rating: 4 }, { now });
  expect(body.next?.dueAt.slice(0, 10)).toBe("2026-03-06");
  expect(body.alternatives.map(({ dueAt }) => dueAt.slice(0, 10) <= "2026-03-06")).toEqual(
    Array.from({ length: 4 }, () => true),
  );
  // Sent once more, the answer says the same.
  const again = await api.answer(ticketFor("pods/one"), { id, answer: WRONG }, { now });
  expect(again.body.next?.dueAt).toBe(body.next?.dueAt);
});

test("the same rating changed back leaves nothing of that", async () => {
  const { learner, api, id } = await aLearnerWithAnExam();
  const before = await cardsOf(learner.id);
  await api.change(id, { rating: 4 }, { now: new Date(START + 120_000) });
  await api.undo({}, { now: new Date(START + 180_000) });
  const fields = (cards: typeof before) =>
    [...cards.values()].map(({ revision: _revision, ...card }) => card);
  expect(fields(await cardsOf(learner.id))).toEqual(fields(before));
});
