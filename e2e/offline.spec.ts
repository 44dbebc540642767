import type { BrowserContext, Page } from "@playwright/test";
import pg from "pg";
import { v7 as uuidV7 } from "uuid";

import type { AnswerRequest } from "@/lib/domain/study/answer-contract";

import { expect, openJourney, promptOf, test } from "./support/journey";
import { JOURNEY } from "./support/journey-bank";

test.use({ expectedErrors: [/Failed to (load resource|fetch)/] });

const KEPT = "Kept on this device: graded when you are back online";
const QUESTIONS = 10;
const ADDRESS = `/study?bank=${JOURNEY}`;

/** The page and all questions of the session are on the device. */
async function untilKept(page: Page) {
  await expect.poll(() => page.evaluate(isPageKept, ADDRESS), { timeout: 30_000 }).toBe(true);
  await expect.poll(() => page.evaluate(countOf, "sessions")).toBe(1);
}

const isPageKept = async (address: string) =>
  (await caches.match(new URL(address, location.origin).href, { ignoreVary: true })) !== undefined;

const countOf = (store: string) =>
  new Promise<number>((resolve, reject) => {
    const opening = indexedDB.open("reconcile");
    opening.onerror = reject;
    opening.onsuccess = () => {
      const counting = opening.result.transaction(store).objectStore(store).count();
      counting.onerror = reject;
      counting.onsuccess = () => {
        opening.result.close();
        resolve(counting.result);
      };
    };
  });

/** Gives up on the question on screen; returns its prompt. */
async function answerOffline(page: Page): Promise<string> {
  await expect(page.getByRole("button", { name: /^Check/ })).toBeVisible();
  const prompt = await promptOf(page).innerText();
  await page.keyboard.press("Escape");
  await page.keyboard.press("d");
  await expect(page.getByRole("heading", { name: KEPT })).toBeVisible();
  return prompt;
}

async function answerAndGoOn(page: Page): Promise<string> {
  const prompt = await answerOffline(page);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: KEPT })).toBeHidden();
  return prompt;
}

type LoggedReview = {
  id: string;
  questionId: string;
  reviewedAt: Date;
  recordedAt: Date;
  undoneAt: Date | null;
};

/** What the server has, in the order in which it was recorded. */
async function logOf(userId: string): Promise<LoggedReview[]> {
  const client = new pg.Client({ connectionString: process.env["DATABASE_URL"] });
  await client.connect();
  const { rows } = await client.query<LoggedReview>(
    `select id, "questionId", "reviewedAt", "recordedAt", "undoneAt" from "Review"
      where "userId" = $1 order by "recordedAt", id`,
    [userId],
  );
  await client.end();
  return rows;
}

function listenForAnswers(context: BrowserContext): AnswerRequest[] {
  const sent: AnswerRequest[] = [];
  context.on("request", (request) => {
    if (request.url().endsWith("/study/answers")) {
      sent.push(request.postDataJSON() as AnswerRequest);
    }
  });
  return sent;
}

