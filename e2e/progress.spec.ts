import { expect, openJourney, test } from "./support/journey";
import { dayIn } from "./support/learner-days";
import { liveThrough } from "./support/year-of-study";

test("a newcomer is told what will be shown and what to do", async ({ page, guest: _guest }) => {
  await page.goto("/progress");
  await expect(page.getByText("There is nothing to show yet")).toBeVisible();
  await page.getByRole("link", { name: "Answer your first question" }).click();
  await expect(page).toHaveURL(/\/study/);
});

test("a learner of many months sees what they remember, as charts and as tables", async ({
  page,
  guest,
}) => {
  test.slow();
  await liveThrough(guest.userId, 200);
  await page.goto("/progress");

  const calibration = page.getByRole("figure", { name: "Calibration" });
  await expect(calibration.getByRole("application")).toBeVisible();
  await expect(page.getByText("RMSE in bins")).toBeVisible();
  await calibration.getByRole("button", { name: "Calibration: show as a table" }).click();
  await expect(calibration.getByRole("table").getByRole("row")).not.toHaveCount(0);

  await page.getByLabel("Time", { exact: true }).selectOption("year");
  await expect(page).toHaveURL(/range=year/);
  await page.getByLabel("Bank", { exact: true }).selectOption("etcd");
  await expect(page).toHaveURL(/bank=etcd/);
  await expect(page.getByLabel("Bank", { exact: true })).toHaveValue("etcd");
});

test("the year of study is gone through with the arrow keys", async ({ page, guest }) => {
  await liveThrough(guest.userId, 30);
  await page.goto("/progress");
  const calendar = page.getByRole("application", { name: /^A year of study/ });
  await calendar.focus();
  await page.keyboard.press("ArrowUp");
  const yesterday = dayIn(-1).toLocaleDateString("en-GB", {
    day: "numeric",
    month: "long",
    timeZone: "UTC",
  });
  await expect(
    page.getByText(new RegExp(`${yesterday}.*: (\\d+ answers?|no answers)`)),
  ).toBeVisible();
});

test("readiness names what would raise it most, and leads there", async ({ page, guest }) => {
  await liveThrough(guest.userId, 30);
  await page.goto("/today");
  await expect(page.getByRole("heading", { name: "Readiness" })).toBeVisible();
  const gain = page.getByRole("link", { name: /questions? on / }).first();
  await expect(gain).toBeVisible();
  await expect(page.getByText(/probability of passing/)).toBeVisible();
});

test("a question shows how it fades only once it was answered", async ({ page, guest: _guest }) => {
  await openJourney(page);
  const href = "/banks/journey";
  await page.keyboard.press("Escape");
  await page.keyboard.press("d");
  await expect(page.getByRole("heading", { name: "Here is the answer" })).toBeVisible();
  const history = await page.request.get("/api/v1/my-data/reviews");
  const id = (await history.text()).split("\r\n")[1]?.split(",")[0] ?? "";
  expect(id).toContain("journey/");

  await page.goto(`/banks/${id}`);
  await expect(page.getByRole("figure", { name: "How it fades" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "What others get wrong" })).toBeVisible();

  await page.goto(href);
  const other = page.locator(`a[href^="${href}/"]:not([href="/banks/${id}"])`).first();
  await other.click();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("heading", { name: "What others get wrong" })).toBeHidden();
});
