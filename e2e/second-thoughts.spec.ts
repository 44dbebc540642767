import { expect, openJourney, promptOf, test } from "./support/journey";

test("a learner changes the rating of an answer by key", async ({ page, guest: _guest }) => {
  await openJourney(page);
  await page.keyboard.press("Escape");
  await page.keyboard.press("d");
  await expect(page.getByRole("heading", { name: "Here is the answer" })).toBeFocused();
  await expect(page.getByRole("button", { name: /^Again/ })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  await expect(page.getByText("Comes back in 1 minute")).toBeVisible();

  await page.keyboard.press("4");
  await expect(page.getByRole("button", { name: /^Easy/ })).toHaveAttribute("aria-pressed", "true");
  await expect(page.getByText(/Comes back in \d+ days/)).toBeVisible();
});

test("an answer that is taken back is asked again", async ({ page, guest: _guest }) => {
  await openJourney(page);
  const prompt = await promptOf(page).innerText();
  await page.keyboard.press("Escape");
  await page.keyboard.press("d");
  await expect(page.getByRole("heading", { name: "Here is the answer" })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByText(prompt)).toBeHidden();

  await page.keyboard.press("Escape");
  await page.keyboard.press("z");
  await expect(page.getByText(prompt)).toBeVisible();
  await expect(page.getByRole("button", { name: "Check" })).toBeVisible();
  await expect(page.getByRole("progressbar")).toHaveAttribute("aria-valuetext", /^0 answered/);
});
