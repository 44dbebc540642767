import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

import { unsubscribeToken } from "@/lib/server/mail/unsubscribe-link";

import { expect, test } from "./support/journey";
import { aPerson, signIn, sql } from "./support/people";

const section = (page: Page) => page.getByRole("region", { name: "Reminders" });
const address = (page: Page) => section(page).getByTestId("calendar-address");

async function expectAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page })
    .include("#reminders")
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`)).toEqual([]);
}

test("the digest is switched on for an hour, and stays so", async ({ page }) => {
  await signIn(page.context().request, await aPerson());
  await page.goto("/settings#reminders");
  await section(page).getByLabel("Send me the digest").check();
  await section(page).getByLabel("At", { exact: true }).selectOption("08:00");
  await section(page).getByRole("button", { name: "Save" }).click();
  await expect(section(page).getByText("Saved.")).toBeVisible();
  await page.reload();
  await expect(section(page).getByLabel("Send me the digest")).toBeChecked();
  await expect(section(page).getByLabel("At", { exact: true })).toHaveValue("8");
});

test("a calendar is made, read, replaced and revoked", async ({ page, request }) => {
  await signIn(page.context().request, await aPerson());
  await page.goto("/settings#reminders");
  await section(page).getByRole("button", { name: "Make an address" }).click();
  await expect(address(page)).toBeVisible();
  const first = new URL(await address(page).innerText()).pathname;

  // Without the session's cookie, as calendar programs come.
  const calendar = await request.get(first);
  expect(calendar.headers()["content-type"]).toBe("text/calendar; charset=utf-8");
  expect(await calendar.text()).toMatch(/^BEGIN:VCALENDAR\r\n[^]*\r\nEND:VCALENDAR\r\n$/);

  await section(page).getByRole("button", { name: "Replace the calendar’s address" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Replace" }).click();
  await expect(address(page)).not.toContainText(first);
  const second = new URL(await address(page).innerText()).pathname;
  expect((await request.get(first)).status()).toBe(404);
  expect((await request.get(second)).status()).toBe(200);

  await section(page).getByRole("button", { name: "Revoke the calendar’s address" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Revoke" }).click();
  await expect(section(page).getByRole("button", { name: "Make an address" })).toBeVisible();
  expect((await request.get(second)).status()).toBe(404);
});

test("a guest reads why reminders need an account", async ({ page, guest: _guest }) => {
  await page.goto("/settings#reminders");
  await expect(section(page).getByText(/^Reminders need an account/)).toBeVisible();
  await expect(section(page).getByRole("link", { name: "Sign up" })).toBeVisible();
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`the section is accessible when it is ${colorScheme}, also on a phone`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await signIn(page.context().request, await aPerson());
    await page.goto("/settings#reminders");
    await section(page).getByRole("button", { name: "Make an address" }).click();
    await expect(address(page)).toBeVisible();
    await expectAccessible(page);
    await page.setViewportSize({ width: 360, height: 740 });
    await expectAccessible(page);
    const excess = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(excess).toBe(0);
  });
}

test("a link of an email stops the digest without signing in, once that is confirmed", async ({
  page,
}) => {
  const { id } = await aPerson();
  await sql(`insert into "NoticeChoices" ("userId", "dailyDigest") values ($1, true)`, [id]);
  const isOn = async () => {
    const query = `select "dailyDigest" as on from "NoticeChoices" where "userId" = $1`;
    return (await sql<{ on: boolean }>(query, [id]))[0]?.on;
  };
  await page.goto(`/unsubscribe/${unsubscribeToken({ userId: id, list: "digest" })}`);
  await expect(page.getByRole("heading", { name: "Stop the daily digest?" })).toBeVisible();
  expect(await isOn()).toBe(true);
  await page.getByRole("button", { name: "Stop them" }).click();
  await expect(page.getByText("Stopped. You get no more of these emails.")).toBeVisible();
  expect(await isOn()).toBe(false);
});

test.describe("a link of an email that was made up", () => {
  test.use({ expectedErrors: [/404/] });

  test("stops nothing", async ({ page, request }) => {
    await page.goto("/unsubscribe/made-up");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByRole("button", { name: "Stop them" })).toHaveCount(0);
    expect((await request.post("/api/unsubscribe/made-up")).status()).toBe(404);
  });
});
