/**
 * A real Chromium for the browser tests: one of this machine, else the one from
 * npm, unpacked once per checkout with the libraries and fonts it needs.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { delimiter, join } from "node:path";
import { checkout } from "./checkout.mjs";
import { OperatorError } from "./operator-error.mjs";

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
const MAC_CHROME = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
const PROBE_WITHIN_MS = 60_000;

/** Returns `{ executable, env }`; `env` goes into the environment of the browser. */
export function findChromium() {
  const installed = systemCandidates().find((executable) => opensPages(executable, {}));
  if (installed) return { executable: installed, env: {} };
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
  return [...paths, MAC_CHROME].filter((path) => existsSync(path));
}

/** Shows more than `--version` does: a browser may start and yet lack what a page needs. */
function opensPages(executable, env) {
  const args = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--dump-dom",
    "data:text/html,<p>ready",
  ];
  const run = spawnSync(executable, args, {
    env: { ...process.env, ...env },
    encoding: "utf8",
    timeout: PROBE_WITHIN_MS,
  });
  return run.status === 0 && run.stdout.includes("ready");
}

function packagedChromium() {
  const folder = unpack();
  const executable = join(folder, "chromium");
  const fonts = { FONTCONFIG_PATH: join(folder, "fonts") };
  const libraries = { ...fonts, LD_LIBRARY_PATH: join(folder, "al2023", "lib") };
  // Its own libraries only where the machine has none: they are older than most systems'.
  const env = [fonts, libraries].find((candidate) => opensPages(executable, candidate));
  if (env) return { executable, env };
  throw new OperatorError(
    `The Chromium from npm (${executable}) does not run here: install Chromium or Chrome and run the command again.`,
  );
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
