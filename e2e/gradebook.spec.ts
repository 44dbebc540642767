import type { Page } from "@playwright/test";

import { expectAccessible, expectNoSidewaysScroll } from "./support/fits-everybody";
import { expect, test } from "./support/journey";
import { browserOf, signIn } from "./support/people";
import { plantAnswers, plantGradebook } from "./support/planted-grades";

async function expectFits(page: Page) {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await expectAccessible(page);
  }
  await page.setViewportSize({ width: 360, height: 740 });
  await expectNoSidewaysScroll(page);
  await page.setViewportSize({ width: 1280, height: 900 });
}

async function addCategory(page: Page, name: string, weight: string) {
  const form = page.getByRole("region", { name: "New category" });
  await form.getByLabel("Name").fill(name);
  await form.getByLabel("Weight").fill(weight);
  await form.getByRole("button", { name: "Add" }).click();
  await expect(page.getByRole("listitem", { name })).toBeVisible();
}

test("grades are weighted, explained, released and taken along as files", async ({
  page,
  browser,
}) => {
  test.slow();
  const { classId, instructor, students } = await plantGradebook();
  await signIn(page.context().request, instructor);
  await page.goto(`/classes/${classId}/gradebook`);
  const ada = page.getByRole("row", { name: /Ada Able/ });
  const bo = page.getByRole("row", { name: /Bo Behind/ });
  await expect(ada).toContainText("86.7 %");
  await expect(bo).toContainText("Missing");
  await expect(bo).toContainText("Excused");

  await page.getByRole("link", { name: "Categories and rules" }).click();
  await addCategory(page, "Quizzes", "2");
  await addCategory(page, "Exam", "3");
  await page.getByLabel(/^Pods quiz/).selectOption({ label: "Quizzes" });
  await page.getByLabel(/^Services quiz/).selectOption({ label: "Quizzes" });
  await page.getByLabel(/^Final exam/).selectOption({ label: "Exam" });
  await page
    .getByRole("region", { name: "Assignments" })
    .getByRole("button", { name: "Save" })
    .click();
  await expect(page.getByRole("listitem", { name: "Quizzes" })).toContainText(
    "40.0 % of the grade",
  );
  await expectFits(page);

  await page.getByRole("link", { name: "Back to the gradebook" }).click();
  await expect(ada).toContainText("92.0 %");
  await expect(bo).toContainText("0.0 %");
  await expect(page.getByText("Quizzes 40.0 %, Exam 60.0 %")).toBeVisible();
  await expectFits(page);

  await ada.getByRole("button", { name: /how the grade of Ada Able came about/ }).click();
  const dialog = page.getByRole("dialog", { name: "Grade of Ada Able" });
  await expect(dialog).toContainText("= 80.0 % × 40.0 % + 100.0 % × 60.0 %");
  await expect(dialog).toContainText("given by hand: Talked it over");
  await expectAccessible(page);
  await dialog.getByRole("link", { name: "Report of Ada Able" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Ada Able" })).toBeVisible();
  await expectFits(page);

  const csv = await page.request.get(`/api/v1/classes/${classId}/gradebook`);
  expect(await csv.text()).toContain("Ada Able");
  const xlsx = await page.request.get(`/api/v1/classes/${classId}/gradebook/xlsx`);
  expect((await xlsx.body()).subarray(0, 2).toString()).toBe("PK");

  const { page: own, context } = await browserOf(browser, students.ada);
  await own.goto(`/classes/${classId}`);
  await own.getByRole("link", { name: "Grades" }).click();
  await expect(own.getByText("80.0 %").first()).toBeVisible();
  await expect(own.getByRole("region", { name: "Exam" })).toContainText("Not graded yet");
  await expectFits(own);
  await own.getByRole("link", { name: "Report to print" }).click();
  await expect(own.getByRole("heading", { level: 1, name: "Ada Able" })).toBeVisible();
  expect((await own.request.get(`/classes/${classId}/gradebook`)).status()).toBe(404);
  expect((await own.request.get(`/classes/${classId}/report/${students.bo.id}`)).status()).toBe(
    404,
  );
  await context.close();
});

test("a class says who needs help, and a student shares their study with it", async ({
  page,
  browser,
}) => {
  test.slow();
  const { classId, instructor, students } = await plantGradebook();
  await signIn(page.context().request, instructor);
  await page.goto(`/classes/${classId}`);
  const help = page.getByRole("region", { name: "Who needs help" });
  await expect(help.getByRole("listitem").first()).toContainText("Bo Behind");
  await expect(help.getByRole("listitem").first()).toContainText("1 missing");

  await page.getByRole("link", { name: "Progress of the class" }).click();
  await page.getByLabel("Grade below percent").fill("90");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page.getByText("At 86.7 %")).toBeVisible();
  await expectFits(page);

  const { page: own, context } = await browserOf(browser, students.bo);
  await own.goto(`/classes/${classId}`);
  await own.getByRole("button", { name: "Share your study" }).click();
  await expect(own.getByRole("button", { name: "Stop sharing your study" })).toBeVisible();
  await context.close();
});

test("results are shown by students, by questions, and by what was answered", async ({ page }) => {
  test.slow();
  const planted = await plantGradebook();
  const { assignmentId, questionId } = await plantAnswers(planted);
  await signIn(page.context().request, planted.instructor);
  await page.goto(`/classes/${planted.classId}/assignments/${assignmentId}/results`);
  await expect(page.getByRole("row", { name: /^Student \d/ })).toHaveCount(12);
  await page.getByLabel("State").selectOption({ label: "Not begun (2)" });
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page.getByRole("row", { name: /^Student \d/ })).toHaveCount(0);
  await expect(page.getByRole("row", { name: /Ada Able/ })).toBeVisible();
  await expectFits(page);

  await page.getByRole("link", { name: "Questions and figures" }).click();
  await expect(page.getByText("From the first attempts of 12 students")).toBeVisible();
  await expect(page.getByRole("row", { name: new RegExp(questionId) })).toContainText("50 %");
  await expectFits(page);

  await page.getByRole("link", { name: `Q1 ${questionId}` }).click();
  await expect(page.getByRole("region", { name: "Chosen options" }).first()).toContainText(
    "(50 %)",
  );
  await expectFits(page);
});
