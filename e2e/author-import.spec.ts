import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";

import type { Page } from "@playwright/test";

import { expect, test } from "./support/journey";
import { anInstructor } from "./support/staff";

const TRAP = `::Run a Pod::[markdown]Which command starts a Pod \`web\` from the image \`nginx\`? {
  =kubectl run web --image=nginx
  ####\`kubectl run\` makes one Pod.
}

::First phase::[markdown]Which phase has a Pod before its images are pulled? {
  =Pending#It waits for its images.
  ~Running#Only once a container runs.
  ~Unknown#Only when the node is lost.
  ####A Pod starts as Pending.
}
`;

/** The first request may wait for the server to load every grader. */
const FIRST_ANSWER = { timeout: 60_000 };

const asFile = (name: string, text: string) => ({
  name,
  mimeType: "text/plain",
  buffer: Buffer.from(text),
});

async function makeBank(page: Page): Promise<string> {
  await page.goto("/author");
  await page.getByLabel("Title of a new bank").fill(`Imported ${randomUUID().slice(0, 8)}`);
  await page.getByRole("button", { name: "Make a bank" }).click();
  await page.waitForURL(/\/author\/[a-z0-9-]+$/);
  return new URL(page.url()).pathname;
}

async function takeOut(page: Page, bank: string, format: string): Promise<string> {
  await page.goto(`${bank}/export`);
  await page.getByLabel("Format").selectOption({ label: format });
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: /^Export / }).click();
  return readFile(await (await saved).path(), "utf8");
}

test("an unescaped = of GIFT is named with its line, mended, imported, and comes back unchanged", async ({
  browser,
}) => {
  test.slow();
  const { instructorPage: page, done } = await anInstructor(browser);
  const bank = await makeBank(page);

  await page.goto(`${bank}/import`);
  await page.getByLabel("Competency, where none is named").selectOption({ index: 1 });
  await page.getByLabel("Drag a file here").setInputFiles(asFile("pods.gift", TRAP));
  await expect(page.getByText("1 new, 1 with errors")).toBeVisible(FIRST_ANSWER);
  const problem = page.getByRole("listitem").filter({ hasText: "nginx” alone would be right" });
  await expect(problem).toContainText("Line 2, column 27");
  await expect(problem).toContainText("=kubectl run web --image\\=nginx");

  const area = page.getByLabel("Or paste its text");
  await problem.getByRole("button", { name: "Line 2, column 27" }).click();
  await expect(area).toBeFocused();
  await area.fill(TRAP.replace("--image=nginx", "--image\\=nginx"));
  await expect(page.getByText("Changed since the check")).toBeVisible();
  await page.getByRole("button", { name: "Check the questions" }).click();
  await expect(page.getByText("2 new")).toHaveCount(2);
  await page.getByText("How it is asked").last().click();
  await expect(page.getByRole("radio", { name: "Pending" })).toBeVisible();
  await page.getByRole("button", { name: "Import 2 questions: 2 new" }).click();
  await expect(page.getByText("2 added.")).toBeVisible(FIRST_ANSWER);

  for (const format of ["GIFT", "Moodle XML", "CSV", "YAML"]) {
    const text = await takeOut(page, bank, format);
    await page.goto(`${bank}/import`);
    await page.getByLabel("Drag a file here").setInputFiles(asFile("again.txt", text));
    await expect(page.getByText("2 unchanged")).toBeVisible();
    await expect(page.getByRole("button", { name: "Nothing to import" })).toBeDisabled();
  }
  await done();
});

test("a changed question shows what changes, and one that is left out stays as it is", async ({
  browser,
}) => {
  test.slow();
  const { instructorPage: page, done } = await anInstructor(browser);
  const bank = await makeBank(page);
  const mended = TRAP.replace("--image=nginx", "--image\\=nginx");

  await page.goto(`${bank}/import`);
  await page.getByLabel("Competency, where none is named").selectOption({ index: 1 });
  await page.getByLabel("Or paste its text").fill(mended);
  await page.getByRole("button", { name: "Check the questions" }).click();
  await page.getByRole("checkbox", { name: "Take Run a Pod" }).uncheck();
  await page.getByRole("button", { name: "Import 1 question: 1 new" }).click(FIRST_ANSWER);
  await expect(page.getByText("1 added.")).toBeVisible(FIRST_ANSWER);

  await page.getByRole("button", { name: "Import another file" }).click();
  const changed = mended.replace("It waits for its images.", "Nothing runs before that.");
  await page.getByLabel("Or paste its text").fill(changed);
  await page.getByRole("button", { name: "Check the questions" }).click();
  await expect(page.getByText("1 new, 1 changed").first()).toBeVisible();
  await page.getByText("What changes, and how it is asked").click();
  await expect(page.getByText("Nothing runs before that.")).toHaveCount(2);
  await page.getByRole("button", { name: "Import 2 questions: 1 new, 1 changed" }).click();
  await expect(page.getByText("1 added, 1 changed.")).toBeVisible();
  await done();
});

test("a file that is no text is refused by what it is", async ({ browser }) => {
  const { instructorPage: page, done } = await anInstructor(browser);
  const bank = await makeBank(page);
  await page.goto(`${bank}/import`);
  await page.getByLabel("Drag a file here").setInputFiles({
    name: "questions.yaml",
    mimeType: "text/yaml",
    buffer: Buffer.from([0x50, 0x4b, 0x03, 0x04, 0, 0]),
  });
  await expect(page.getByText("This is a zip archive")).toBeVisible();
  await page.getByLabel("Drag a file here").setInputFiles({
    name: "latin.yaml",
    mimeType: "text/yaml",
    buffer: Buffer.from("questions:\n- prompt: caf\xe9\n", "latin1"),
  });
  await expect(page.getByText("Line 2, column 14: The byte E9 is not UTF-8.")).toBeVisible();
  await done();
});
