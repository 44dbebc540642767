import { randomUUID } from "node:crypto";
import type { Locator, Page } from "@playwright/test";

import { expectFitsEverybody } from "./support/fits-everybody";
import { expect, test } from "./support/journey";
import { sql } from "./support/people";
import { handIn, leave, plantClass } from "./support/planted-class";
import { NUMBER, SHORT } from "./support/quiz-steps";

const AT_SUBMIT = { score: "at-submit", verdicts: "at-submit", solutions: "on-release" };
const WRONG = { kind: "short", text: "node agent" };
const PORT = { kind: "number", value: 6443 };

/** Presses until the dialog is there: a page that has just come may not listen yet. */
async function confirm(page: Page, name: string, title: string): Promise<void> {
  const dialog = page.getByRole("dialog", { name: title });
  await expect(async () => {
    if (!(await dialog.isVisible())) await page.getByRole("button", { name }).click();
    await expect(dialog).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await dialog.getByRole("button", { name }).click();
}

/** Opens what is folded, also when the page came anew meanwhile and folded it again. */
async function unfold(place: Locator, summary: string, button: string): Promise<void> {
  const inside = place.getByRole("button", { name: button, exact: true });
  await expect(async () => {
    if (!(await inside.isVisible())) await place.getByText(summary).click();
    await expect(inside).toBeVisible({ timeout: 2_000 });
  }).toPass();
}

test("a contested answer is accepted, and another student's equal answer gains", async ({
  browser,
}) => {
  test.slow();
  const group = await plantClass(browser, [SHORT, NUMBER], AT_SUBMIT);
  const { instructor, ada, bo, assignmentId, classId, path } = group;
  const attempt = await handIn(ada, assignmentId, [WRONG, PORT]);
  await handIn(bo, assignmentId, [{ kind: "short", text: " Node Agent. " }, PORT]);

  await ada.page.goto(`/attempts/${attempt}`);
  await expect(ada.page.getByText("1 of 2 points")).toBeVisible();
  const question = ada.page.getByRole("article", { name: "Question 1" });
  await unfold(question, "Contest this mark", "Send");
  await question.getByRole("button", { name: "Send" }).click();
  await expect(question.getByText("Say why your answer is right.")).toBeVisible();
  await question.getByLabel("Why is your answer right?").fill("It is called a node agent, too.");
  await question.getByRole("button", { name: "Send" }).click();
  await expect(question.getByText("Contested", { exact: true })).toBeVisible();

  const { page } = instructor;
  await page.goto("/notices");
  await page.getByText(/a mark of “Journey quiz” is contested/).click();
  await page.waitForURL(`**/classes/${classId}/appeals`);
  await expect(page.getByText("It is called a node agent, too.")).toBeVisible();
  const table = page.getByRole("table", { name: "Marks that would change" });
  await expect(async () => {
    const look = page.getByRole("button", { name: "See what would change" });
    if (await look.isVisible()) await look.click();
    await expect(table).toBeVisible({ timeout: 5_000 });
  }).toPass();
  await expect(table.getByRole("row")).toHaveCount(3);
  await expect(table.getByRole("row", { name: /Bo Behind/ })).toContainText("0 of 1");
  await page.getByLabel("Reply to the student").fill("You are right.");
  await page.getByRole("button", { name: "Accept and change these marks" }).click();
  await expect(page.getByText("Accepted", { exact: true })).toBeVisible();

  await ada.page.reload();
  await expect(ada.page.getByText("2 of 2 points")).toBeVisible();
  await expect(question.getByText("Appeal accepted")).toBeVisible();
  await expect(question.getByText("You are right.")).toBeVisible();

  await page.goto(`${path}/results`);
  await expect(page.getByRole("row", { name: /Bo Behind/ })).toContainText("2 of 2");

  await page.goto(`/classes/${classId}/appeals?show=answered`);
  const dialog = page.getByRole("dialog", { name: "Take this acceptance back?" });
  await expect(async () => {
    if (await dialog.isHidden()) await page.getByRole("button", { name: /Take back/ }).click();
    await expect(dialog).toBeVisible({ timeout: 5_000 });
  }).toPass();
  await expect(dialog.getByText(/2 marks go back/)).toBeVisible();
  await dialog.getByLabel("Reply to the students").fill("The kubelet was asked for.");
  await dialog.getByRole("button", { name: "Take back" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText("Refused", { exact: true })).toBeVisible();
  await expect(page.getByText("The kubelet was asked for.")).toBeVisible();

  await ada.page.goto(`/attempts/${attempt}`);
  await expect(ada.page.getByText("1 of 2 points")).toBeVisible();
  await expect(question.getByText("The kubelet was asked for.")).toBeVisible();
  await leave(group);
});

test("a question is left out after a look at what that changes, and put back", async ({
  browser,
}) => {
  test.slow();
  const group = await plantClass(browser, [SHORT, NUMBER], AT_SUBMIT);
  const { instructor, ada, bo, assignmentId, path } = group;
  await handIn(ada, assignmentId, [WRONG, PORT]);
  await handIn(bo, assignmentId, [{ kind: "short", text: "kubelet" }, PORT]);
  const { page } = instructor;

  await page.goto(`${path}/results`);
  await page.getByRole("link", { name: "Grade anew" }).click();
  await page.getByLabel("Question 1 for everybody").selectOption({ label: "Leave it out" });
  await page.getByRole("button", { name: "See what would change" }).click();
  await expect(page.getByText("Say why: students read it beside their points.")).toBeVisible();
  await page.getByLabel("Reason").fill("It was never taught.");
  await page.getByRole("button", { name: "See what would change" }).click();
  const totals = page.getByRole("table", { name: "Totals that would change" });
  await expect(totals.getByRole("row", { name: /Ada Able/ })).toContainText("1 of 21 of 1");
  await expect(totals.getByRole("row", { name: /Bo Behind/ })).toContainText("2 of 21 of 1");

  // Somebody hands in meanwhile: what was looked at does not hold, and is shown anew.
  await sql(`update "Assignment" set "attemptsAllowed" = 2 where id = $1`, [assignmentId]);
  await handIn(bo, assignmentId, [WRONG, PORT]);
  await confirm(page, "Apply", "Apply these changes?");
  await expect(page.getByText(/Something has changed since you looked/)).toBeVisible();
  await confirm(page, "Apply", "Apply these changes?");
  await expect(page.getByText("The changes are applied.")).toBeVisible();

  await page.goto(`${path}/results`);
  await expect(page.getByRole("row", { name: /Ada Able/ })).toContainText("1 of 1");
  await page.goto(`${path}/regrade`);
  await confirm(page, "Undo", "Undo this regrade?");
  await expect(page.getByText("Undone", { exact: true })).toBeVisible();
  await page.goto(`${path}/results`);
  await expect(page.getByRole("row", { name: /Ada Able/ })).toContainText("1 of 2");
  await leave(group);
});

test("points and a total are given by hand with a reason, and everything is in the history", async ({
  browser,
}) => {
  test.slow();
  const group = await plantClass(browser, [SHORT, NUMBER], AT_SUBMIT);
  const { instructor, ada, assignmentId, path } = group;
  const attempt = await handIn(ada, assignmentId, [WRONG, PORT]);
  const { page } = instructor;

  await page.goto(`${path}/results`);
  await page.getByRole("link", { name: "Ada Able", exact: true }).click();
  const question = page.getByRole("article", { name: "Question 1" });
  await unfold(question, "Give points by hand", "Give these points");
  await question.getByRole("button", { name: "Give these points" }).click();
  await expect(question.getByText("Say why: it is kept with the change.")).toBeVisible();
  await question.getByLabel("Points, of 1").fill("0.5");
  await question.getByLabel("Reason").fill("Nearly the word.");
  await question.getByRole("button", { name: "Give these points" }).click();
  await expect(question.getByText("Points given by hand: Nearly the word.")).toBeVisible();
  await expect(page.getByText("1.5 of 2 points", { exact: true })).toBeVisible();

  const grade = page.getByRole("region", { name: "Grade" });
  await unfold(grade, "Excuse from this assignment", "Excuse");
  const excuse = page.getByRole("button", { name: "Excuse", exact: true });
  await grade.locator("form", { has: excuse }).getByLabel("Reason").fill("A fire alarm.");
  await excuse.click();
  await expect(grade.getByText("Excused", { exact: true })).toBeVisible();
  const history = page.getByRole("table", { name: "Changes of marks" });
  await expect(history.getByRole("row", { name: /Question 1.*Nearly the word/ })).toContainText(
    "0 of 1",
  );
  await expect(history.getByRole("row", { name: /A fire alarm/ })).toContainText("excused");
  await expect(page.getByRole("table", { name: "Events of the attempts" })).toContainText(
    "Handed in",
  );

  await ada.page.goto(`/attempts/${attempt}`);
  await expect(ada.page.getByText("You are excused from this assignment.")).toBeVisible();
  await expect(ada.page.getByText("Points given by hand: Nearly the word.")).toBeVisible();
  await leave(group);
});

test("the pages of grades fit everybody", async ({ browser }) => {
  test.slow();
  const group = await plantClass(browser, [SHORT, NUMBER], AT_SUBMIT);
  const { instructor, ada, assignmentId, classId, path } = group;
  const attempt = await handIn(ada, assignmentId, [WRONG, PORT]);
  await sql(
    `insert into "Appeal" ("userId", "attemptId", position, id, "assignmentId", text, "createdAt")
     values ($1, $2, 0, $3, $4, 'It is called so, too.', now())`,
    [ada.person.id, attempt, randomUUID(), assignmentId],
  );
  const pages = [
    `${path}/students/${ada.person.id}`,
    `${path}/regrade`,
    `/classes/${classId}/appeals`,
    `/classes/${classId}/appeals?show=answered`,
  ];
  for (const address of pages) {
    await instructor.page.setViewportSize({ width: 1280, height: 900 });
    await instructor.page.goto(address);
    await expect(instructor.page.getByRole("heading", { level: 2 }).first()).toBeVisible();
    await expectFitsEverybody(instructor.page);
  }
  await ada.page.goto(`/attempts/${attempt}`);
  await expect(ada.page.getByText("Contested", { exact: true })).toBeVisible();
  await expectFitsEverybody(ada.page);
  await leave(group);
});
