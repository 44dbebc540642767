import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";

import { expect, test } from "./support/journey";
import { aPerson, browserOf, signIn } from "./support/people";

async function openClass(page: Page, name: string): Promise<string> {
  await page.goto("/classes");
  await page.getByRole("link", { name: "New class" }).click();
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("Description").fill("Mondays at ten.");
  await page.getByLabel("Time zone").selectOption("Europe/Berlin");
  await page.getByRole("button", { name: "Open the class" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  return new URL(page.url()).pathname;
}

const codeOn = async (page: Page) =>
  (await page.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/).textContent()) ?? "";

const linkOn = async (page: Page) => (await page.getByText(/^http.*\/join\//).textContent()) ?? "";

async function confirm(page: Page, opener: string, button: string) {
  await page.getByRole("button", { name: opener }).click();
  await page.getByRole("dialog").last().getByRole("button", { name: button, exact: true }).click();
}

test("a class from its opening to a student's removal", async ({ page, browser }) => {
  test.slow();
  const instructor = await aPerson({ name: "Ina Instructor", role: "instructor" });
  const student = await aPerson({ name: "Sami Student" });
  await signIn(page.context().request, instructor);
  const path = await openClass(page, "Kubernetes 101");
  const code = await codeOn(page);

  const { page: studentPage, context } = await browserOf(browser, student);
  await studentPage.goto("/classes");
  await studentPage.getByLabel("Code").fill(code.toLowerCase().replace("-", " "));
  await studentPage.getByRole("button", { name: "Join", exact: true }).click();
  await expect(
    studentPage.getByRole("heading", { level: 1, name: "Kubernetes 101" }),
  ).toBeVisible();
  await expect(studentPage.getByText("Ina Instructor")).toBeVisible();
  await expect(studentPage.getByRole("link", { name: "Roster" })).toHaveCount(0);

  const expected = `${randomUUID()}@example.org`;
  await page.getByRole("link", { name: "Import a list" }).click();
  await page
    .getByLabel("Or its text")
    .fill(
      `E-mail;Name;Group\n${student.email};Sami Student;Lab A\n${expected};Ada Expected;Lab A\nnobody;Bo;Lab B`,
    );
  await page.getByRole("button", { name: "See what will happen" }).click();
  await expect(page.getByText("1 new, 1 changed, 0 unchanged")).toBeVisible();
  await expect(page.getByText('Line 4: "nobody" is no email address.')).toBeVisible();
  await expect(page.getByText("New sections: Lab A.")).toBeVisible();
  await page.getByRole("button", { name: /^Apply 2 changes/ }).click();
  await expect(page.getByText("Applied 2 changes.")).toBeVisible();
  await page.getByRole("link", { name: "See the roster" }).click();
  await expect(page.getByRole("row", { name: /Sami Student/ })).toContainText("Lab A");
  await expect(page.getByRole("row", { name: new RegExp(expected) })).toContainText("Not in yet");

  await page.getByRole("button", { name: "Change Sami Student" }).click();
  await page.getByLabel("Time multiplier").fill("1.5");
  await page.getByLabel("More days").fill("2");
  await page.getByRole("button", { name: "Grant", exact: true }).click();
  await expect(page.getByText("Granted.", { exact: true })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("row", { name: /Sami Student/ })).toContainText(
    "1.5 × time, 2 more days",
  );
  await studentPage.reload();
  await expect(studentPage.getByText("1.5 × time, 2 more days")).toBeVisible();

  await page.getByRole("button", { name: "Change Sami Student" }).click();
  await page.getByRole("button", { name: "Remove from the class" }).click();
  await expect(page.getByText("Their attempts and grades stay.")).toBeVisible();
  await page
    .getByRole("dialog")
    .last()
    .getByRole("button", { name: "Remove", exact: true })
    .click();
  await expect(page.getByRole("row", { name: /Sami Student/ })).toHaveCount(0);

  const gone = await studentPage.request.get(path);
  expect(gone.status()).toBe(404);
  await context.close();
});

test("an invite link survives signing up, and stops when it is replaced", async ({
  page,
  browser,
}) => {
  const instructor = await aPerson({ name: "Ina", role: "instructor" });
  await signIn(page.context().request, instructor);
  await openClass(page, "Clusters");
  const link = await linkOn(page);

  const visitor = await browser.newContext();
  const visitorPage = await visitor.newPage();
  await visitorPage.goto(link);
  await visitorPage.getByRole("main").getByRole("link", { name: "Sign up" }).click();
  await visitorPage.getByLabel("Name").fill("Vik Visitor");
  await visitorPage.getByLabel("Email").fill(`${randomUUID()}@example.org`);
  await visitorPage.getByLabel("Password").fill("carriage wednesday lantern");
  await visitorPage.getByRole("button", { name: "Sign up" }).click();
  await visitorPage.getByRole("button", { name: "Join Clusters" }).click();
  await expect(visitorPage.getByRole("heading", { level: 1, name: "Clusters" })).toBeVisible();
  await visitor.close();

  await confirm(page, "Replace the invite link", "Replace");
  await expect(page.getByText(link)).toHaveCount(0);
  const old = await page.request.get(link);
  expect(old.status()).toBe(404);
});

test("the last instructor is told why they cannot leave", async ({ page }) => {
  await signIn(page.context().request, await aPerson({ name: "Ina", role: "instructor" }));
  await openClass(page, "Alone");
  await page.getByRole("button", { name: "Leave the class" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Leave", exact: true }).click();
  await expect(page.getByText("A class keeps an instructor.", { exact: false })).toBeVisible();
});
