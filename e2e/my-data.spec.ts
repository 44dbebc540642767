import { readFile } from "node:fs/promises";

import { expect, test } from "./support/journey";
import { liveThrough } from "./support/year-of-study";

test("a learner takes everything along, deletes the account and brings the reviews to another", async ({
  page,
  guest,
}) => {
  test.slow();
  const { reviews } = await liveThrough(guest.userId, 20);
  await page.goto("/settings/data");

  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Everything as JSON" }).click();
  const file = await (await download).path();
  const document = JSON.parse(await readFile(file, "utf8")) as { reviews: unknown[] };
  expect(document.reviews).toHaveLength(reviews);

  await page.getByRole("button", { name: "Delete account …" }).click();
  await page.getByRole("button", { name: "Delete for good" }).click();
  await expect(page.getByText("Type delete to confirm.")).toBeVisible();
  await page.getByLabel("Type delete to confirm").fill("delete");
  await page.getByRole("button", { name: "Delete for good" }).click();
  await expect(page).toHaveURL(/\/$/);
  await page.goto("/progress");
  await expect(page).toHaveURL(/\/sign-in/);

  await page.goto("/");
  await page.getByRole("button", { name: "Start studying" }).first().click();
  await expect(page).toHaveURL(/\/(study|today)/);
  await page.goto("/settings/data");
  await page.getByLabel("File", { exact: true }).setInputFiles(file);
  await expect(
    page.getByText(new RegExp(`${reviews.toLocaleString("en-GB")} reviews found`)),
  ).toBeVisible();
  await page.getByRole("button", { name: /^Add .* reviews$/ }).click();
  await expect(page.getByText(/^Added .* reviews of/)).toBeVisible();

  await page.getByLabel("File", { exact: true }).setInputFiles(file);
  await expect(page.getByText("None of them is new.")).toBeVisible();
});

test("every problem of a file is named with its line before anything is added", async ({
  page,
  guest: _guest,
}) => {
  await page.goto("/settings/data");
  await page.getByLabel("File", { exact: true }).setInputFiles({
    name: "reviews.csv",
    mimeType: "text/csv",
    buffer: Buffer.from("card_id,review_time,review_rating\npods/phase,1772452800000,9\n"),
  });
  await expect(page.getByText("1 line has a problem: nothing was added.")).toBeVisible();
  await expect(page.getByRole("cell", { name: "The rating is not 1, 2, 3 or 4." })).toBeVisible();
});

test("chosen banks become notes for Anki", async ({ page, guest }) => {
  await liveThrough(guest.userId, 20);
  await page.goto("/settings/data");
  await page.getByRole("checkbox").first().check();
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Notes for Anki" }).click();
  const notes = await readFile(await (await download).path(), "utf8");
  expect(notes.startsWith("#separator:tab\n#html:true\n")).toBe(true);
  expect(notes.split("\n").length).toBeGreaterThan(4);
});
