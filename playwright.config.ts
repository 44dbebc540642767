import { defineConfig } from "@playwright/test";

/** `npm run e2e` starts the server, finds the browser and says here where they are. */
const baseURL = process.env["RECONCILE_BASE_URL"] ?? "";
const executablePath = process.env["RECONCILE_CHROMIUM"] ?? "";

export default defineConfig({
  testDir: "e2e",
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  outputDir: "test-results",
  reporter: [["line"], ["json", { outputFile: "test-results/report.json" }]],
  use: {
    baseURL,
    launchOptions: { executablePath },
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
    video: "off",
  },
});
