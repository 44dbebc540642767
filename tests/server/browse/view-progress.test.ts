import { beforeAll, expect, test } from "vitest";

import type { Actor } from "@/lib/domain/access/actor";
import { viewProgress } from "@/lib/server/services/view-progress";
import { viewQuestion } from "@/lib/server/services/view-question";
import { aGuest } from "@/tests/helpers/people";
import { studyAs, ticketFor, WRONG } from "@/tests/helpers/study-api";
import { aShortQuestion, loadQuestions } from "@/tests/helpers/study-content";

const MONDAY = new Date("2026-03-02T12:00:00Z");
const after = (days: number) => new Date(MONDAY.getTime() + days * 86_400_000);

beforeAll(() => loadQuestions([aShortQuestion("pods/phase"), aShortQuestion("nodes/one")]));

const progress = (
  actor: Actor,
  now: Date,
  filter: Partial<{ range: "30d" | "all"; bank: string }> = {},
) => viewProgress(actor, { range: "all", bank: null, ...filter }, now);

async function aLearner(): Promise<Actor> {
  const actor = await aGuest();
  const api = await studyAs(actor);
  await api.answer(ticketFor("pods/phase"), {}, { now: MONDAY });
  await api.answer(ticketFor("nodes/one"), {}, { now: MONDAY });
  await api.answer(
    ticketFor("pods/phase", { occurrence: 1 }),
    { answer: WRONG },
    { now: after(3) },
  );
  return actor;
}

test("a newcomer has nothing to be shown", async () => {
  expect(await progress(await aGuest(), MONDAY)).toMatchObject({
    hasStudied: false,
    summary: { answers: 0, calibration: null },
  });
});

test("answers, retention, hardest questions and cards are told of the learner alone", async () => {
  const actor = await aLearner();
  await aLearner();
  const { summary, states, streak, prompts } = await progress(actor, after(3));
  expect(summary).toMatchObject({
    answers: 3,
    retention: { attempts: 1, recalled: 0 },
    hardest: [{ questionId: "pods/phase", forgotten: 1 }],
  });
  expect(states).toMatchObject({ new: 0, learning: 2 });
  expect(streak.days).toBe(1);
  expect(prompts["pods/phase"]).toContain("phase");
});

test("a bank and a range of days narrow what is counted", async () => {
  const actor = await aLearner();
  expect((await progress(actor, after(3), { bank: "nodes" })).summary.answers).toBe(1);
  expect((await progress(actor, after(31), { range: "30d" })).summary.answers).toBe(1);
});

test("a bank that is not there is none", async () => {
  const { filter } = await progress(await aLearner(), after(3), { bank: "gone" });
  expect(filter.bank).toBeNull();
});

test("what is only for afterwards is not told before the first answer", async () => {
  const actor = await aGuest();
  expect((await viewQuestion(actor, "pods/phase", MONDAY)).afterwards).toBeNull();
  const api = await studyAs(actor);
  await api.answer(ticketFor("pods/phase"), {}, { now: MONDAY });
  expect((await viewQuestion(actor, "pods/phase", MONDAY)).afterwards).toMatchObject({
    others: null,
    sources: { docs: ["https://kubernetes.io/docs/concepts/"] },
  });
});
