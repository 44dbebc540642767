import AxeBuilder from "@axe-core/playwright";
import { v7 as uuidV7 } from "uuid";

import type { AnswerResponse } from "@/lib/domain/study/answer-contract";

import { expect, openJourney, setTime, test } from "./support/journey";
import { JOURNEY } from "./support/journey-bank";

const QUESTION = `${JOURNEY}/of-kind-short`;
const DAY_MS = 86_400_000;
const START = Date.UTC(2026, 2, 2, 12);

type Page = Parameters<typeof openJourney>[0];

/** Answers wrong, and says it was known well enough or not. */
async function answer(page: Page, at: Date, occurrence: number, rating: number) {
  const headers = { "x-test-now": at.toISOString() };
  const ticket = { questionId: QUESTION, version: 1, occurrence };
  const data = {
    id: uuidV7(),
    ticket,
    answer: { kind: "short", text: "kubeadm" },
    durationMs: 4_000,
  };
  const response = await page.request.post("/api/v1/study/answers", { data, headers });
  const { review, lesson } = (await response.json()) as AnswerResponse;
  await page.request.patch(`/api/v1/study/answers/${review.id}`, { data: { rating }, headers });
  return lesson;
}

test("a question that is forgotten a fourth time becomes a lesson, and is asked again", async ({
  page,
  context,
  guest: _guest,
}) => {
  await setTime(context, new Date(START));
  await openJourney(page);
  await answer(page, new Date(START), 0, 4);
  const lessons: boolean[] = [];
  for (let lapse = 1; lapse <= 4; lapse++) {
    const at = START + lapse * 20 * DAY_MS;
    lessons.push(await answer(page, new Date(at), lapse * 2 - 1, 1));
    await answer(page, new Date(at + 20 * 60_000), lapse * 2, 3);
  }
  expect(lessons).toEqual([false, false, false, true]);

  await setTime(context, new Date(START + 200 * DAY_MS));
  await page.goto(`/study?bank=${JOURNEY}&mode=due`);
  await expect(page.getByRole("heading", { name: "A lesson" })).toBeFocused();
  await expect(page.getByText("You have forgotten this 4 times.")).toBeVisible();
  const mistakes = page
    .getByRole("list", { name: "Your answers, and the right ones" })
    .locator("> li");
  await expect(mistakes).toHaveCount(4);
  await expect(mistakes.first()).toContainText("kubeadm");
  await expect(mistakes.first()).toContainText("kubelet");
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations).toEqual([]);

  await page.keyboard.press("Enter");
  await expect(page.getByText("Practice", { exact: true })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("d");
  await expect(page.getByText(/^Practice: the next date stays/)).toBeVisible();

  await page.goto(`/study?bank=${JOURNEY}&mode=due`);
  await expect(page.getByText(/^Journey: which word names the agent/)).toBeVisible();
  await expect(page.getByRole("heading", { name: "A lesson" })).toHaveCount(0);

  await page.goto("/banks?mark=leech");
  await expect(page.getByRole("link", { name: /^Journey: which word/ })).toBeVisible();
});
