/** Time and connection of an attempt: whatever the browser's clock says, and while there is no network. */
import { setTime, test } from "./support/journey";
import { plantQuiz } from "./support/planted-quiz";
import {
  begin,
  expect,
  goTo,
  keptHere,
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

const MINUTE_MS = 60_000;

for (const hours of [-24, 0, 24]) {
  test(`a clock that is ${hours} hours off shows the same time left`, async ({ page, guest }) => {
    await page.addInitScript(shiftClock, hours * 60 * MINUTE_MS);
    const quiz = await plantQuiz(guest.userId, [SHORT], { timeLimitSeconds: 1_200 });
    const id = await begin(page, quiz);
    await expect(page.getByRole("timer")).toBeVisible();
    // A slow answer tells the time roughly: the page asks again until one was quick.
    await expect
      .poll(async () => page.evaluate(readTimer, `/api/v1/attempts/${id}/status`))
      .toBeLessThan(1_000);
  });
}

test("ten minutes offline lose nothing, and all of it is saved within five seconds", async ({
  page,
  context,
  guest,
}) => {
  await page.clock.install();
  const startedAt = Date.now();
  const quiz = await plantQuiz(guest.userId, [SHORT, NUMBER, SINGLE], { timeLimitSeconds: 1_200 });
  const id = await begin(page, quiz);
  await word(page).fill("kube");
  await saved(page);

  await context.setOffline(true);
  await word(page).fill("kubelet");
  await keptHere(page);
  await page.clock.runFor(4 * MINUTE_MS);
  await goTo(page, 2);
  await port(page).fill("6443");
  await page.clock.runFor(3 * MINUTE_MS);
  await goTo(page, 3);
  await page.getByRole("radio", { name: /etcd stores it/ }).check();
  await page.clock.runFor(3 * MINUTE_MS);
  await keptHere(page);
  expect(await storedAnswers(id)).toEqual(["kube", null, null]);

  await setTime(context, new Date(startedAt + 10 * MINUTE_MS));
  const backAt = Date.now();
  await context.setOffline(false);
  await saved(page, 5_000);
  expect(Date.now() - backAt).toBeLessThan(5_000);

  expect(await storedAnswers(id)).toEqual(["kubelet", "6443", expect.any(String)]);
  await page.reload();
  await expect(word(page)).toHaveValue("kubelet");
  await goTo(page, 3);
  await expect(page.getByRole("radio", { name: /etcd stores it/ })).toBeChecked();
});

test("what was typed offline is saved after the tab was closed", async ({
  page,
  context,
  guest,
}) => {
  await begin(page, await plantQuiz(guest.userId, [SHORT]));
  const address = page.url();
  await context.setOffline(true);
  await word(page).fill("kubelet");
  await keptHere(page);
  await page.close();
  await context.setOffline(false);
  const later = await context.newPage();
  await later.goto(address);
  await expect(word(later)).toHaveValue("kubelet");
  await saved(later);
});

test("handing in without a connection is done once it is back", async ({
  page,
  context,
  guest,
}) => {
  await begin(page, await plantQuiz(guest.userId, [SHORT]));
  await context.setOffline(true);
  await word(page).fill("kubelet");
  await keptHere(page);
  await page.getByRole("button", { name: "Hand in" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Hand in" }).click();
  await expect(page.getByText("There is no connection.")).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText("1 of 1 points")).toBeVisible();
});

test("the last minute is announced, and at the end what is saved is handed in by itself", async ({
  page,
  context,
  guest,
}) => {
  await page.clock.install();
  const quiz = await plantQuiz(guest.userId, [SHORT], { timeLimitSeconds: 1_200 });
  const id = await begin(page, quiz);
  await word(page).fill("kubelet");
  await saved(page);
  const status = await page.request.get(`/api/v1/attempts/${id}/status`);
  const deadline = Date.parse(((await status.json()) as { deadlineAt: string }).deadlineAt);

  await setTime(context, new Date(deadline - 90_000));
  await page.reload();
  await expect(page.getByRole("timer")).toHaveText(/^1:[0-3]\d$/);
  const live = page.locator("[role=status][aria-live=polite]");
  await page.clock.runFor(35_000);
  await expect(live.filter({ hasText: "One minute left." })).toBeAttached();

  await setTime(context, new Date(deadline + 1_000));
  await page.clock.runFor(65_000);
  await expect(page.getByText("1 of 1 points")).toBeVisible();
});

/** In the page, before anything else: what the device says the time is. */
function shiftClock(offsetMs: number): void {
  const now = Date.now.bind(Date);
  globalThis.Date = new Proxy(Date, {
    construct: (target, args) =>
      Reflect.construct(target, args.length === 0 ? [now() + offsetMs] : args) as object,
  });
  Date.now = () => now() + offsetMs;
}

/** In the page: by how many milliseconds its timer differs from what is left by the server's own word, beyond what the answer's way leaves open. */
async function readTimer(statusPath: string): Promise<number> {
  const asked = performance.now();
  const status = (await (await fetch(statusPath)).json()) as Record<string, string>;
  const travelled = (performance.now() - asked) / 2;
  const text = document.querySelector("[role=timer]")?.textContent ?? "";
  const [minutes = 0, seconds = 0] = text.split(":").map(Number);
  const left = Date.parse(status["deadlineAt"] ?? "") - Date.parse(status["serverNow"] ?? "");
  // Seconds that have begun are shown whole: in the mean half a second more than is left.
  const shown = (minutes * 60 + seconds) * 1_000 - 500;
  return Math.abs(shown - (left - travelled)) - travelled;
}
