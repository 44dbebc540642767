import { expect, test } from "./support/journey";
import { dateIn } from "./support/learner-days";

test("a learner chooses an exam and its date, and today counts down to it", async ({
  page,
  guest: _guest,
}) => {
  await page.goto("/settings");
  await page.getByLabel("Exam", { exact: true }).selectOption("cka");
  await page.getByLabel("Exam date").fill(dateIn(30));
  await page.getByRole("button", { name: "Save" }).first().click();
  await expect(page.getByText("Saved.")).toBeVisible();

  await page.getByRole("link", { name: "Today" }).first().click();
  await expect(page.getByText(/^(29|30) days$/)).toBeVisible();
});

test("a setting out of range is refused at its field, and what was typed stays", async ({
  page,
  guest: _guest,
}) => {
  await page.goto("/settings");
  const field = page.getByLabel("New questions a day");
  await field.fill("-1");
  await page.getByRole("button", { name: "Save" }).first().click();
  await expect(page.getByText("Enter a whole number from 0 to 999.")).toBeVisible();
  await expect(field).toBeFocused();
  await expect(field).toHaveValue("-1");
});

test("settings that are saved before the page's scripts have run are saved too", async ({
  page,
  guest: _guest,
}) => {
  await page.route(/_next\/static\/.*\.js/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 4_000));
    await route.continue();
  });
  await page.goto("/settings", { waitUntil: "commit" });
  await page.getByLabel("New questions a day").fill("7");
  await page.getByRole("button", { name: "Save" }).first().click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await expect(page.getByLabel("New questions a day")).toHaveValue("7");
});
