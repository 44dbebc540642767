import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

import { expect, test } from "./support/journey";
import { JOURNEY } from "./support/journey-bank";
import { plantQuiz } from "./support/planted-quiz";

const SHORT = `${JOURNEY}/of-kind-short`;
const NUMBER = `${JOURNEY}/of-kind-number`;
const SINGLE = `${JOURNEY}/of-kind-single`;

/** What a lost connection or a refused save says in the console belongs to these journeys. */
test.use({ expectedErrors: [/409|ERR_INTERNET_DISCONNECTED|Failed to load resource/] });

async function begin(
  page: Page,
  { classId, assignmentId }: { classId: string; assignmentId: string },
) {
  await page.goto(`/classes/${classId}/assignments/${assignmentId}`);
  await page.getByRole("button", { name: "Start", exact: true }).click();
  await page.waitForURL(/\/attempts\//);
  await expect(page.getByText("Question 1 of")).toBeVisible();
}

const saved = (page: Page) => expect(page.getByText("Saved", { exact: true })).toBeVisible();
const word = (page: Page) => page.getByRole("textbox", { name: /which word names the agent/ });
const port = (page: Page) => page.getByRole("textbox", { name: /on which port/ });

test("an attempt survives a lost connection, a stale tab and is handed in", async ({
  page,
  context,
  guest,
}) => {
  test.slow();
  const quiz = await plantQuiz(guest.userId, [SHORT, NUMBER, SINGLE]);
  await begin(page, quiz);

  const start = Date.now();
  const put = page.waitForRequest((request) => request.method() === "PATCH");
  await word(page).fill("kube");
  await put;
  expect(Date.now() - start).toBeLessThan(2_000);
  await saved(page);

  // Offline: what is typed stays on the device, also when the page is loaded again later.
  await context.setOffline(true);
  await word(page).fill("kubelet");
  await expect(page.getByText("Offline: kept on this device")).toBeVisible();
  await page.getByRole("button", { name: "Next", exact: true }).click();
  await port(page).fill("6443");
  await expect(page.getByText("Offline: kept on this device")).toBeVisible();
  const back = Date.now();
  await context.setOffline(false);
  await saved(page);
  expect(Date.now() - back).toBeLessThan(5_000);

  // Another tab saves something newer; the stale one keeps its text and shows both.
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(word(other)).toHaveValue("kubelet");
  await page.getByRole("button", { name: "Question 1, answered" }).click();
  await word(other).fill("the kubelet");
  await saved(other);
  await word(page).fill("kubelets");
  await expect(page.getByText("Two versions: choose one")).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole("region", { name: "In this tab" }).getByRole("textbox")).toHaveValue(
    "kubelets",
  );
  await expect(
    page.getByRole("region", { name: "Saved from elsewhere" }).getByRole("textbox"),
  ).toHaveValue("the kubelet");
  await page.getByRole("region", { name: "In this tab" }).getByRole("button").click();
  await word(page).fill("kubelet");
  await saved(page);
  await other.close();

  await page.getByRole("button", { name: "Flag" }).click();
  await saved(page);
  await page.reload();
  await expect(word(page)).toHaveValue("kubelet");
  await expect(page.getByRole("button", { name: "Question 1, answered, flagged" })).toBeVisible();

  await page.getByRole("button", { name: "Hand in" }).click();
  const dialog = page.getByRole("dialog", { name: "Hand in?" });
  await expect(dialog).toContainText("Without an answer: question 3");
  await dialog.getByRole("button", { name: "Hand in" }).click();
  await expect(page.getByText("2 of 3 points")).toBeVisible();
  await expect(page.getByText("Right", { exact: true })).toHaveCount(2);
  await expect(page.getByText("etcd stores it")).toBeVisible();
  await expect(page.getByText("This is explained here.")).toHaveCount(0);
});

test("what was typed offline is saved after the tab was closed", async ({
  page,
  context,
  guest,
}) => {
  const quiz = await plantQuiz(guest.userId, [SHORT]);
  await begin(page, quiz);
  const address = page.url();
  await context.setOffline(true);
  await word(page).fill("kubelet");
  await expect(page.getByText("Offline: kept on this device")).toBeVisible();
  await page.close();
  await context.setOffline(false);
  const later = await context.newPage();
  await later.goto(address);
  await expect(word(later)).toHaveValue("kubelet");
  await saved(later);
});

