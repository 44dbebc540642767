import AxeBuilder from "@axe-core/playwright";

import { expect, test } from "./support/journey";
import { anInstructor } from "./support/staff";

test("a quiz is built, reordered by keyboard, saved, previewed and printed", async ({
  browser,
  page: _page,
}) => {
  test.slow();
  const { instructorPage: page, done } = await anInstructor(browser);
  await page.goto("/quizzes");
  await page.getByLabel("Title of a new quiz").fill("Journey quiz");
  await page.getByRole("button", { name: "Build a quiz" }).click();
  await expect(page.getByRole("region", { name: "Section 1" })).toBeVisible();

  await page.getByRole("button", { name: "Add questions" }).click();
  const picker = page.getByRole("dialog", { name: "Add questions" });
  await picker.getByLabel("Words in the question").fill("Journey:");
  await picker.getByRole("checkbox", { name: /which word names the agent/ }).check();
  await picker.getByRole("checkbox", { name: /on which port/ }).check();
  await picker.getByRole("button", { name: "Add 2 questions" }).click();
  const items = page.getByRole("region", { name: "Section 1" }).getByRole("listitem");
  await expect(items).toHaveCount(2);
  const second = (await items.nth(1).textContent()) ?? "";
  await page.getByRole("button", { name: "Move item 2 of section 1 up" }).focus();
  await page.keyboard.press("Enter");
  await expect(items.nth(0)).toHaveText(second);

  await page.getByRole("button", { name: "Add a pool" }).click();
  await page.getByLabel("Draw").fill("2");
  await page.getByLabel("Bank of the pool").selectOption({ label: "Journey" });
  await expect(page.getByText("4 questions, 4 points.")).toBeVisible();
  await expect(page.getByText(/of 10 questions/)).toBeVisible();
  await page.keyboard.press("Control+s");
  await expect(page.getByText("Saved as version 2.")).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`)).toEqual([]);
  await page.screenshot({ path: "test-results/builder.png", fullPage: true });

  await page.getByRole("link", { name: "Preview" }).click();
  await expect(page.getByText("Question 1 of 4")).toBeVisible();
  await page.getByRole("button", { name: "Hand in" }).click();
  await page.getByRole("button", { name: "End the preview" }).click();
  await expect(page.getByRole("heading", { name: /the preview judged/ })).toBeVisible();

  await page.goto(page.url().replace(/preview$/, "print?version=B&key=1"));
  await expect(page.getByRole("heading", { name: "Journey quiz, version B: key" })).toBeVisible();
  await expect(page.getByText("This is explained here.").first()).toBeVisible();
  await done();
});
