/** A student with an open quiz gets no key of it, and meets its questions nowhere else. */
import type { Page } from "@playwright/test";

import type { AttemptView } from "@/lib/domain/quizzes/attempt-contract";
import { CANARY, CANARY_NUMBERS, canaryQuestions } from "@/tests/helpers/canary-questions";

import { test } from "./support/journey";
import { LeakSearch } from "./support/leak-search";
import { plantBank } from "./support/planted-bank";
import { plantQuiz } from "./support/planted-quiz";
import { begin, expect } from "./support/quiz-steps";

const BANK = "canaries";
const QUESTIONS = canaryQuestions();
const IDS = QUESTIONS.map(({ id }) => id);

/** Until the server knows them. */
async function plantCanaries(page: Page): Promise<void> {
  await plantBank({ id: BANK, title: "Canaries", questions: QUESTIONS });
  await expect
    .poll(async () => (await page.request.get(`/banks/${IDS[0] ?? ""}`)).text())
    .toContain(QUESTIONS[0]?.prompt);
}

test.use({ expectedErrors: [/404|Failed to load resource/] });
test.describe.configure({ timeout: 180_000 });

test("no key of an open quiz reaches the browser that takes it", async ({ page, guest }) => {
  await plantCanaries(page);
  const quiz = await plantQuiz(guest.userId, IDS, {
    feedback: { score: "at-submit", answers: "at-submit" },
  });
  const found = new LeakSearch([CANARY, ...CANARY_NUMBERS]);
  found.listen(page);

  const id = await begin(page, quiz);
  await expect(page.getByText(`Question 1 of ${IDS.length}`)).toBeVisible();
  const read = async (path: string, headers: Record<string, string> = {}) => {
    const text = await (await page.request.get(path, { headers })).text();
    found.search(`${path} ${JSON.stringify(headers)}`, text);
    return text;
  };
  const view = JSON.parse(await read(`/api/v1/attempts/${id}`)) as AttemptView;
  expect(view.questions.map(({ question }) => question.id).toSorted()).toEqual(IDS.toSorted());
  await read(`/api/v1/attempts/${id}/status`);
  await read(`/attempts/${id}`);
  await read(`/attempts/${id}?_rsc=1`, { rsc: "1" });
  await read(`/classes/${quiz.classId}/assignments/${quiz.assignmentId}`);
  for (const { position, question } of view.questions) {
    const data = { revision: 0, answer: { kind: question.kind, gaveUp: true }, flagged: true };
    const reply = await page.request.patch(`/api/v1/attempts/${id}/answers/${position}`, { data });
    found.search(`saving ${question.id}`, await reply.text());
  }
  await found.searchClientFiles();

  await test.step("nor after handing in, before solutions are shown", async () => {
    const submitted = await page.request.post(`/api/v1/attempts/${id}/submit`);
    found.search("handing in", await submitted.text());
    await page.goto(`/attempts/${id}`);
    await expect(page.getByText(`0 of ${IDS.length} points`)).toBeVisible();
    await read(`/attempts/${id}?_rsc=1`, { rsc: "1" });
  });
  expect(found.size).toBeGreaterThan(100_000);
  expect(found.leaks).toEqual([]);
});

test("the questions of an open quiz are nowhere else to be found", async ({ page, guest }) => {
  await plantCanaries(page);
  await plantQuiz(guest.userId, IDS);

  const found = new LeakSearch([...QUESTIONS.map(({ prompt }) => prompt), CANARY, ...IDS]);
  const paths = [
    "/today",
    "/study",
    `/study?bank=${BANK}`,
    "/banks",
    `/banks/${BANK}`,
    "/banks?text=namespace",
    "/kubectl",
    "/progress",
    "/",
  ];
  for (const path of paths) {
    for (const headers of [{}, { rsc: "1" }]) {
      const response = await page.request.get(path, { headers });
      found.search(`${path} ${JSON.stringify(headers)}`, await response.text());
    }
  }
  for (const questionId of IDS) {
    const response = await page.request.get(`/banks/${questionId}`);
    // The address itself is said again by the page that says there is nothing here.
    found.search(questionId, (await response.text()).replaceAll(questionId, ""));
    const history = await page.request.get(`/api/v1/study/history?questionId=${questionId}`);
    expect(history.status()).toBe(404);
    found.search(`history of ${questionId}`, await history.text());
  }
  for (const data of [{ limit: 50 }, { limit: 50, banks: [BANK] }]) {
    const queue = await page.request.post("/api/v1/study/queue", { data });
    found.search("the queue", await queue.text());
  }
  expect(found.leaks).toEqual([]);
});
