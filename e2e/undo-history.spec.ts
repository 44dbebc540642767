import AxeBuilder from "@axe-core/playwright";

import { expect, openJourney, promptOf, test } from "./support/journey";

type Page = Parameters<typeof openJourney>[0];

const dialog = (page: Page) => page.getByRole("dialog", { name: "Recent actions" });

async function giveUp(page: Page): Promise<string> {
  const prompt = await promptOf(page).innerText();
  await page.keyboard.press("Escape");
  await page.keyboard.press("d");
  await expect(page.getByRole("heading", { name: "Here is the answer" })).toBeVisible();
  return prompt;
}

test("what was done is listed, and taken back down to where one likes", async ({
  page,
  guest: _guest,
}) => {
  await openJourney(page);
  const first = await giveUp(page);
  await page.keyboard.press("4");
  await expect(page.getByRole("button", { name: /^Easy/ })).toHaveAttribute("aria-pressed", "true");
  await page.keyboard.press("l");
  await expect(page.getByText("Flagged.")).toBeVisible();

  await page.keyboard.press("u");
  const rows = dialog(page).getByRole("listitem");
  await expect(rows).toHaveCount(3);
  await expect(rows.nth(0)).toContainText("Flagged");
  await expect(rows.nth(1)).toContainText("Rating changed from Again to Easy");
  await expect(rows.nth(2)).toContainText("Answered: gave up");
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  await rows
    .nth(2)
    .getByRole("button", { name: /^Take back all down to here/ })
    .click();
  await expect(dialog(page).getByText("Taken back", { exact: true })).toHaveCount(3);
  await page.keyboard.press("Escape");
  await expect(page.getByText(first)).toBeVisible();
  await expect(page.getByRole("button", { name: /^Check/ })).toBeVisible();
});

test("what was done on one device is taken back on another", async ({
  page,
  context,
  guest: _guest,
}) => {
  await openJourney(page);
  const prompt = await giveUp(page);
  const other = await context.newPage();
  await other.goto("/study?bank=journey");
  await expect(promptOf(other)).toBeVisible();
  await other.keyboard.press("Escape");
  await other.keyboard.press("z");
  await expect(other.getByText("Answer taken back. Here is the question again.")).toBeVisible();
  await expect(other.getByText(prompt)).toBeVisible();
});

test("a question is set aside, suspended, started afresh and flagged, each by one key and back by another", async ({
  page,
  guest: _guest,
}) => {
  await openJourney(page);
  const prompt = await promptOf(page).innerText();
  for (const [key, says] of [
    ["b", "Set aside until tomorrow."],
    ["s", "Suspended: it is not asked until you resume it."],
  ] as const) {
    await page.keyboard.press("Escape");
    await page.keyboard.press(key);
    await expect(page.getByText(says)).toBeVisible();
    await expect(page.getByText(prompt)).toBeHidden();
    await page.keyboard.press("Escape");
    await page.keyboard.press("z");
    await expect(page.getByText(prompt)).toBeVisible();
  }

  await giveUp(page);
  await page.keyboard.press("x");
  const confirm = page.getByRole("dialog", { name: "Start afresh?" });
  await confirm.getByRole("button", { name: "Start afresh" }).click();
  await expect(page.getByText("Started afresh: the question is new to you again.")).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("z");
  await expect(page.getByText("Your memory of the question is back.")).toBeVisible();
});

test("the same is done from the menu and on the question's own page", async ({
  page,
  guest: _guest,
}) => {
  await openJourney(page);
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("button", { name: /^Suspend/ }).click();
  await expect(page.getByText("Suspended: it is not asked until you resume it.")).toBeVisible();

  await page.goto("/banks?mark=suspended");
  await page.getByRole("link", { name: /^Journey:/ }).click();
  await expect(page.getByText("Suspended: not asked until you resume it")).toBeVisible();
  await page.getByRole("button", { name: /^Resume/ }).click();
  await expect(page.getByText("Suspended: not asked until you resume it")).toBeHidden();
  await page.keyboard.press("l");
  await expect(page.getByText("Flagged", { exact: true })).toBeVisible();
  await page.keyboard.press("z");
  await expect(page.getByText("Flagged", { exact: true })).toBeHidden();
});
