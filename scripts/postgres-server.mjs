/** Makes, starts and stops one PostgreSQL server on the loopback address. */
import { spawn, spawnSync } from "node:child_process";
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
} from "node:fs";
import { statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { findFreePort, isPortFree } from "./free-port.mjs";
import { OperatorError } from "./operator-error.mjs";
import { commandLine, isRunning, pause } from "./running-process.mjs";

/** The same under every locale: UTF-8, order by code point, lower() knows all letters. */
const ENCODING = [
  "--encoding=UTF8",
  "--locale=C",
  "--locale-provider=builtin",
  "--builtin-locale=C.UTF-8",
];
const LOG_LIMIT_BYTES = 5_000_000;
const START_WITHIN_MS = 60_000;
const STOP_WITHIN_MS = 15_000;

/** Makes an empty cluster in `folder`. Without a password every local user is let in: for throwaway servers only. */
export function initialise(installation, folder, { password, extra = [] } = {}) {
  const { uid, gid } = installation.account;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (uid !== undefined) chownSync(folder, uid, gid);
  const access = password
    ? passwordAccess(folder, password, uid, gid)
    : { flags: ["--auth=trust"] };
  const args = ["-D", folder, "-U", "postgres", ...ENCODING, ...access.flags, ...extra];
  const run = spawnSync(installation.binary("initdb"), args, {
    uid,
    gid,
    cwd: "/",
    encoding: "utf8",
    env: cleanEnvironment(),
  });
  if (access.file) rmSync(access.file, { force: true });
  if (run.status !== 0) {
    throw new OperatorError(
      `PostgreSQL could not make its data folder ${folder}: ${lastLine(run.stderr) || run.error}.`,
    );
  }
}

function passwordAccess(folder, password, uid, gid) {
  const file = `${folder}.password`;
  writeFileSync(file, `${password}\n`, { mode: 0o600 });
  if (uid !== undefined) chownSync(file, uid, gid);
  return { file, flags: ["--auth=scram-sha-256", `--pwfile=${file}`] };
}

/** Runs statements, one per line, in a cluster that is not started. */
export function runSingleUser(installation, folder, statements) {
  const { uid, gid } = installation.account;
  const args = ["--single", "-D", folder, "postgres"];
  const input = `${statements.join("\n")}\n`;
  const run = spawnSync(installation.binary("postgres"), args, {
    uid,
    gid,
    cwd: "/",
    input,
    encoding: "utf8",
    env: cleanEnvironment(),
  });
  if (run.status !== 0 || /\b(ERROR|FATAL):/.test(run.stderr)) {
    throw new OperatorError(
      `PostgreSQL could not set up ${folder}: ${lastLine(run.stderr) || run.error}.`,
    );
  }
}

/**
 * Starts the server detached, so that Ctrl-C reaches it only through us, after
 * the application has finished its work. Prefers `port`, which keeps addresses
 * stable, and takes a free one when that is taken.
 */
export async function startServer(installation, folder, { port, logFile, settings = [] }) {
  const giveUpAt = Date.now() + START_WITHIN_MS;
  let candidate = port && (await isPortFree(port)) ? port : await findFreePort();
  for (;;) {
    const outcome = await tryStart(installation, folder, {
      port: candidate,
      logFile,
      settings,
      giveUpAt,
    });
    if (outcome.ready) return { port: candidate, pid: outcome.pid };
    if (Date.now() > giveUpAt || !outcome.mayRetry) {
      throw new OperatorError(`PostgreSQL did not start (${outcome.reason}): see ${logFile}.`);
    }
    if (outcome.portTaken) candidate = await findFreePort();
    else await pause(500);
  }
}

async function tryStart(installation, folder, { port, logFile, settings, giveUpAt }) {
  const isLong = existsSync(logFile) && statSync(logFile).size > LOG_LIMIT_BYTES;
  const log = openSync(logFile, isLong ? "w" : "a", 0o600);
  const logStart = isLong ? 0 : statSync(logFile).size;
  const args = [
    "-D",
    folder,
    "-p",
    String(port),
    "-c",
    "listen_addresses=127.0.0.1",
    "-c",
    "unix_socket_directories=",
  ];
  for (const setting of ["timezone=UTC", ...settings]) args.push("-c", setting);
  const { uid, gid } = installation.account;
  const options = {
    uid,
    gid,
    cwd: "/",
    detached: true,
    stdio: ["ignore", log, log],
    env: cleanEnvironment(),
  };
  const child = spawn(installation.binary("postgres"), args, options);
  closeSync(log);
  child.unref();
  let ended = false;
  child.once("exit", () => (ended = true));
  child.once("error", () => (ended = true));

  while (!ended && Date.now() < giveUpAt) {
    const running = readPidFile(folder);
    if (running?.pid === child.pid && running.isReady) return { ready: true, pid: child.pid };
    await pause(25);
  }
  if (!ended) process.kill(child.pid, "SIGKILL");
  return explainFailure(readFileSync(logFile, "utf8").slice(logStart));
}

function explainFailure(log) {
  const reason =
    lastLine(
      log
        .split("\n")
        .filter((line) => /FATAL|PANIC/.test(line))
        .join("\n"),
    ) || lastLine(log);
  const portTaken = /could not bind|could not create any TCP/.test(log);
  // After a kill -9 the backends of the old server need a moment to notice.
  const isLeaving = /shared memory block .* is still in use/.test(log);
  return { ready: false, reason, portTaken, mayRetry: portTaken || isLeaving };
}

/** The server that says it runs on this folder, or null. Says nothing about whether it is still alive. */
function readPidFile(folder) {
  try {
    const lines = readFileSync(join(folder, "postmaster.pid"), "utf8").split("\n");
    return { pid: Number(lines[0]), port: Number(lines[3]), isReady: lines[7]?.trim() === "ready" };
  } catch {
    return null;
  }
}

/** The live server on this folder, or null. A pid file left by a killed server is removed. */
export function findRunningServer(folder) {
  const server = readPidFile(folder);
  if (!server) return null;
  const command = isRunning(server.pid) ? commandLine(server.pid) : "";
  // Since a restart of the machine the id may belong to anything; PostgreSQL would not start over it.
  if (command === null || command.includes(folder)) return server;
  rmSync(join(folder, "postmaster.pid"), { force: true });
  return null;
}

/** Stops the server on this folder: fast, then harder. Returns when it is gone. */
export async function stopServer(folder) {
  for (const signal of ["SIGINT", "SIGQUIT", "SIGKILL"]) {
    const server = findRunningServer(folder);
    if (!server) return;
    signalQuietly(server.pid, signal);
    const giveUpAt = Date.now() + STOP_WITHIN_MS;
    const isThere = () => readPidFile(folder)?.pid === server.pid && isRunning(server.pid);
    while (isThere() && Date.now() < giveUpAt) await pause(25);
  }
}

function signalQuietly(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (error.code !== "ESRCH") throw error;
  }
}

/** Nothing of the caller's locale or PG* settings may change what the server does. */
function cleanEnvironment() {
  return { PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" };
}

function lastLine(text) {
  return (text ?? "").trim().split("\n").at(-1) ?? "";
}
