import type { Page } from "@playwright/test";

import type { AnswerRequest } from "@/lib/domain/study/answer-contract";
import type { HistoryResponse } from "@/lib/domain/study/history-contract";

import { expect, openJourney, promptOf, test } from "./support/journey";

test.use({ expectedErrors: [/Failed to load resource/] });

const ANSWERS = "**/api/v1/study/answers";

async function reviewsOf(page: Page, questionId: string) {
  const query = new URLSearchParams({ questionId });
  const response = await page.request.get(`/api/v1/study/history?${query.toString()}`);
  return ((await response.json()) as HistoryResponse).reviews;
}

async function giveUp(page: Page) {
  await page.keyboard.press("Escape");
  await page.keyboard.press("d");
}

test("an answer given without a connection is sent when it is back, and counts once", async ({
  page,
  context,
  guest: _guest,
}) => {
  await openJourney(page);
  const sent: AnswerRequest[] = [];
  page.on("request", (request) => {
    if (request.url().endsWith("/study/answers")) {
      sent.push(request.postDataJSON() as AnswerRequest);
    }
  });
  await context.setOffline(true);
  const failed = page.waitForEvent("requestfailed", (request) =>
    request.url().endsWith("/study/answers"),
  );
  await giveUp(page);
  await expect(page.getByText("No connection.")).toBeVisible();
  // The banner may come before the answer is sent: what is tested is that it is sent again.
  await failed;
  await context.setOffline(false);
  await expect(page.getByRole("heading", { name: "Here is the answer" })).toBeVisible();
  await expect(page.getByText("No connection.")).toBeHidden();
  expect(sent.length).toBeGreaterThan(1);
  expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
  const [first] = sent as [AnswerRequest];
  expect(await reviewsOf(page, first.ticket.questionId)).toHaveLength(1);
});

test("an answer whose verdict was lost on the way is sent again, and counts once", async ({
  page,
  guest: _guest,
}) => {
  await openJourney(page);
  let lost: AnswerRequest | null = null;
  await page.route(ANSWERS, async (route) => {
    if (lost) return route.fallback();
    lost = route.request().postDataJSON() as AnswerRequest;
    await route.fetch();
    return route.abort("connectionreset");
  });
  await giveUp(page);
  await expect(page.getByRole("heading", { name: "Here is the answer" })).toBeVisible();
  const { ticket } = lost as unknown as AnswerRequest;
  expect(await reviewsOf(page, ticket.questionId)).toHaveLength(1);
});

test("a learner goes on without the verdict, and closing the tab loses nothing", async ({
  page,
  context,
  guest: _guest,
}) => {
  await openJourney(page);
  const prompt = await promptOf(page).innerText();
  let questionId = "";
  await page.route(ANSWERS, async (route) => {
    questionId = (route.request().postDataJSON() as AnswerRequest).ticket.questionId;
    await route.abort("internetdisconnected");
  });
  await giveUp(page);
  await expect(page.getByRole("heading", { name: /^Kept on this device/ })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByText(prompt)).toBeHidden();
  await expect(promptOf(page)).toBeVisible();
  await page.close();

  const later = await context.newPage();
  await later.goto("/study");
  await expect(later.getByText("1 answer from before was sent and graded")).toBeVisible();
  expect(await reviewsOf(later, questionId)).toHaveLength(1);
});
