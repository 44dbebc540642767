import { expect, test } from "./support/journey";
import { dateIn } from "./support/learner-days";
import { giveCards } from "./support/planned-cards";

test.beforeEach(({ guest: { userId } }) => giveCards(userId, [{ count: 25, dueInDays: 20 }]));

test("a learner adds a holiday, and reviews move off it", async ({ page }) => {
  await page.goto("/plan#days-off");
  await page.getByLabel("First day off").fill(dateIn(18));
  await page.getByLabel("Last day off").fill(dateIn(22));
  await page.getByRole("button", { name: "Add days off" }).click();
  await expect(page.getByText(/^Saved\. 25 reviews were moved\./)).toBeVisible();
  await expect(page.getByLabel("First day off")).toHaveValue("");
  await page.getByRole("button", { name: /^Remove / }).click();
  await expect(page.getByText(/^Saved\. /)).toBeVisible();
  await expect(page.getByText(/^None yet\./)).toBeVisible();
});

test("a day of the calendar is switched off and on by keyboard", async ({ page }) => {
  await page.goto("/plan#days-off");
  await page.getByRole("button", { name: "Next month" }).click();
  const day = page
    .getByRole("table", { name: /^Days off in / })
    .getByRole("button")
    .nth(9);
  await expect(day).toHaveAttribute("aria-pressed", "false");
  await day.focus();
  await page.keyboard.press("Enter");
  await expect(day).toHaveAttribute("aria-pressed", "true");
  await page.keyboard.press("Enter");
  await expect(day).toHaveAttribute("aria-pressed", "false");
});

test("a holiday that ends before it begins is refused at its field", async ({ page }) => {
  await page.goto("/plan#days-off");
  await page.getByLabel("First day off").fill(dateIn(9));
  await page.getByLabel("Last day off").fill(dateIn(5));
  await page.getByRole("button", { name: "Add days off" }).click();
  await expect(page.getByText("The last day off comes before the first.")).toBeVisible();
});
