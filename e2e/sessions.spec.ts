import AxeBuilder from "@axe-core/playwright";

import { expectNoSidewaysScroll, PHONE } from "./support/fits-everybody";
import { expect, openJourney, promptOf, test } from "./support/journey";
import { JOURNEY } from "./support/journey-bank";

import type { HistoryResponse } from "@/lib/domain/study/history-contract";

test("a learner chooses a session on today, and empty ones say why", async ({
  page,
  guest: _guest,
}) => {
  await page.goto("/today");
  const sessions = page.getByRole("region", { name: "Sessions" });
  await expect(sessions.getByText("Nothing missed today")).toBeVisible();
  await expect(sessions.getByRole("link", { name: /^Missed today/ })).toHaveCount(0);

  await sessions.getByRole("link", { name: /^New only/ }).focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/study\?mode=new$/);
  await expect(page.getByText("New only")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Check/ })).toBeVisible();
});

test("the long names of domains keep within a phone", async ({ page, guest: _guest }) => {
  await page.setViewportSize(PHONE);
  await page.goto("/today");
  await page.getByText("By domain", { exact: true }).click();
  await expect(
    page.getByRole("checkbox", { name: /Installation and Configuration/ }),
  ).toBeVisible();
  await expectNoSidewaysScroll(page);
});

test("banks are chosen one by one, and studied together", async ({ page, guest: _guest }) => {
  await page.goto("/today");
  await page.getByText("By bank", { exact: true }).click();
  await page.getByRole("checkbox", { name: /^Journey/ }).check();
  await page.getByRole("link", { name: "Study these" }).click();
  await expect(page).toHaveURL(new RegExp(`/study\\?bank=${JOURNEY}$`));
});

test("a drill asks again until it is right, and leaves every date as it was", async ({
  page,
  guest: _guest,
}) => {
  await openJourney(page);
  await page.keyboard.press("Escape");
  await page.keyboard.press("d");
  await expect(page.getByRole("heading", { name: "Here is the answer" })).toBeVisible();
  const answered = await questionIdOfLastAnswer(page);
  const before = await cardOf(page, answered);

  await page.goto(`/study?mode=missed&drill=1`);
  await expect(page.getByText("Drill: Missed today")).toBeVisible();
  await expect(page.getByText("Practice", { exact: true })).toBeVisible();
  await expect(promptOf(page)).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("d");
  await expect(page.getByText("Practice: the next date stays.")).toBeVisible();
  await expect(page.getByRole("group", { name: "How well did you know it?" })).toHaveCount(0);

  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: /^Check/ })).toBeVisible();
  expect(await cardOf(page, answered)).toEqual(before);
});

test("a wrong line can be tried again, as practice", async ({ page, guest: _guest }) => {
  await openJourney(page);
  await skipTo(page, "which word names the agent");
  await page.getByRole("textbox").fill("kubeadm");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Not right" })).toBeVisible();
  const date = await page.getByText(/Comes back/).innerText();

  await page.keyboard.press("t");
  await expect(page.getByRole("textbox")).toHaveValue("kubeadm");
  await page.getByRole("textbox").fill("kubelet");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Right", exact: true })).toBeVisible();
  await expect(page.getByText("Second try, as practice: your first answer counts.")).toBeVisible();
  await expect(page.getByText(date)).toBeVisible();

  await page.keyboard.press("z");
  await expect(page.getByRole("heading", { name: "Not right" })).toBeVisible();
});

test("ten minutes end kindly, with the question that was begun", async ({
  page,
  guest: _guest,
}) => {
  await page.goto(`/study?bank=${JOURNEY}&minutes=1`);
  await expect(promptOf(page)).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("d");
  await expect(page.getByRole("heading", { name: "Here is the answer" })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Well done: 1 minute" })).toBeVisible();
  await page.getByRole("button", { name: "Other sessions" }).click();
  await expect(page.getByRole("dialog").getByRole("link", { name: /^Missed today/ })).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});

type Page = Parameters<typeof openJourney>[0];

async function skipTo(page: Page, words: string): Promise<void> {
  while (!(await promptOf(page).innerText()).includes(words)) {
    const prompt = await promptOf(page).innerText();
    await page.keyboard.press("Escape");
    await page.keyboard.press("b");
    await expect(page.getByText(prompt)).toBeHidden();
    await expect(promptOf(page)).toBeVisible();
  }
}

async function questionIdOfLastAnswer(page: Page): Promise<string> {
  const response = await page.request.get("/api/v1/study/actions");
  const { entries } = (await response.json()) as { entries: { questionId: string }[] };
  return entries[0]?.questionId ?? "";
}

async function cardOf(page: Page, questionId: string) {
  const query = new URLSearchParams({ questionId });
  const response = await page.request.get(`/api/v1/study/history?${query.toString()}`);
  const { card } = (await response.json()) as HistoryResponse;
  return card && { ...card, recall: 0 };
}
