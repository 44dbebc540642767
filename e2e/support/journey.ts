import { expect, test as base, type BrowserContext, type Page } from "@playwright/test";
import pg from "pg";
import { v7 as uuidV7 } from "uuid";

import type { QueueResponse } from "@/lib/domain/study/queue-contract";

import { JOURNEY, journeyBank } from "./journey-bank";
import { plantBank, raiseDailyLimit } from "./planted-bank";

type Options = {
  /** Console errors that belong to what a journey provokes, such as an answer of 401. */
  expectedErrors: RegExp[];
};

type Fixtures = {
  /** Fails a journey in which a page complained. */
  quietConsole: undefined;
  /** A guest who is signed in without clicking through anything. */
  guest: { userId: string };
};

type WorkerFixtures = { journeyQuestions: undefined };

export const test = base.extend<Options & Fixtures, WorkerFixtures>({
  expectedErrors: [[], { option: true }],

  journeyQuestions: [
    async ({}, use) => {
      await plantBank(journeyBank());
      await use(undefined);
    },
    { scope: "worker", auto: true },
  ],

  quietConsole: [
    async ({ context, expectedErrors }, use) => {
      const complaints = listenForComplaints(context);
      await use(undefined);
      const unexpected = complaints.filter(
        (text) => !expectedErrors.some((expected) => expected.test(text)),
      );
      expect(unexpected, "errors in the console").toEqual([]);
    },
    { auto: true },
  ],

  guest: async ({ context }, use) => {
    await signInAsGuest(context);
    const userId = await newestGuest(context);
    await raiseDailyLimit(userId);
    await use({ userId });
  },
});

export { expect };

function listenForComplaints(context: BrowserContext): string[] {
  const complaints: string[] = [];
  context.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  context.on("weberror", (error) => complaints.push(error.error().message));
  return complaints;
}

async function signInAsGuest({ request }: BrowserContext): Promise<void> {
  const csrf = (await (await request.get("/api/auth/csrf")).json()) as { csrfToken: string };
  const form = { csrfToken: csrf.csrfToken, json: "true", callbackUrl: "/" };
  const response = await request.post("/api/auth/callback/guest", { form });
  expect(response.ok()).toBe(true);
}

/** The session names nobody, so the guest is found by an answer that is taken back at once. */
async function newestGuest({ request }: BrowserContext): Promise<string> {
  const pool = new pg.Pool({ connectionString: process.env["DATABASE_URL"], max: 1 });
  const queue = (await (
    await request.post("/api/v1/study/queue", { data: { limit: 1 } })
  ).json()) as QueueResponse;
  const item = queue.items[0];
  if (!item) throw new Error("There is nothing to study");
  const id = uuidV7();
  const answer = { kind: item.question.kind, gaveUp: true };
  await request.post("/api/v1/study/answers", {
    data: { id, ticket: item.ticket, answer, durationMs: 1 },
  });
  const { rows } = await pool.query<{ userId: string }>(
    `select "userId" from "Review" where id = $1`,
    [id],
  );
  await pool.query(`delete from "Review" where id = $1`, [id]);
  await pool.query(`delete from "Card" where "userId" = $1`, [rows[0]?.userId]);
  await pool.end();
  if (!rows[0]) throw new Error("The guest's answer was not recorded");
  return rows[0].userId;
}

/** Opens the player on the journey's own questions, once the server knows them. */
export async function openJourney(page: Page): Promise<void> {
  await expect
    .poll(async () => {
      const response = await page.request.post("/api/v1/study/queue", {
        data: { limit: 1, banks: [JOURNEY] },
      });
      return ((await response.json()) as QueueResponse).counts.new;
    })
    .toBeGreaterThan(0);
  await page.goto(`/study?bank=${JOURNEY}`);
  await expect(promptOf(page)).toBeVisible();
}

/** The text of the question on screen, once it can be answered: the server shows it before that. */
export const promptOf = (page: Page) =>
  page.getByText(/^Journey:/).and(page.locator(":not([inert] *)"));

/** Whatever the test clock says, for pages and requests of this browser. */
export const setTime = (context: BrowserContext, now: Date) =>
  context.setExtraHTTPHeaders({ "x-test-now": now.toISOString() });
