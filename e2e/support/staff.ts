import { randomUUID } from "node:crypto";
import type { Browser, Page } from "@playwright/test";
import pg from "pg";

/** Another browser, in which somebody has signed up and was made an instructor. */
export async function anInstructor(
  browser: Browser,
): Promise<{ instructorPage: Page; done: () => Promise<void> }> {
  const baseURL = process.env["RECONCILE_BASE_URL"];
  const context = await browser.newContext(baseURL ? { baseURL } : {});
  const instructorPage = await context.newPage();
  const email = `${randomUUID()}@example.org`;
  await instructorPage.goto("/sign-up");
  await instructorPage.getByLabel("Name").fill("Ina Instructor");
  await instructorPage.getByLabel("Email").fill(email);
  await instructorPage.getByLabel("Password").fill("correct horse battery 7");
  await instructorPage.getByRole("button", { name: "Sign up" }).click();
  await instructorPage.waitForURL("**/today");
  await giveRole(email, "instructor");
  return { instructorPage, done: () => context.close() };
}

/** Acts at the person's next request. */
async function giveRole(email: string, role: "instructor"): Promise<void> {
  const client = new pg.Client({ connectionString: process.env["DATABASE_URL"] });
  await client.connect();
  try {
    await client.query(`update "User" set role = $1::"Role" where email = $2`, [role, email]);
  } finally {
    await client.end();
  }
}

/** The report with these words, on the page of whoever handles reports. */
export const reportWith = (page: Page, text: string) =>
  page.getByRole("main").getByRole("listitem").filter({ hasText: text });