test("a session begun online is finished offline, and its answers arrive once, in order", async ({
  page,
  context,
  guest,
}) => {
  test.setTimeout(120_000);
  const sent = listenForAnswers(context);
  await openJourney(page);
  await untilKept(page);
  await context.setOffline(true);
  await expect(page.getByText("No connection.")).toBeVisible();

  const asked: string[] = [];
  for (let count = 0; count < 5; count++) asked.push(await answerAndGoOn(page));
  await expect(page.getByText("5 answers are kept on this device.")).toBeVisible();

  await page.reload();
  while (asked.length < QUESTIONS) asked.push(await answerAndGoOn(page));
  expect(new Set(asked).size).toBe(QUESTIONS);
  await expect(page.getByText("10 wait on this device to be graded.")).toBeVisible();

  // Another device answers, meanwhile, what was answered here before.
  const given = new Map(sent.map((request) => [request.id, request]));
  const [first] = [...given.values()];
  if (!first) throw new Error("Nothing was sent");
  const other = uuidV7();
  const { ticket, answer } = first;
  const response = await page.request.post("/api/v1/study/answers", {
    data: { id: other, ticket, answer, durationMs: 1 },
  });
  expect(response.ok()).toBe(true);

  await context.setOffline(false);
  // A page that was loaded offline is not always told that it is online: it tries twice a minute.
  await expect(page.getByText("10 answers from before were sent and graded")).toBeVisible({
    timeout: 45_000,
  });
  await expect(page.getByText("No connection.")).toBeHidden();

  const log = await logOf(guest.userId);
  const own = log.filter(({ id }) => id !== other);
  expect(own).toHaveLength(QUESTIONS);
  const times = new Map(sent.map(({ id, answeredAt }) => [id, answeredAt]));
  expect(own.map(({ reviewedAt }) => reviewedAt.toISOString())).toEqual(
    own.map(({ id }) => times.get(id)),
  );
  // They were recorded in the order in which they were given.
  expect(own.map(({ reviewedAt }) => reviewedAt)).toEqual(
    own.map(({ reviewedAt }) => reviewedAt).toSorted((a, b) => a.getTime() - b.getTime()),
  );
  const twice = log.filter(({ questionId }) => questionId === ticket.questionId);
  expect(twice.map(({ id }) => id)).toEqual([other, first.id]);

  await page.getByRole("button", { name: "See them" }).click();
  const verdicts = page.getByRole("dialog", { name: "Answers from before" });
  await expect(verdicts.getByRole("listitem")).toHaveCount(QUESTIONS);
  await expect(verdicts.getByText("gave up")).toHaveCount(QUESTIONS);
  await verdicts.getByRole("button", { name: "Verdict" }).first().click();
  await expect(verdicts.getByRole("heading", { name: "Here is the answer" })).toBeVisible();
  await expect(verdicts.getByRole("link", { name: asked[0] ?? "" })).toHaveAttribute(
    "href",
    new RegExp(`^/banks/${JOURNEY}/`),
  );
  await verdicts.getByRole("button", { name: "I have seen them" }).click();
  await expect.poll(() => page.evaluate(countOf, "answers")).toBe(0);
});

test("an answer that waits is taken back, and its question asked again", async ({
  page,
  context,
  guest,
}) => {
  test.setTimeout(120_000);
  await openJourney(page);
  await untilKept(page);
  await context.setOffline(true);
  const first = await answerAndGoOn(page);
  const second = await answerOffline(page);
  await page.keyboard.press("z");
  await expect(page.getByText("Answer taken back. Here is the question again.")).toBeVisible();
  await expect(promptOf(page)).toHaveText(second);
  await page.getByRole("button", { name: "Take back what you did last" }).click();
  await expect(promptOf(page)).toHaveText(first);
  await answerOffline(page);
  await expect(page.getByText("1 answer is kept on this device.")).toBeVisible();

  await context.setOffline(false);
  await expect(page.getByRole("heading", { name: "Here is the answer" })).toBeVisible({
    timeout: 45_000,
  });
  const standing = async () => {
    const log = await logOf(guest.userId);
    return log.filter(({ undoneAt }) => undoneAt === null).length;
  };
  // What was taken back has reached the log too, and counts for nothing.
  await expect.poll(() => page.evaluate(countOf, "answers")).toBe(0);
  expect((await logOf(guest.userId)).length).toBe(3);
  expect(await standing()).toBe(1);
});

test("the first question comes with the page", async ({ page, guest: _guest }) => {
  await page.route("**/api/v1/study/queue", (route) => route.abort());
  await page.goto(ADDRESS);
  await expect(promptOf(page)).toBeVisible();
  await expect(page.getByRole("button", { name: /^Check/ })).toBeVisible();
});

