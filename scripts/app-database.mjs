/**
 * The database of this checkout: the one DATABASE_URL names, else a PostgreSQL
 * of its own with its data in `.data/postgres`.
 *
 * Several commands of a checkout share the server. Each leaves a tag in
 * `users/`; the last one out stops it. A server whose users were all killed is
 * adopted by the next command, and stopped by it.
 */
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import pg from "pg";
import { dataFolder } from "./checkout.mjs";
import { OperatorError } from "./operator-error.mjs";
import { findPostgres } from "./postgres-installation.mjs";
import {
  findRunningServer,
  initialise,
  runSingleUser,
  startServer,
  stopServer,
} from "./postgres-server.mjs";
import { withLock } from "./process-lock.mjs";
import { isTagRunning, pause, processTag } from "./running-process.mjs";

const NAME = "reconcile";
const ANSWER_WITHIN_MS = 30_000;

/**
 * Opens the database. `release()` gives it back; `watch()` keeps a database of
 * our own alive until then, should somebody kill it.
 */
export async function openAppDatabase({ log = console.log } = {}) {
  const given = process.env.DATABASE_URL;
  if (given) {
    await requireAnswer(given);
    return { url: given, isEmbedded: false, watch: () => {}, release: async () => {} };
  }
  const installation = findPostgres();
  const home = join(installation.reachableFolder(dataFolder()), "postgres");
  const locked = (work) => withLock(join(dataFolder(), "postgres.lock"), work);
  const url = await locked(() => startOrAdopt(installation, home, log));
  let watcher;
  return {
    url,
    isEmbedded: true,
    watch() {
      watcher = setInterval(() => void reviveIfGone(installation, home, locked, log), 1000);
    },
    async release() {
      clearInterval(watcher);
      await locked(() => leave(home));
    },
  };
}

/** Fails with one sentence when the database does not let us in. */
async function requireAnswer(url) {
  let client;
  try {
    client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
    await client.connect();
    await client.query("select 1");
  } catch (error) {
    throw new OperatorError(
      `The database of DATABASE_URL (${describe(url)}) cannot be used (${reasonOf(error)}): start it, correct DATABASE_URL, or unset it to let Reconcile run a database of its own.`,
    );
  } finally {
    await client?.end().catch(() => {});
  }
}

/** Host, port and database, never the password. */
function describe(url) {
  try {
    const { host, pathname } = new URL(url);
    return `${host}${pathname}`;
  } catch {
    return "not of the form postgresql://user:password@host:port/database";
  }
}

function reasonOf(error) {
  return error.errors?.[0]?.message ?? (error.message || error.code);
}

async function startOrAdopt(installation, home, log) {
  initialiseOnce(installation, home, log);
  const { port } = await start(installation, home);
  const url = `postgresql://${NAME}:${credentials(home).app}@127.0.0.1:${port}/${NAME}`;
  await requireOwnServer(url, home);
  mkdirSync(join(home, "users"), { recursive: true });
  writeFileSync(join(home, "users", processTag()), "");
  return url;
}

async function start(installation, home) {
  const data = join(home, "data");
  const running = findRunningServer(data);
  if (running) return running;
  const portFile = join(home, "port");
  const port = existsSync(portFile) ? Number(readFileSync(portFile, "utf8")) : undefined;
  const started = await startServer(installation, data, {
    port,
    logFile: join(home, "postgres.log"),
  });
  writeFileSync(portFile, String(started.port));
  return started;
}

/** An adopted server may still be starting, or may be somebody else's on a port that was ours. */
async function requireOwnServer(url, home) {
  const giveUpAt = Date.now() + ANSWER_WITHIN_MS;
  for (;;) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
    try {
      await client.connect();
      await client.query("select 1");
      return;
    } catch (error) {
      if (Date.now() > giveUpAt) {
        const { pid } = findRunningServer(join(home, "data")) ?? {};
        throw new OperatorError(
          `The PostgreSQL of this checkout (process ${pid}) does not answer (${reasonOf(error)}): stop it with "kill ${pid}" and run the command again.`,
        );
      }
    } finally {
      await client.end().catch(() => {});
    }
    await pause(200);
  }
}

/** Makes the cluster aside and moves it into place, so that it is either whole or not there. */
function initialiseOnce(installation, home, log) {
  if (isWhole(home)) return;
  if (existsSync(home)) {
    const aside = `${home}.incomplete-${Date.now()}`;
    renameSync(home, aside);
    log(`The database folder was incomplete; it is now ${aside}, and a new one is made.`);
  }
  removeUnfinished(home);
  const unfinished = `${home}.unfinished-${processTag()}`;
  mkdirSync(unfinished, { recursive: true, mode: 0o711 });
  chmodSync(unfinished, 0o711);
  const passwords = {
    superuser: randomBytes(24).toString("hex"),
    app: randomBytes(24).toString("hex"),
  };
  const data = join(unfinished, "data");
  initialise(installation, data, { password: passwords.superuser });
  runSingleUser(installation, data, [
    `CREATE ROLE ${NAME} LOGIN CREATEDB PASSWORD '${passwords.app}'`,
    `CREATE DATABASE ${NAME} OWNER ${NAME}`,
  ]);
  writeFileSync(join(unfinished, "credentials.json"), JSON.stringify(passwords), { mode: 0o600 });
  renameSync(unfinished, home);
}

/** What killed commands left. Their initdb may still be writing, hence a name for each. */
function removeUnfinished(home) {
  const prefix = `${basename(home)}.unfinished-`;
  for (const name of readdirSync(dirname(home)).filter((entry) => entry.startsWith(prefix))) {
    if (isTagRunning(name.slice(prefix.length))) continue;
    rmSync(join(dirname(home), name), { recursive: true, force: true, maxRetries: 5 });
  }
}

function isWhole(home) {
  const parts = [
    "data/PG_VERSION",
    "data/global/pg_control",
    "data/postgresql.conf",
    "credentials.json",
  ];
  return parts.every((part) => existsSync(join(home, part)));
}

function credentials(home) {
  return JSON.parse(readFileSync(join(home, "credentials.json"), "utf8"));
}

async function reviveIfGone(installation, home, locked, log) {
  if (findRunningServer(join(home, "data"))) return;
  await locked(async () => {
    if (findRunningServer(join(home, "data"))) return;
    log("The database stopped; starting it again.");
    await start(installation, home);
  }).catch((error) => log(error.message));
}

async function leave(home) {
  const users = join(home, "users");
  rmSync(join(users, processTag()), { force: true });
  const others = readdirSync(users).filter(
    (tag) => isTagRunning(tag) || void rmSync(join(users, tag), { force: true }),
  );
  if (others.length === 0) await stopServer(join(home, "data"));
}
