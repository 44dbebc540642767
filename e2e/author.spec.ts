import type { Page } from "@playwright/test";

import { expectFitsEverybody } from "./support/fits-everybody";
import { expect, test } from "./support/journey";
import { aClassOf, aPerson, browserOf, sql } from "./support/people";

async function makeBank(page: Page, title: string): Promise<string> {
  await page.goto("/author");
  await page.getByLabel("Title of a new bank").fill(title);
  await page.getByRole("button", { name: "Make a bank" }).click();
  await page.waitForURL(/\/author\/[a-z0-9-]+$/);
  return new URL(page.url()).pathname;
}

async function begin(page: Page, bank: string, kind: string, name: string): Promise<void> {
  await page.goto(bank);
  await page.getByLabel("New question", { exact: true }).selectOption({ label: kind });
  await page.getByLabel("Short name").fill(name);
  await page.getByRole("button", { name: "Write it" }).click();
  await expect(page.getByRole("heading", { name, exact: true })).toBeVisible();
}

/** What every question needs besides its own fields. */
async function fillCommon(page: Page): Promise<void> {
  await page
    .getByRole("textbox", { name: "Explanation" })
    .fill("It is so because of the documentation.");
  await page.getByLabel("Page 1", { exact: true }).fill("https://kubernetes.io/docs/concepts/");
  await page.getByLabel("Competencies of the exams").selectOption({ index: 1 });
}

async function publish(page: Page, version: number): Promise<void> {
  const button = page.getByRole("button", { name: "Publish", exact: true });
  await expect(button).toBeEnabled();
  await button.click();
  await expect(page.getByText(`Published as version ${version}.`).first()).toBeVisible();
}

test("questions are written, tried, published and shared; a student studies them, a stranger finds none", async ({
  browser,
  page: _page,
}) => {
  test.slow();
  const [instructor, student, stranger] = await Promise.all([
    aPerson({ name: "Ina Instructor", role: "instructor" }),
    aPerson({ name: "Sami Student" }),
    aPerson({ name: "Olga Other", role: "instructor" }),
  ]);
  const classId = await aClassOf(instructor);
  await sql(
    `insert into "Member" ("userId", "classId", role, "joinedAt") values ($1, $2, 'student', now())`,
    [student.id, classId],
  );
  const { context, page } = await browserOf(browser, instructor);
  const bank = await makeBank(page, "Friday drills");

  await begin(page, bank, "kubectl", "scale-web");
  await page
    .getByRole("textbox", { name: "Question", exact: true })
    .fill("Scale the Deployment `web` in the namespace `shop` to three replicas.");
  await page
    .getByLabel("Accepted answer 1", { exact: true })
    .fill("kubectl scale deployment web --replicas=3 -n shop");
  const misses = [
    "kubectl scale deployment web --replicas=3",
    "kubectl scale deployment web --replicas=2 -n shop",
    "kubectl scale deployment api --replicas=3 -n shop",
  ];
  for (const [index, line] of misses.entries()) {
    await page.getByLabel(`Near miss ${index + 1}`, { exact: true }).fill(line);
    const entry = page
      .getByRole("listitem")
      .filter({ has: page.getByText("Finding") })
      .nth(index);
    await entry.getByRole("button", { name: /^Use / }).first().click();
  }
  await expect(page.getByText("Read as right")).toBeVisible();
  await fillCommon(page);
  await expect(page.getByText("Nothing is wrong with it.")).toBeVisible();

  const preview = page.getByRole("region", { name: "Preview" });
  await preview.getByRole("textbox").fill("kubectl scale deploy/web --replicas 4 --namespace shop");
  await preview.getByRole("button", { name: "Try this answer" }).click();
  await expect(preview.getByRole("heading", { name: "Not right" })).toBeVisible();
  await preview.getByRole("button", { name: "Answer again" }).click();
  await preview.getByRole("textbox").fill("kubectl scale deploy/web --replicas 3 --namespace shop");
  await preview.getByRole("button", { name: "Try this answer" }).click();
  await expect(preview.getByRole("heading", { name: "Right" })).toBeVisible();
  await publish(page, 1);

  await begin(page, bank, "Several choices", "control-plane");
  await page
    .getByRole("textbox", { name: "Question", exact: true })
    .fill("Which are parts of a control plane?");
  const texts = ["kube-apiserver", "etcd", "kubelet", "kube-proxy"];
  const options = page.getByRole("group", { name: "Options" }).getByRole("listitem");
  for (const [index, text] of texts.entries()) {
    await options.nth(index).getByLabel("Text").fill(text);
    await options.nth(index).getByLabel(/^Why/).fill(`What ${text} is.`);
  }
  await fillCommon(page);
  await expect(page.getByText("Nothing is wrong with it.")).toBeVisible();
  await preview.getByRole("checkbox", { name: "etcd" }).check();
  await preview.getByRole("button", { name: "Try this answer" }).click();
  await expect(preview.getByRole("heading", { name: "Partly right" })).toBeVisible();
  await publish(page, 1);
  await expectFitsEverybody(page);

  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(bank);
  await page.getByRole("button", { name: "Share with Kubernetes 101" }).click();
  await expect(page.getByText("Shared", { exact: true })).toBeVisible();
  await expectFitsEverybody(page);
  await context.close();

  const asStudent = await browserOf(browser, student);
  const bankId = bank.replace("/author/", "");
  await asStudent.page.goto(`/study?bank=${bankId}`);
  await expect(asStudent.page.getByText("Friday drills").first()).toBeVisible();
  await asStudent.page.goto("/banks");
  await expect(asStudent.page.getByRole("link", { name: "Friday drills" })).toBeVisible();
  await asStudent.context.close();

  const asStranger = await browserOf(browser, stranger);
  await asStranger.page.goto("/banks");
  await expect(asStranger.page.getByRole("heading", { name: "Banks" })).toBeVisible();
  await expect(asStranger.page.getByText("Friday drills")).toHaveCount(0);
  for (const path of [`/banks/${bankId}`, `/banks/${bankId}/scale-web`, bank]) {
    // A page that streams has answered 200 before it knows.
    await asStranger.page.goto(path);
    await expect(
      asStranger.page.getByRole("heading", { name: "There is nothing here" }),
    ).toBeVisible();
  }
  await asStranger.context.close();
});

