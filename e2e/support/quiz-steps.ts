/** Steps of taking a quiz that several journeys share. */
import { expect as usual, type BrowserContext, type Page } from "@playwright/test";

import { JOURNEY } from "./journey-bank";
import { sql } from "./people";

export const SHORT = `${JOURNEY}/of-kind-short`;
export const NUMBER = `${JOURNEY}/of-kind-number`;
export const SINGLE = `${JOURNEY}/of-kind-single`;

/** What follows from a save or a hand-in may take long on a busy machine. */
export const expect = usual.configure({ timeout: 45_000 });

/** What a lost connection or a refused save says in the console. */
export const LOST_CONNECTION = /409|ERR_INTERNET_DISCONNECTED|Failed to load resource/;

type Planted = { classId: string; assignmentId: string };

/** Starts an attempt from the page of its assignment; returns its id. */
export async function begin(page: Page, { classId, assignmentId }: Planted): Promise<string> {
  await page.goto(`/classes/${classId}/assignments/${assignmentId}`);
  await page.getByRole("button", { name: "Start", exact: true }).click();
  await page.waitForURL(/\/attempts\//);
  await expect(page.getByText("Question 1 of")).toBeVisible();
  return page.url().split("/").at(-1) ?? "";
}

export const saved = (page: Page, timeout = 45_000) =>
  expect(page.getByText("Saved", { exact: true })).toBeVisible({ timeout });

export const keptHere = (page: Page) =>
  expect(page.getByText("Offline: kept on this device")).toBeVisible();

export const word = (page: Page) =>
  page.getByRole("textbox", { name: /which word names the agent/ });
export const port = (page: Page) => page.getByRole("textbox", { name: /on which port/ });

export const goTo = (page: Page, number: number) =>
  page.getByRole("button", { name: new RegExp(`^Question ${number}, `) }).click();

/** What an attempt's answers say as the database has them, in order of position; null where nothing is saved. */
export async function storedAnswers(attemptId: string): Promise<(string | null)[]> {
  const rows = await sql<{ text: string | null }>(
    `select coalesce(answer ->> 'text', answer ->> 'value', answer ->> 'pick') as text from "AttemptAnswer" where "attemptId" = $1 order by position`,
    [attemptId],
  );
  return rows.map(({ text }) => text);
}

/** Another device of the same person: signed in, and knowing nothing that is kept on the first. */
export async function anotherDevice(context: BrowserContext): Promise<Page> {
  const browser = context.browser();
  if (!browser) throw new Error("This context has no browser");
  const other = await browser.newContext();
  await other.addCookies(await context.cookies());
  return other.newPage();
}
