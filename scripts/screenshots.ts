/**
 * npm run screenshots -- --password PASSWORD [--address http://localhost:3000]
 *
 * Takes the pictures of README from a running server with the demo (npm run demo), light and
 * dark, into docs/screenshots. It changes nothing on the server.
 */
import { statSync } from "node:fs";
import { parseArgs } from "node:util";
import { chromium, type Browser, type Locator, type Page } from "playwright";

import { findChromium } from "@/scripts/chromium.mjs";
import { DEMO_DOMAIN } from "@/scripts/demo/demo-people";

type Picture = {
  name: string;
  /** Who signs in; null for a visitor. */
  as: "student" | "instructor" | null;
  /** Goes to what is in the picture, from the person's first page. */
  show: (page: Page) => Promise<void>;
  height?: number;
  /** What of the page is in it; all that fits the window when left out. */
  part?: (page: Page) => Locator;
};

const FOLDER = "docs/screenshots";
const WIDTH = 1_200;
const HEIGHT = 800;
const SLOW_MS = 120_000;
/** What a server in development draws over its pages. */
const WITHOUT_TOOLS = "nextjs-portal { display: none }";

const inClass = (tab: string) => async (page: Page) => {
  await page.goto("/classes");
  await page
    .getByRole("main")
    .getByRole("link", { name: /autumn course/ })
    .first()
    .click();
  await page.getByRole("link", { name: tab, exact: true }).first().click();
  await page.waitForURL(/\/classes\/[^/]+\/.+/);
};

const inAssignment = (title: string, then?: string) => async (page: Page) => {
  await inClass("Assignments")(page);
  await page.getByRole("link", { name: title }).click();
  await page.getByRole("heading", { level: 2, name: title }).waitFor();
  if (then === undefined) return;
  await page.getByRole("link", { name: then, exact: true }).click();
  await page.waitForURL(/\/results/);
};

const PICTURES: readonly Picture[] = [
  {
    name: "kubectl-verdict",
    as: null,
    height: 1_060,
    show: async (page) => {
      await page.goto("/");
      await page
        .getByRole("textbox")
        .first()
        .fill("kubectl scale deploy/web --replicas=6 -n default");
      await page.getByRole("button", { name: "Check" }).click();
      await page.getByText("Not right").waitFor();
    },
  },
  { name: "today", as: "student", show: (page) => open(page, "/today") },
  {
    name: "progress",
    as: "student",
    height: 1_000,
    show: (page) => open(page, "/progress"),
  },
  {
    name: "heatmap",
    as: "student",
    show: (page) => open(page, "/progress"),
    part: (page) => page.getByRole("figure", { name: "A year of study" }),
  },
  { name: "homework", as: "instructor", height: 1_000, show: inAssignment("A little each day") },
  {
    name: "results",
    as: "instructor",
    height: 1_000,
    show: inAssignment("Quiz 1: the first weeks", "Results"),
  },
  { name: "gradebook", as: "instructor", show: inClass("Gradebook") },
];

const values = parseArgs({
  options: {
    password: { type: "string" },
    address: { type: "string", default: "http://localhost:3000" },
    only: { type: "string" },
  },
}).values;

async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.getByRole("heading", { level: 1 }).waitFor();
}

async function signIn(page: Page, as: string, password: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("Email").fill(`${as}@${DEMO_DOMAIN}`);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL("**/today");
}

async function take(browser: Browser, picture: Picture, password: string): Promise<void> {
  const context = await browser.newContext({
    baseURL: values.address,
    viewport: { width: WIDTH, height: picture.height ?? HEIGHT },
    reducedMotion: "reduce",
  });
  context.setDefaultTimeout(SLOW_MS);
  const page = await context.newPage();
  if (picture.as) await signIn(page, picture.as, password);
  await picture.show(page);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.waitForLoadState("networkidle");
    await page.evaluate(() => document.fonts.ready.then(() => null));
    const path = `${FOLDER}/${picture.name}${colorScheme === "dark" ? "-dark" : ""}.png`;
    await (picture.part?.(page) ?? page).screenshot({ path, style: WITHOUT_TOOLS });
    console.log(`${path}  ${Math.round(statSync(path).size / 1_024)} KB`);
  }
  await context.close();
}

if (values.password === undefined) {
  console.error("Usage: npm run screenshots -- --password PASSWORD [--address URL] [--only NAME]");
  process.exit(2);
}
const { executable, env } = await findChromium();
const browser = await chromium.launch({
  executablePath: executable,
  env: { ...process.env, ...env },
});
try {
  for (const picture of PICTURES) {
    if (values.only === undefined || values.only === picture.name) {
      await take(browser, picture, values.password);
    }
  }
} finally {
  await browser.close();
}
