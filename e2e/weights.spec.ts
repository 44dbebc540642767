import { expect, test } from "./support/journey";
import { FORGETFUL, liveThrough } from "./support/year-of-study";

test("weights are fitted to somebody who forgets fast, put in force, and reverted", async ({
  page,
  guest: { userId },
}) => {
  test.slow();
  const { reviews } = await liveThrough(userId, 150, { trueWeights: FORGETFUL });
  expect(reviews).toBeGreaterThan(400);
  await page.goto("/settings");
  await page.getByRole("button", { name: "Fit now" }).click();
  await expect(page.getByText(/^The new weights foretell your newest answers better/)).toBeVisible({
    timeout: 60_000,
  });
  const fits = page.getByRole("table", { name: "Fits" });
  await expect(fits.getByText("in force", { exact: false })).toBeVisible();
  await expect(fits.getByText(new RegExp(`^${reviews} answers, \\d+ held out$`))).toBeVisible();

  await page.setViewportSize({ width: 360, height: 740 });
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width, "the page is as wide as the phone").toBe(360);
  await fits.getByRole("button", { name: "Revert" }).click();
  await expect(fits.getByText("reverted")).toBeVisible({ timeout: 30_000 });
  await expect(fits.getByRole("button", { name: "Revert" })).toBeHidden();
});

test("fewer than 400 answers are not fitted, and the learner is told how many there are", async ({
  page,
  guest: _guest,
}) => {
  await page.goto("/settings");
  await expect(page.getByText(/^From 400 answers on .* You have 0\.$/)).toBeVisible();
  await expect(page.getByRole("button", { name: "Fit now" })).toBeDisabled();
});

test("what wanted recall costs a day is simulated when it is asked for", async ({
  page,
  guest: { userId },
}) => {
  await liveThrough(userId, 60);
  await page.goto("/settings");
  await page.getByRole("button", { name: "Show what wanted recall costs a day" }).click();
  const chart = page.getByRole("figure", { name: "What wanted recall costs" });
  await expect(chart).toBeVisible({ timeout: 30_000 });
  await chart.getByRole("button", { name: /show as a table$/ }).click();
  const table = page.getByRole("table", { name: "What wanted recall costs" });
  const perDay = await table
    .getByRole("row")
    .filter({ hasText: "% wanted" })
    .getByRole("cell")
    .allTextContents();
  const numbers = perDay.map((text) => Number(text.replace(",", "")));
  expect(numbers.length).toBe(11);
  expect(numbers.at(-1)).toBeGreaterThan(numbers[0] ?? 0);
});
