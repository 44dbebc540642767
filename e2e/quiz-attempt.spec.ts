import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

import { test } from "./support/journey";
import { plantQuiz } from "./support/planted-quiz";
import {
  anotherDevice,
  begin,
  expect,
  goTo,
  LOST_CONNECTION,
  NUMBER,
  port,
  saved,
  SHORT,
  SINGLE,
  storedAnswers,
  word,
} from "./support/quiz-steps";

test.use({ expectedErrors: [LOST_CONNECTION] });
test.describe.configure({ timeout: 180_000 });

test("an answer is saved within two seconds of its last key", async ({ page, guest }) => {
  await begin(page, await plantQuiz(guest.userId, [SHORT]));
  const typedAt = Date.now();
  const [request] = await Promise.all([
    page.waitForRequest((each) => each.method() === "PATCH"),
    word(page).fill("kube"),
  ]);
  expect(Date.now() - typedAt).toBeLessThan(2_000);
  expect(request.postDataJSON()).toMatchObject({ answer: { kind: "short", text: "kube" } });
  await saved(page);
});

test("questions are gone through, flagged, and what is open is named before handing in", async ({
  page,
  guest,
}) => {
  await begin(page, await plantQuiz(guest.userId, [SHORT, NUMBER, SINGLE]));
  await word(page).fill("kubelet");
  await page.getByRole("button", { name: "Next", exact: true }).click();
  await port(page).fill("6443");
  await goTo(page, 1);
  await expect(word(page)).toHaveValue("kubelet");
  await page.getByRole("button", { name: "Flag" }).click();
  await saved(page);

  await page.reload();
  await expect(word(page)).toHaveValue("kubelet");
  await expect(page.getByRole("button", { name: "Question 1, answered, flagged" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Question 3, not answered" })).toBeVisible();

  await page.getByRole("button", { name: "Hand in" }).click();
  const dialog = page.getByRole("dialog", { name: "Hand in?" });
  await expect(dialog).toContainText("Without an answer: question 3");
  await expect(dialog).toContainText("Flagged: question 1");
  await dialog.getByRole("button", { name: "Hand in" }).click();
  await expect(page.getByText("2 of 3 points")).toBeVisible();
  await expect(page.getByText("Right", { exact: true })).toHaveCount(2);
  // Verdicts are shown, solutions are not.
  await expect(page.getByText("etcd stores it")).toBeVisible();
  await expect(page.getByText("This is explained here.")).toHaveCount(0);
});

test("a stale tab is refused, keeps its text and can choose", async ({ page, context, guest }) => {
  const id = await begin(page, await plantQuiz(guest.userId, [SHORT]));
  const other = await context.newPage();
  await other.goto(page.url());
  await word(other).fill("the kubelet");
  await saved(other);

  const [refused] = await Promise.all([
    page.waitForResponse((response) => response.request().method() === "PATCH"),
    word(page).fill("kubelets"),
  ]);
  expect(refused.status()).toBe(409);
  await expect(page.getByText("Two versions: choose one")).toBeVisible();
  const mine = page.getByRole("region", { name: "In this tab" });
  const theirs = page.getByRole("region", { name: "Saved from elsewhere" });
  await expect(mine.getByRole("textbox")).toHaveValue("kubelets");
  await expect(theirs.getByRole("textbox")).toHaveValue("the kubelet");
  expect(await storedAnswers(id)).toEqual(["the kubelet"]);

  await mine.getByRole("button", { name: "Keep this one" }).click();
  await saved(page);
  await expect(word(page)).toHaveValue("kubelets");
  expect(await storedAnswers(id)).toEqual(["kubelets"]);
});

test("an attempt is gone on with on another device, and says so where it was handed in", async ({
  page,
  context,
  guest,
}) => {
  await begin(page, await plantQuiz(guest.userId, [SHORT, NUMBER]));
  await word(page).fill("kubelet");
  await saved(page);

  const other = await anotherDevice(context);
  await other.goto(page.url());
  await expect(word(other)).toHaveValue("kubelet");
  await goTo(other, 2);
  await port(other).fill("6443");
  await saved(other);
  await other.getByRole("button", { name: "Hand in" }).click();
  await other.getByRole("dialog").getByRole("button", { name: "Hand in" }).click();
  await expect(other.getByText("2 of 2 points")).toBeVisible();
  await other.context().close();

  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  await expect(page.getByText("This attempt was handed in, from elsewhere")).toBeVisible();
  await expect(word(page)).toBeDisabled();
  await page.getByRole("button", { name: "See the result" }).click();
  await expect(page.getByText("2 of 2 points")).toBeVisible();
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
  await expect(page.getByRole("radio").first()).toBeEnabled();
  await page.keyboard.press("1");
  await saved(page);
  await expect(page.getByRole("button", { name: "Question 1, answered" })).toBeVisible();
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

/** Tab until the control of this name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  await expect(page.getByRole("button", { name, exact: true }).last()).toBeVisible();
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
