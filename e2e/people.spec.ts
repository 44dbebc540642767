import { expect, test } from "./support/journey";
import { aPerson, browserOf, signIn } from "./support/people";

test("an admin makes somebody an instructor, and shuts and opens their account", async ({
  page,
  browser,
}) => {
  const name = `Pat ${Date.now()}`;
  const person = await aPerson({ name });
  await signIn(page.context().request, await aPerson({ name: "Adi Admin", role: "admin" }));
  const { page: personPage, context } = await browserOf(browser, person);

  await page.goto("/admin");
  await page.getByLabel("Name or email").fill(name);
  await page.getByRole("button", { name: "Find" }).click();
  await page.getByLabel(`Role of ${name}`).selectOption("instructor");
  await page.getByRole("button", { name: `Change the role of ${name}` }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Change the role" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await personPage.goto("/classes/new");
  await expect(personPage.getByRole("heading", { level: 1, name: "New class" })).toBeVisible();

  await page.getByRole("button", { name: `Disable ${name}` }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Disable", exact: true }).click();
  await expect(page.getByText("Disabled", { exact: true }).last()).toBeVisible();
  await personPage.goto("/classes");
  await expect(personPage).toHaveURL("/sign-in?next=%2Fclasses");
  await page.getByRole("button", { name: `Enable ${name}` }).click();
  await expect(page.getByRole("button", { name: `Disable ${name}` })).toBeVisible();
  await context.close();
});
