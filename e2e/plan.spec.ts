import { expect, test } from "./support/journey";
import { dateIn } from "./support/learner-days";
import { giveCards } from "./support/planned-cards";

test.beforeEach(async ({ page, guest: { userId } }) => {
  await giveCards(userId, [
    { count: 40, dueInDays: 3 },
    { count: 30, dueInDays: 90 },
  ]);
  await page.goto("/settings");
  await page.getByLabel("Exam", { exact: true }).selectOption("cka");
  await page.getByLabel("Exam date").fill(dateIn(40));
  await page.getByRole("button", { name: "Save" }).first().click();
  await expect(page.getByText(/^Saved\./)).toBeVisible();
});

test("a learner sets an exam date and is told how many reviews came before its eve", async ({
  page,
}) => {
  await expect(page.getByText(/^Saved\. \d+ reviews were moved\./)).toBeVisible();
  await page.goto("/plan");
  await expect(page.getByText(/^(39|40) days left$/)).toBeVisible();
  await expect(page.getByRole("figure", { name: "The last fortnight" })).toBeVisible();
});

test("a learner walks along the curve by keyboard and uses the plan they stop at", async ({
  page,
}) => {
  await page.goto("/plan");
  const slider = page.getByRole("slider", { name: "Minutes a day" });
  await slider.focus();
  await page.keyboard.press("Home");
  await expect(slider).toHaveAttribute("aria-valuetext", /^0 minutes a day/);
  for (let step = 0; step < 6; step++) await page.keyboard.press("ArrowRight");
  await expect(slider).toHaveAttribute("aria-valuetext", /^30 minutes a day: readiness \d+/);
  const value = page.getByText("New questions a day").locator("..").getByRole("definition");
  const newPerDay = (await value.textContent()) ?? "";
  await page.getByRole("button", { name: "Use this plan" }).click();
  await expect(page.getByText(`Your days hold ${newPerDay} new questions and up to`)).toBeVisible();
  await page.goto("/settings");
  await expect(page.getByLabel("New questions a day")).toHaveValue(newPerDay);
});

test("somebody who was away sees the forecast first, then spreads what waits", async ({
  page,
  guest: { userId },
}) => {
  await giveCards(userId, [{ count: 150, dueInDays: -3 }]);
  await page.goto("/today");
  await page.getByRole("link", { name: "Spread them" }).click();
  await expect(page.getByRole("heading", { name: "Catch up" })).toBeVisible();
  await page.getByRole("radio", { name: /^5 days/ }).check();
  await page.getByRole("button", { name: "What your days will hold: show as a table" }).click();
  await expect(page.getByRole("table", { name: "What your days will hold" })).toBeVisible();
  await page.getByRole("button", { name: "Spread over 5 days" }).click();
  await expect(page).toHaveURL(/\/today$/);
  await expect(page.getByText(/reviews waiting/)).toBeHidden();
});
