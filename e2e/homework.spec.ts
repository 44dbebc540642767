import type { APIRequestContext, Page } from "@playwright/test";
import { v7 as uuidV7 } from "uuid";

import type { QueueResponse } from "@/lib/domain/study/queue-contract";

import { expectFitsEverybody } from "./support/fits-everybody";
import { expect, test } from "./support/journey";
import { JOURNEY } from "./support/journey-bank";
import { aClassOf, aPerson, browserOf, signIn, sql, type TestPerson } from "./support/people";

const ASSIGNMENT = /\/assignments\/[\da-f]{8}-[\da-f-]{27}$/;

const localTime = (daysFromNow: number, time: string): string =>
  `${new Date(Date.now() + daysFromNow * 86_400_000).toISOString().slice(0, 10)}T${time}`;

async function aClassWith(instructor: TestPerson, student: TestPerson): Promise<string> {
  const classId = await aClassOf(instructor);
  await sql(`insert into "Member" ("userId", "classId", "joinedAt") values ($1, $2, now())`, [
    student.id,
    classId,
  ]);
  return classId;
}

/** Answers given up are answers too. */
async function answer(request: APIRequestContext, count: number): Promise<void> {
  const data = { limit: count, banks: [JOURNEY] };
  const queue = (await (
    await request.post("/api/v1/study/queue", { data })
  ).json()) as QueueResponse;
  for (const { ticket, question } of queue.items.slice(0, count)) {
    const given = { kind: question.kind, gaveUp: true };
    const response = await request.post("/api/v1/study/answers", {
      data: { id: uuidV7(), ticket, answer: given, durationMs: 1_000 },
    });
    expect(response.ok()).toBe(true);
  }
}

async function assignStudy(page: Page, classId: string): Promise<void> {
  await page.goto(`/classes/${classId}/assignments`);
  await page.getByRole("link", { name: "Assign study" }).first().click();
  await page.getByLabel("Title").fill("A little each day");
  await page.getByLabel("Counts from").fill(localTime(-1, "04:00"));
  await page.getByLabel("Until").fill(localTime(8, "23:59"));
  await page.getByLabel("Answers a day").fill("2");
  await page.getByLabel("Days that may be missed").fill("3");
  await page.getByLabel("Questions").selectOption({ label: "Journey" });
  await expect(
    page.getByText("2 answers a day on 7 days, in Journey, of the 10 there are."),
  ).toBeVisible();
  await page.getByRole("button", { name: "Assign" }).click();
  await page.waitForURL(ASSIGNMENT);
  await expect(page.getByText("Not published")).toBeVisible();
  await page.getByRole("button", { name: "Publish" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Publish" }).click();
  await expect(page.getByText("Published", { exact: true })).toBeVisible();
}

test("study is assigned, done and seen by its instructor", async ({ page, browser }) => {
  test.slow();
  const instructor = await aPerson({ name: "Ina Instructor", role: "instructor" });
  const student = await aPerson({ name: "Kim Learner" });
  const classId = await aClassWith(instructor, student);
  await signIn(page.context().request, instructor);
  await assignStudy(page, classId);

  const { context, page: studentPage } = await browserOf(browser, student);
  await studentPage.goto("/today");
  const assigned = studentPage.getByRole("region", { name: "Assigned" });
  await expect(assigned.getByText("0 of 2 today")).toBeVisible();
  await assigned.getByRole("link", { name: "A little each day" }).click();
  await studentPage.waitForURL(ASSIGNMENT);
  await expect(studentPage.getByText("0 of 7 days")).toBeVisible();
  await expectFitsEverybody(studentPage);
  await studentPage.getByRole("link", { name: "Study these" }).click();
  await studentPage.waitForURL(`**/study?bank=${JOURNEY}`);
  await expect(studentPage.getByText(/^Journey:/)).toBeVisible();

  await answer(context.request, 2);
  await studentPage.goto(`/classes/${classId}/assignments`);
  await expect(studentPage.getByText("1 of 7 days")).toBeVisible();
  await studentPage.getByRole("link", { name: "A little each day" }).click();
  await expect(studentPage.getByText("2 of 2 answers today: this day counts.")).toBeVisible();
  await context.close();

  await page.reload();
  const row = page.getByRole("row").filter({ hasText: "Kim Learner" });
  await expect(row).toContainText("1 of 7 days");
  await page.getByRole("button", { name: "Reached" }).click();
  await page.getByRole("button", { name: "Reached" }).click();
  await expect(page.getByRole("columnheader", { name: "Reached" })).toHaveAttribute(
    "aria-sort",
    "descending",
  );
  await expect(page.getByRole("row").nth(1)).toContainText("Kim Learner");
  await expectFitsEverybody(page);
});

test("readiness is asked for by a date, and the rule is changed", async ({ page }) => {
  test.slow();
  const instructor = await aPerson({ name: "Ina Instructor", role: "instructor" });
  const classId = await aClassOf(instructor);
  await signIn(page.context().request, instructor);
  await page.goto(`/classes/${classId}/assignments/new-study`);
  await page.getByRole("radio", { name: /Readiness by a date/ }).check();
  await page.getByLabel("Readiness in percent").fill("70");
  await page.getByLabel("Questions").selectOption({ label: "Services and Networking" });
  await expect(page.getByText(/^Readiness of 70 % when it is due, in Services/)).toBeVisible();
  await expectFitsEverybody(page);
  await page.getByLabel("Until").fill(localTime(-9, "10:00"));
  await page.getByRole("button", { name: "Assign" }).click();
  await expect(page.getByText("It is due before it opens.")).toBeVisible();
  await page.getByLabel("Until").fill(localTime(20, "10:00"));
  await page.getByRole("button", { name: "Assign" }).click();
  await page.waitForURL(ASSIGNMENT);
  await expect(page.getByText("Not published")).toBeVisible();

  await page.getByRole("link", { name: "Dates and rule" }).click();
  await page.waitForURL("**/edit-study");
  await expect(page.getByLabel("Readiness in percent")).toHaveValue("70");
  await page.getByLabel("Readiness in percent").fill("80");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved. Credit that was final is counted anew.")).toBeVisible();
});

test("how long before something is due one is told is chosen", async ({ page }) => {
  await signIn(page.context().request, await aPerson());
  await page.goto("/settings#notices");
  const notices = page.getByRole("region", { name: "Notices" });
  await notices.getByLabel("Due soon means").selectOption("6 hours before");
  await notices.getByRole("button", { name: "Save" }).click();
  await expect(notices.getByText("Saved.")).toBeVisible();
  await page.reload();
  await expect(notices.getByLabel("Due soon means")).toHaveValue("6");
});
