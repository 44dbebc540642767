import { expect, test } from "./support/journey";

test("a learner reads what the questions cover, and finds the statements that are avoided", async ({
  page,
  guest: _guest,
}) => {
  await page.goto("/banks");
  await page.getByRole("link", { name: "What is covered" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Coverage" })).toBeVisible();
  await expect(page.getByRole("row", { name: /^kubectl / })).toBeVisible();

  await page.getByLabel("Stance").selectOption("avoided");
  await expect(page).toHaveURL(/stance=avoided/);
  await expect(page.getByText("4 of 187 statements")).toBeVisible();
  await expect(page.getByRole("row", { name: /^E2-06 / })).toContainText("A slip of spelling");
});

test("a long table scrolls by keyboard within its own region", async ({ page, guest: _guest }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto("/banks/coverage");
  const region = page.getByRole("region", { name: "Questions by bank and kind" });
  await region.focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => region.evaluate((node) => node.scrollLeft)).toBeGreaterThan(0);
  await expect(region.getByRole("rowheader", { name: "kubectl" })).toBeInViewport();
});
