import { randomUUID } from "node:crypto";

import { expect, openJourney, promptOf, test } from "./support/journey";

test("a guest who signs up keeps their reviews, on other devices too", async ({
  page,
  browser,
  guest: _guest,
  baseURL,
}) => {
  const email = `${randomUUID()}@example.org`;
  const password = "carriage wednesday lantern";
  await openJourney(page);
  await expect(promptOf(page)).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("d");
  await expect(page.getByRole("heading", { name: "Here is the answer" })).toBeVisible();

  await page.goto("/today");
  await page.getByRole("link", { name: "Sign up to keep your progress" }).click();
  await page.getByLabel("Name").fill("Kim");
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign up" }).click();
  await expect(page.getByRole("heading", { name: "Today" })).toBeVisible();
  await expect(page.getByText("1 answered today")).toBeVisible();
  await expect(page.getByText("You are studying as a guest.")).toBeHidden();

  const elsewhere = await browser.newContext({ ...(baseURL ? { baseURL } : {}) });
  const other = await elsewhere.newPage();
  await other.goto("/sign-in");
  await other.getByLabel("Email").fill(email);
  await other.getByLabel("Password").fill(password);
  await other.getByRole("button", { name: "Sign in" }).click();
  await expect(other.getByText("1 answered today")).toBeVisible();
  await elsewhere.close();
});

test("signing up says at each field what is wrong with it", async ({ page }) => {
  await page.goto("/sign-up");
  await page.getByLabel("Email").fill("nobody");
  await page.getByLabel("Password").fill("short");
  await page.getByRole("button", { name: "Sign up" }).click();
  await expect(page.getByLabel("Name")).toBeFocused();
  await expect(page.getByText("Enter the name others will see.")).toBeVisible();
  await expect(page.getByText("Enter an email address")).toBeVisible();
  await expect(page.getByText("Use at least 8 characters.")).toBeVisible();
  await expect(page.getByLabel("Email")).toHaveValue("nobody");
});
