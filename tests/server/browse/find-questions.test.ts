import { beforeAll, expect, test } from "vitest";

import type { Actor } from "@/lib/domain/access/actor";
import type { QuestionFilter } from "@/lib/domain/questions/question-filter";
import { findQuestions } from "@/lib/server/services/find-questions";
import { listBanks } from "@/lib/server/services/list-banks";
import { viewBank } from "@/lib/server/services/view-bank";
import { viewQuestion } from "@/lib/server/services/view-question";
import { aGuest } from "@/tests/helpers/people";
import { RIGHT, studyAs, ticketFor, WRONG } from "@/tests/helpers/study-api";
import {
  aKubectlQuestion,
  anOpenQuestion,
  aShortQuestion,
  loadQuestions,
} from "@/tests/helpers/study-content";

const NOW = new Date("2026-03-02T12:00:00Z");
const ANY: QuestionFilter = {
  text: null,
  bank: null,
  exam: null,
  domain: null,
  kind: null,
  difficulty: null,
  mark: null,
};

beforeAll(() =>
  loadQuestions([
    aShortQuestion("pods/phase"),
    aShortQuestion("pods/storage", { competencies: ["cka/storage/volumes"] }),
    anOpenQuestion("control/scheduler"),
    aKubectlQuestion("control/get-pods", "kubectl get pods"),
  ]),
);

const find = async (filter: Partial<QuestionFilter>, actor?: Actor) => {
  const found = await findQuestions(actor ?? (await aGuest()), { ...ANY, ...filter }, 1, NOW);
  return found.questions.map(({ id }) => id).sort();
};

test.each<{ filter: Partial<QuestionFilter>; ids: string[] }>([
  { filter: { bank: "pods" }, ids: ["pods/phase", "pods/storage"] },
  { filter: { kind: "kubectl" }, ids: ["control/get-pods"] },
  { filter: { domain: "cka/storage" }, ids: ["pods/storage"] },
  { filter: { exam: "ckad" }, ids: [] },
  { filter: { text: "SCHEDULER down" }, ids: ["control/scheduler"] },
  { filter: { bank: "pods", difficulty: "hard" }, ids: [] },
])("$filter finds $ids", async ({ filter, ids }) => {
  expect(await find(filter)).toEqual(ids);
});

test("a question cannot be found by its answer", async () => {
  expect(await find({ text: "Pending" })).toEqual([]);
  expect(await find({ text: "kubectl get pods" })).toEqual([]);
});

test("a page beyond the last is the last", async () => {
  const found = await findQuestions(await aGuest(), ANY, 99, NOW);
  expect([found.page, found.pages, found.total]).toEqual([1, 1, 4]);
});

test("what is listed of a question holds nothing of its answer", async () => {
  const actor = await aGuest();
  const listed = await findQuestions(actor, ANY, 1, NOW);
  const { question } = await viewQuestion(actor, "pods/phase", NOW);
  expect(JSON.stringify([listed, question])).not.toMatch(/Pending|Explanation of/);
});

test("a learner sees their own last verdict and memory, and nobody else's", async () => {
  const [actor, other] = await Promise.all([aGuest(), aGuest()]);
  const api = await studyAs(actor);
  await api.answer(ticketFor("pods/phase"), { answer: WRONG }, { now: NOW });
  const of = async (person: Actor) => {
    const { questions } = await findQuestions(person, { ...ANY, bank: "pods" }, 1, NOW);
    return questions.find(({ id }) => id === "pods/phase")?.memory;
  };
  expect(await of(actor)).toMatchObject({ lastOutcome: "wrong", recall: 1, state: "learning" });
  expect(await of(other)).toBeNull();
});

test("practice leaves the last verdict as it is", async () => {
  const actor = await aGuest();
  const api = await studyAs(actor);
  await api.answer(ticketFor("pods/phase"), { answer: WRONG }, { now: NOW });
  const later = new Date(NOW.getTime() + 60_000);
  const drill = { answer: RIGHT, purpose: "drill" };
  await api.answer(ticketFor("pods/phase", { occurrence: 100_000 }), drill, { now: later });
  const { questions } = await findQuestions(actor, { ...ANY, bank: "pods" }, 1, later);
  expect(questions.find(({ id }) => id === "pods/phase")?.memory?.lastOutcome).toBe("wrong");
});

test("a bank tells how much of it was seen and is due", async () => {
  const actor = await aGuest();
  const api = await studyAs(actor);
  await api.answer(ticketFor("pods/phase"), { answer: WRONG }, { now: NOW });
  const later = new Date(NOW.getTime() + 3_600_000);
  expect(await viewBank(actor, "pods", later)).toMatchObject({ questions: 2, seen: 1, due: 1 });
  expect((await listBanks(actor, later)).map(({ id }) => id)).toEqual(["pods", "control"]);
});

test.each(["none", "pods/none"])("there is no %s", async (id) => {
  const actor = await aGuest();
  const view = id.includes("/") ? viewQuestion(actor, id, NOW) : viewBank(actor, id, NOW);
  await expect(view).rejects.toMatchObject({ code: "not-found" });
});
