/** Installs the locked packages when node_modules does not hold them. Uses Node's own modules only. */
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkout, dataFolder } from "./checkout.mjs";
import { OperatorError } from "./operator-error.mjs";
import { withLock } from "./process-lock.mjs";

/** `development` also asks for the test and lint tools. */
export async function ensureDependencies({ development }) {
  if (areInstalled(development)) return;
  await withLock(join(dataFolder(), "install.lock"), async () => {
    if (areInstalled(development)) return;
    console.error("Installing the locked packages (once, up to a minute)…");
    await install(development);
  });
}

/**
 * Compares the lock file with the one npm writes into node_modules as the last
 * step of an install, so an interrupted install is seen as well as an old one.
 */
function areInstalled(development) {
  const installedFile = join(checkout, "node_modules", ".package-lock.json");
  if (!existsSync(installedFile)) return false;
  const wanted = readPackages(join(checkout, "package-lock.json"));
  const installed = readPackages(installedFile);
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === "" || entry.optional || entry.devOptional || entry.peer) return true;
    if (entry.dev && !development) return true;
    return installed[path]?.version === entry.version;
  });
}

function readPackages(file) {
  return JSON.parse(readFileSync(file, "utf8")).packages;
}

async function install(development) {
  mkdirSync(join(checkout, "node_modules"), { recursive: true });
  // No package needs its install script here, and scripts are what a hostile package would use.
  const args = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  if (development) args.push("--include=dev");
  const output = [];
  const code = await new Promise((resolve, reject) => {
    const npm = spawn("npm", args, {
      cwd: checkout,
      stdio: ["ignore", "pipe", "pipe"],
      shell: process.platform === "win32",
    });
    npm.stdout.on("data", (chunk) => output.push(chunk));
    npm.stderr.on("data", (chunk) => output.push(chunk));
    npm.once("error", () =>
      reject(new OperatorError("npm was not found: install Node with npm (https://nodejs.org).")),
    );
    npm.once("exit", resolve);
  });
  if (code === 0) return;
  console.error(Buffer.concat(output).toString().trim());
  throw new OperatorError(
    "npm could not install the locked packages (its words are above): mend that and run the command again.",
  );
}
