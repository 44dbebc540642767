import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

import { expect, openJourney, test } from "./support/journey";

const VISITOR_PAGES = ["/", "/sign-in", "/sign-up", "/no-such-page"];
const LEARNER_PAGES = [
  "/today",
  "/banks",
  "/banks?text=service",
  "/banks?text=zzzz",
  "/banks/kubectl",
  "/banks/kubectl/scale-deployment",
  "/kubectl",
  "/settings",
];
const PHONE = { width: 360, height: 740 };

async function expectAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
    .analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`);
  expect(found).toEqual([]);
}

async function expectNoSidewaysScroll(page: Page) {
  const excess = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(excess).toBe(0);
}

/** Both colour schemes and a phone, on one and the same page. */
async function expectFitsEverybody(page: Page) {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await expectAccessible(page);
  }
  await page.setViewportSize(PHONE);
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
}

for (const path of VISITOR_PAGES) {
  test.describe(`to a visitor ${path}`, () => {
    test.use({ expectedErrors: path === "/no-such-page" ? [/404/] : [] });

    test("fits everybody", async ({ page }) => {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expectFitsEverybody(page);
    });
  });
}

for (const path of LEARNER_PAGES) {
  test(`to a learner ${path} fits everybody`, async ({ page, guest: _guest }) => {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectFitsEverybody(page);
  });
}

test("a question and its verdict fit everybody, whatever its kind", async ({
  page,
  guest: _guest,
}) => {
  test.slow();
  await page.emulateMedia({ reducedMotion: "reduce" });
  await openJourney(page);
  for (let done = 0; done < 10; done++) {
    await expect(page.getByText(/^Journey:/)).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await page.keyboard.press("d");
    await expect(page.getByRole("heading", { name: "Here is the answer" })).toBeVisible();
    await page.emulateMedia({ colorScheme: done % 2 === 0 ? "dark" : "light" });
    await page.setViewportSize(done % 2 === 0 ? PHONE : { width: 1280, height: 900 });
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    await page.keyboard.press("Enter");
  }
  await expect(page.getByRole("heading", { name: "Done for now" })).toBeVisible();
  await expectAccessible(page);
});

test("the help on keys fits everybody and gives the focus back", async ({
  page,
  guest: _guest,
}) => {
  await openJourney(page);
  const help = page.getByRole("button", { name: "Keys" });
  await help.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: "Keys" })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(help).toBeFocused();
});
