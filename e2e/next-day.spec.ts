import type { Page } from "@playwright/test";

import type { ChangedReview } from "@/lib/domain/study/answer-contract";

import { expect, openJourney, promptOf, setTime, test } from "./support/journey";

const MINUTE_MS = 60_000;

test("a learner finds on the day it is due what they knew before, and not earlier", async ({
  page,
  context,
  guest: _guest,
}) => {
  await setTime(context, new Date());
  await openJourney(page);
  const prompt = await promptOf(page).innerText();
  await page.keyboard.press("Escape");
  await page.keyboard.press("d");
  await expect(page.getByRole("heading", { name: "Here is the answer" })).toBeVisible();
  const changed = page.waitForResponse((response) => response.request().method() === "PATCH");
  await page.keyboard.press("e");
  const { next } = (await (await changed).json()) as ChangedReview;
  const dueAt = new Date(next?.dueAt ?? "");

  await setTime(context, new Date(dueAt.getTime() - MINUTE_MS));
  await page.goto("/today");
  await expect(count(page, "Reviews")).toHaveText("0");

  await setTime(context, dueAt);
  await page.goto("/today");
  await expect(count(page, "Reviews")).toHaveText("1");
  await page.getByRole("link", { name: "Start studying" }).click();
  await expect(page.getByText(prompt)).toBeVisible();
});

test("what was forgotten today waits tomorrow", async ({ page, context, guest: _guest }) => {
  const now = new Date();
  await setTime(context, now);
  await openJourney(page);
  await page.keyboard.press("Escape");
  await page.keyboard.press("d");
  await expect(page.getByText("Comes back in 1 minute")).toBeVisible();

  await setTime(context, new Date(now.getTime() + 24 * 60 * MINUTE_MS));
  await page.goto("/today");
  await expect(count(page, "Learning")).toHaveText("1");
  await expect(page.getByText("1 day", { exact: true })).toBeVisible();
});

/** The figure above its name. */
const count = (page: Page, name: string) =>
  page.getByRole("term").filter({ hasText: name }).locator("xpath=following-sibling::*");