test("two tabs share what waits, and nothing is sent by both", async ({ page, context, guest }) => {
  test.setTimeout(120_000);
  await openJourney(page);
  await untilKept(page);
  const other = await context.newPage();
  await other.goto(ADDRESS);
  await expect(promptOf(other)).toBeVisible();
  await context.setOffline(true);
  await answerAndGoOn(page);
  await answerAndGoOn(page);
  await expect(other.getByText("2 answers are kept on this device.")).toBeVisible();
  const answered = new Map<string, number>();
  context.on("response", (response) => {
    if (!response.url().endsWith("/study/answers")) return;
    const { id } = response.request().postDataJSON() as AnswerRequest;
    answered.set(id, (answered.get(id) ?? 0) + 1);
  });
  await context.setOffline(false);
  await expect(other.getByText("2 answers from before were sent and graded")).toBeVisible();
  expect([...answered.values()]).toEqual([1, 1]);
  expect(await logOf(guest.userId)).toHaveLength(2);
});

test("what the server refuses is shown with the reason until the learner throws it away", async ({
  page,
  context,
  guest: _guest,
}) => {
  test.setTimeout(120_000);
  await openJourney(page);
  await untilKept(page);
  await context.setOffline(true);
  await answerAndGoOn(page);
  await page.evaluate(dateAnswersBack, "2020-01-01T00:00:00.000Z");
  await context.setOffline(false);
  await expect(page.getByText("1 answer was not taken.")).toBeVisible();
  await page.reload();
  await page.getByRole("button", { name: "See them" }).click();
  const verdicts = page.getByRole("dialog", { name: "Answers from before" });
  await expect(verdicts.getByText("not taken", { exact: true })).toBeVisible();
  await expect(verdicts.getByText("The request is not valid.")).toBeVisible();
  await verdicts.getByRole("button", { name: "Throw away" }).click();
  await expect.poll(() => page.evaluate(countOf, "answers")).toBe(0);
});

const dateAnswersBack = (answeredAt: string) =>
  new Promise<void>((resolve, reject) => {
    const opening = indexedDB.open("reconcile");
    opening.onerror = reject;
    opening.onsuccess = () => {
      const transaction = opening.result.transaction("answers", "readwrite");
      const walking = transaction.objectStore("answers").openCursor();
      walking.onsuccess = () => {
        const cursor = walking.result;
        if (!cursor) return;
        const kept = cursor.value as { request: object };
        cursor.update({ ...kept, request: { ...kept.request, answeredAt } });
        cursor.continue();
      };
      transaction.onabort = reject;
      transaction.oncomplete = () => {
        opening.result.close();
        resolve();
      };
    };
  });

test("pages that need a connection say so, and lead back to the session", async ({
  page,
  context,
  guest: _guest,
}) => {
  await openJourney(page);
  await untilKept(page);
  await context.setOffline(true);
  await page.goto("/progress");
  await expect(page.getByText("There is no connection", { exact: true })).toBeVisible();
  await page.getByRole("link", { name: "Go on studying" }).click();
  await expect(promptOf(page)).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`${JOURNEY}$`));
});

test("signing out leaves nothing of the session on the device", async ({ page, context }) => {
  await page.goto("/sign-up");
  await page.getByLabel("Name").fill("Olga Offline");
  await page.getByLabel("Email").fill(`${uuidV7()}@example.org`);
  await page.getByLabel("Password").fill("correct horse battery 7");
  await page.getByRole("button", { name: "Sign up" }).click();
  await page.waitForURL("**/today");
  await openJourney(page);
  await untilKept(page);
  await page.goto("/settings");
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.waitForURL((url) => url.pathname === "/");
  expect(await page.evaluate(isPageKept, ADDRESS)).toBe(false);
  expect(await page.evaluate(countOf, "sessions")).toBe(0);
  expect(await page.evaluate(countOf, "answers")).toBe(0);
  await context.setOffline(true);
  await page.goto(ADDRESS);
  await expect(page.getByText("There is no connection", { exact: true })).toBeVisible();
});
