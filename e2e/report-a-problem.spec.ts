import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";

import { expect, openJourney, test } from "./support/journey";
import { anInstructor, reportWith } from "./support/staff";

/** Words that no other journey reports. */
const someWords = () => `Which node is meant? ${randomUUID()}`;

/** By keyboard alone, from wherever the question is on screen. */
async function reportByKeyboard(page: Page, words: string) {
  const sent = page.waitForResponse((response) => response.url().endsWith("/api/v1/reports"));
  await page.keyboard.press("Escape");
  await page.keyboard.press("r");
  const dialog = page.getByRole("dialog", { name: "Report a problem" });
  await expect(dialog).toBeVisible();
  await dialog.getByLabel("What is the problem?").focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Tab");
  await page.keyboard.type(words);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Thank you. Your report is on its way.")).toBeVisible();
  expect((await sent).status()).toBe(200);
}

test("a report made after the verdict is answered by an instructor, and its reporter reads the answer", async ({
  page,
  browser,
  guest: _guest,
}) => {
  const words = someWords();
  await openJourney(page);
  await page.keyboard.press("Escape");
  await page.keyboard.press("d");
  await expect(page.getByRole("heading", { name: "Here is the answer" })).toBeVisible();
  await reportByKeyboard(page, words);

  await page.goto("/settings");
  const own = page.getByRole("listitem").filter({ hasText: words });
  await expect(own.getByText("Open", { exact: true })).toBeVisible();

  const { instructorPage, done } = await anInstructor(browser);
  await instructorPage.goto("/today");
  await instructorPage.goto("/reports");
  const report = reportWith(instructorPage, words);
  await report.getByText("The question as it was shown, with its key").click();
  await expect(report.getByText("Reported after the answer.")).toBeVisible();
  await expect(report.getByText("This is explained here.")).toBeVisible();
  await report.getByLabel("What became of it").fill("It names the node now.");
  await report.getByRole("button", { name: "Close report" }).click();
  await expect(reportWith(instructorPage, words)).toHaveCount(0);
  await instructorPage.getByRole("link", { name: /^Closed/ }).click();
  await expect(reportWith(instructorPage, words)).toContainText("It names the node now.");
  await done();

  await page.reload();
  await expect(own.getByText("Answered", { exact: true })).toBeVisible();
  await expect(own).toContainText("It names the node now.");
});

test("a report made before the answer keeps what was typed", async ({
  page,
  browser,
  guest: _guest,
}) => {
  const words = someWords();
  await page.goto("/banks/journey/of-kind-short");
  await page.getByRole("button", { name: "Report a problem" }).click();
  await page.getByLabel("What should we know?").fill(words);
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByRole("heading", { name: "What you reported" })).toBeVisible();
  await expect(page.getByText(words)).toBeVisible();

  const { instructorPage, done } = await anInstructor(browser);
  await instructorPage.goto("/reports?question=journey/of-kind-short");
  const report = reportWith(instructorPage, words);
  await report.getByText("The question as it was shown, with its key").click();
  await expect(report.getByText("Reported before anything was answered.")).toBeVisible();
  await done();
});

test.describe("when the server refuses", () => {
  test.use({ expectedErrors: [/status of 400/] });

  test("a report comes back with everything that was written", async ({ page, guest: _guest }) => {
    const words = someWords();
    await page.route("**/api/v1/reports", (route) =>
      route.fulfill({
        status: 400,
        json: { error: { code: "invalid", message: "Not this time." } },
      }),
    );
    await page.goto("/banks/journey/of-kind-short");
    await page.getByRole("button", { name: "Report a problem" }).click();
    await page.getByLabel("What should we know?").fill(words);
    await page.getByRole("button", { name: "Send" }).click();
    await expect(page.getByText("Your report was not taken: Not this time.")).toBeVisible();
    await expect(page.getByLabel("What should we know?")).toHaveValue(words);
  });
});

test.describe("to a learner", () => {
  test.use({ expectedErrors: [/404/] });

  test("there is no page of reports", async ({ page, guest: _guest }) => {
    const response = await page.goto("/reports");
    expect(response?.status()).toBe(404);
  });
});