for (const hours of [-24, 0, 24]) {
  test(`a clock that is ${hours} hours off shows the same time left`, async ({ page, guest }) => {
    await page.addInitScript((offset) => {
      const now = Date.now.bind(Date);
      Date.now = () => now() + offset;
    }, hours * 3_600_000);
    const quiz = await plantQuiz(guest.userId, [SHORT], { timeLimitSeconds: 1_200 });
    await begin(page, quiz);
    await expect(page.getByRole("timer")).toBeVisible();
    const id = page.url().split("/").at(-1) ?? "";
    await expect
      .poll(async () => {
        const { shown, left, doubt } = await page.evaluate(
          readTimer,
          `/api/v1/attempts/${id}/status`,
        );
        // Seconds that have begun are shown whole: in the mean half a second more than is left.
        return Math.abs(shown - 500 - left) - doubt;
      })
      .toBeLessThan(1_000);
  });
}

test("at the deadline what is saved is handed in, and the result comes by itself", async ({
  page,
  guest,
}) => {
  test.slow();
  const quiz = await plantQuiz(guest.userId, [SHORT], { timeLimitSeconds: 70 });
  await begin(page, quiz);
  await word(page).fill("kubelet");
  await expect(page.getByRole("status").filter({ hasText: "One minute left." })).toBeVisible({
    timeout: 20_000,
  });
  await expect(page.getByText("1 of 1 points")).toBeVisible({ timeout: 90_000 });
});

test("an attempt is taken by keyboard alone", async ({ page, guest }) => {
  const quiz = await plantQuiz(guest.userId, [SINGLE, SHORT]);
  await page.goto(`/classes/${quiz.classId}/assignments/${quiz.assignmentId}`);
  const press = async (name: string) => {
    await tabTo(page, name);
    await page.keyboard.press("Enter");
  };
  await press("Start");
  await page.waitForURL(/\/attempts\//);
  await expect(page.getByText("Question 1 of 2")).toBeVisible();
  await page.keyboard.press("1");
  await saved(page);
  await page.keyboard.press("n");
  await expect(page.getByText("Question 2 of 2")).toBeVisible();
  await page.keyboard.press("Tab");
  await page.keyboard.type("kubelet");
  await page.keyboard.press("Enter");
  await saved(page);
  await press("Hand in");
  await expect(page.getByRole("dialog")).toBeVisible();
  await press("Hand in");
  await expect(page.getByText(/of 2 points/)).toBeVisible();
});

test("the pages of a quiz fit everybody", async ({ page, guest }) => {
  const quiz = await plantQuiz(guest.userId, [SHORT, SINGLE], { timeLimitSeconds: 1_200 });
  await page.goto(`/classes/${quiz.classId}/assignments/${quiz.assignmentId}`);
  await expectFits(page);
  await page.setViewportSize({ width: 1280, height: 900 });
  await begin(page, quiz);
  await expectFits(page);
  await page.getByRole("button", { name: "Hand in" }).click();
  await expectFits(page);
  await page.getByRole("dialog").getByRole("button", { name: "Hand in" }).click();
  await expect(page.getByText(/of 2 points/)).toBeVisible();
  await expectFits(page);
});

/** In the page: milliseconds that its timer shows, and that are left by the server's own word. */
async function readTimer(
  statusPath: string,
): Promise<{ shown: number; left: number; doubt: number }> {
  const asked = performance.now();
  const status = (await (await fetch(statusPath)).json()) as Record<string, string>;
  const travelled = (performance.now() - asked) / 2;
  const text = document.querySelector("[role=timer]")?.textContent ?? "";
  const [minutes = 0, seconds = 0] = text.split(":").map(Number);
  const left = Date.parse(status["deadlineAt"] ?? "") - Date.parse(status["serverNow"] ?? "");
  return { shown: (minutes * 60 + seconds) * 1_000, left: left - travelled, doubt: travelled };
}

/** Tab until the control of this name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let steps = 0; steps < 60; steps++) {
    await page.keyboard.press("Tab");
    const focused = await page.evaluate(() => document.activeElement?.textContent ?? "");
    if (focused === name) return;
  }
  throw new Error(`Tab does not reach "${name}"`);
}

async function expectFits(page: Page): Promise<void> {
  await page.emulateMedia({ reducedMotion: "reduce" });
  for (const [colorScheme, width] of [
    ["light", 1280],
    ["dark", 360],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 800 });
    const { violations } = await new AxeBuilder({ page })
      .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
      .analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`)).toEqual([]);
    const excess = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(excess).toBe(0);
  }
}
