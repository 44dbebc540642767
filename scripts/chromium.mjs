/**
 * A real Chromium for the browser tests: one of this machine, else the one from
 * npm, unpacked once per checkout with the libraries and fonts it needs.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "playwright";
import { checkout } from "./checkout.mjs";
import { OperatorError } from "./operator-error.mjs";

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
const MAC_CHROME = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
const PROBE_WITHIN_MS = 30_000;

/** Returns `{ executable, env }`; `env` goes into the environment of the browser. */
export async function findChromium() {
  for (const candidate of systemCandidates()) {
    if (await opensPages(candidate)) return candidate;
  }
  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new OperatorError(
      "No Chromium was found: install Chromium or Chrome and run the command again.",
    );
  }
  return packagedChromium();
}

function systemCandidates() {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const paths = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  const found = [...paths, MAC_CHROME].filter((path) => existsSync(path));
  return found.map((executable) => ({ executable, env: {} }));
}

/** Opens a page the way the tests will: a browser may tell its version and yet lack what a page needs. */
async function opensPages({ executable, env }) {
  try {
    const browser = await chromium.launch({
      executablePath: executable,
      env: { ...process.env, ...env },
      timeout: PROBE_WITHIN_MS,
    });
    const page = await browser.newPage();
    await page.goto("data:text/html,<p>ready");
    const showsText = await page.getByText("ready").isVisible();
    await browser.close();
    return showsText;
  } catch {
    return false;
  }
}

async function packagedChromium() {
  const folder = unpack();
  const executable = join(folder, "chromium");
  const fonts = { FONTCONFIG_FILE: writeFontSettings(folder) };
  const libraries = { ...fonts, LD_LIBRARY_PATH: join(folder, "al2023", "lib") };
  // Its own libraries only where the machine has none: they are older than most systems'.
  for (const env of [fonts, libraries]) {
    if (await opensPages({ executable, env })) return { executable, env };
  }
  throw new OperatorError(
    `The Chromium from npm (${executable}) does not run here: install Chromium or Chrome and run the command again.`,
  );
}

/** The package's own settings name folders that exist on its favourite host only; text would have no size. */
function writeFontSettings(folder) {
  const file = join(folder, "fonts", "reconcile-fonts.conf");
  const folders = [join(folder, "fonts", "fonts"), "/usr/share/fonts", "/usr/local/share/fonts"];
  const settings = [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    "<fontconfig>",
    ...folders.map((path) => `  <dir>${path}</dir>`),
    `  <cachedir>${join(folder, "fonts", "cache")}</cachedir>`,
    "</fontconfig>",
    "",
  ];
  writeFileSync(file, settings.join("\n"));
  return file;
}

/** The package unpacks into the shared temporary folder, where another user's half-written copy would stay for ever. */
function unpack() {
  const manifest = join(checkout, "node_modules", "@sparticuz", "chromium", "package.json");
  const { version } = JSON.parse(readFileSync(manifest, "utf8"));
  const folder = join(checkout, ".cache", `chromium-${version}`);
  if (existsSync(folder)) return folder;
  const unfinished = `${folder}.${process.pid}`;
  mkdirSync(unfinished, { recursive: true });
  const script = 'await (await import("@sparticuz/chromium")).default.executablePath();';
  const run = spawnSync(process.execPath, ["--input-type=module", "--eval", script], {
    cwd: checkout,
    encoding: "utf8",
    // Makes it unpack the libraries too.
    env: { ...process.env, TMPDIR: unfinished, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs20.x" },
  });
  if (run.status !== 0) {
    rmSync(unfinished, { recursive: true, force: true });
    throw new OperatorError(`The Chromium from npm could not be unpacked: ${run.stderr.trim()}`);
  }
  renameSync(unfinished, folder);
  return folder;
}