test("a second tab overwrites nothing, and an old version comes back", async ({
  browser,
  page: _page,
}) => {
  test.slow();
  const instructor = await aPerson({ name: "Ina Instructor", role: "instructor" });
  const { context, page } = await browserOf(browser, instructor);
  const bank = await makeBank(page, "Two tabs");
  await begin(page, bank, "Short answer", "phase");
  const prompt = (tab: Page) => tab.getByRole("textbox", { name: "Question", exact: true });
  await prompt(page).fill("Which phase has a Pod that waits?");
  await page.getByLabel("Accepted answer 1", { exact: true }).fill("Pending");
  await fillCommon(page);
  await publish(page, 1);

  const second = await context.newPage();
  await second.goto(`${bank}/questions/phase`);
  await prompt(second).fill("In which phase is a Pod that waits for a node?");
  await expect(second.getByText("Draft saved.")).toBeVisible();
  await prompt(page).fill("What does the first tab say?");
  await expect(page.getByRole("alert", { name: "Two texts of this question" })).toBeVisible();
  await expect(prompt(page)).toHaveValue("What does the first tab say?");
  await page.getByRole("button", { name: "Take what is saved" }).click();
  await expect(prompt(page)).toHaveValue("In which phase is a Pod that waits for a node?");
  await publish(page, 2);
  await second.close();

  await page.getByRole("button", { name: "YAML" }).click();
  await expect(page.getByLabel("YAML", { exact: true })).toHaveValue(/^id: phase\nkind: short\n/);
  await page.getByRole("link", { name: "Versions" }).click();
  await expect(page.getByRole("heading", { name: "From version 1 to version 2" })).toBeVisible();
  await expectFitsEverybody(page);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByRole("button", { name: "Restore version 1" }).click();
  await page.getByRole("button", { name: "Restore it" }).click();
  await expect(page.getByRole("cell", { name: /^3 Current/ })).toBeVisible();
  await page.getByRole("link", { name: "Write" }).click();
  await expect(prompt(page)).toHaveValue("Which phase has a Pod that waits?");
  await context.close();
});
