/** The end-to-end tests: a database with the banks, the built application, a real Chromium. */
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { checkout } from "./checkout.mjs";
import { findChromium } from "./chromium.mjs";
import { loadContent } from "./content.mjs";
import { findFreePort } from "./free-port.mjs";
import { migrate } from "./migrations.mjs";
import { ensureBuild, isBuildFresh } from "./next-build.mjs";
import { runTool } from "./steps.mjs";
import { startWebServer } from "./web-server.mjs";

/** Where `npm start` builds; used as it is when it is fresh, never written, since a server may be running from it. */
const START_DIST_DIR = ".next";
const TEST_DIST_DIR = ".next-test";
const DATABASE = "e2e";
const ROLE = "e2e_application";

export const hasFreshBuild = () => [START_DIST_DIR, TEST_DIST_DIR].some(isBuildFresh);

export const buildStep = {
  name: "build",
  async run(signal) {
    if (!hasFreshBuild()) await ensureBuild(TEST_DIST_DIR, { signal });
    return { passed: 1, failed: 0, output: "" };
  },
};

/** Runs against a database of its own in this server. `filters` are Playwright's arguments: files, --grep and the like. */
export function browserStep(postgres, filters = []) {
  return { name: "browser tests", run: (signal) => withServer(postgres, signal, filters) };
}

async function withServer(postgres, signal, filters) {
  let server;
  try {
    const databaseUrl = await createDatabase(postgres);
    await loadContent(databaseUrl, { signal });
    const port = await findFreePort();
    const baseUrl = `http://localhost:${port}`;
    const distDir = isBuildFresh(START_DIST_DIR) ? START_DIST_DIR : TEST_DIST_DIR;
    server = await startWebServer({
      mode: "start",
      host: "127.0.0.1",
      port,
      env: serverEnvironment({ databaseUrl, baseUrl, distDir }),
      signal,
      isQuiet: true,
    });
    return await runPlaywright({ signal, filters, databaseUrl, baseUrl, distDir, server });
  } finally {
    await server?.stop();
  }
}

/** Links in emails are signed with it: journeys that follow one sign it too. */
const SECRET = "a secret for browser tests only";

function serverEnvironment({ databaseUrl, baseUrl, distDir }) {
  return {
    DATABASE_URL: databaseUrl,
    NEXTAUTH_URL: baseUrl,
    NEXTAUTH_SECRET: SECRET,
    RECONCILE_TEST_CLOCK: "1",
    RECONCILE_DIST_DIR: distDir,
  };
}

/** Its address for a role that may do what the application's role may do at an operator's, and no more. */
async function createDatabase(postgres) {
  const client = new pg.Client({ connectionString: postgres.url("postgres") });
  await client.connect();
  await client.query(`CREATE ROLE ${ROLE} LOGIN`);
  await client.query(`CREATE DATABASE ${DATABASE}`).finally(() => client.end());
  const url = new URL(postgres.url(DATABASE));
  url.username = ROLE;
  await migrate(postgres.url(DATABASE), url.href);
  return url.href;
}

async function runPlaywright({ signal, filters, databaseUrl, baseUrl, distDir, server }) {
  const { executable, env } = await findChromium();
  const report = join(checkout, "test-results", "report.json");
  rmSync(report, { force: true });
  const { code, output } = await runTool("playwright", ["test", ...filters], {
    signal,
    env: {
      ...env,
      RECONCILE_BASE_URL: baseUrl,
      RECONCILE_CHROMIUM: executable,
      // The ids of server actions are in the build.
      RECONCILE_DIST_DIR: distDir,
      DATABASE_URL: databaseUrl,
      NEXTAUTH_SECRET: SECRET,
      NO_COLOR: "1",
      FORCE_COLOR: undefined,
    },
  });
  const outcome = countPlaywright(report, code, output);
  return { ...outcome, output: `${outcome.output}\n${server.lastWords()}` };
}

function countPlaywright(reportFile, code, output) {
  if (!existsSync(reportFile)) return { passed: 0, failed: 1, output };
  const { stats, errors } = JSON.parse(readFileSync(reportFile, "utf8"));
  const failed = stats.unexpected + stats.flaky + errors.length;
  return { passed: stats.expected, failed: failed || (code === 0 ? 0 : 1), output };
}
