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
/** Owns what the migrations make; the application has no more than it needs of it. */
const OWNER = `${NAME}_owner`;
const ANSWER_WITHIN_MS = 30_000;

/**
 * Opens the database: `url` for the application, `ownerUrl` for migrations.
 * `release()` gives it back; `watch()` keeps a database of our own alive until
 * then, should somebody kill it.
 */
export async function openAppDatabase({ log = console.log } = {}) {
  const given = process.env.DATABASE_URL;
  if (given) {
    const ownerUrl = process.env.MIGRATE_DATABASE_URL || given;
    await requireAnswer("DATABASE_URL", given);
    if (ownerUrl !== given) await requireAnswer("MIGRATE_DATABASE_URL", ownerUrl);
    return { url: given, ownerUrl, isEmbedded: false, watch: () => {}, release: async () => {} };
  }
  const installation = findPostgres();
  const home = join(installation.reachableFolder(dataFolder()), "postgres");
  const locked = (work) => withLock(join(dataFolder(), "postgres.lock"), work);
  const urls = await locked(() => startOrAdopt(installation, home, log));
  let watcher;
  return {
    ...urls,
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
async function requireAnswer(variable, url) {
  let client;
  try {
    client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
    await client.connect();
    await client.query("select 1");
  } catch (error) {
    throw new OperatorError(
      `The database of ${variable} (${describe(url)}) cannot be used (${reasonOf(error)}): start it, correct ${variable}, or unset ${variable === "DATABASE_URL" ? "it to let Reconcile run a database of its own" : "it to migrate as the user of DATABASE_URL"}.`,
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
  const address = (role, password) => `postgresql://${role}:${password}@127.0.0.1:${port}/${NAME}`;
  const { superuser, app } = credentials(home);
  const url = address(NAME, app);
  await requireOwnServer(url, home);
  const owner = credentials(home).owner ?? (await addOwner(home, address("postgres", superuser)));
  mkdirSync(join(home, "users"), { recursive: true });
  writeFileSync(join(home, "users", processTag()), "");
  return { url, ownerUrl: address(OWNER, owner) };
}

/** Databases of earlier versions belong to the application's role: hands all of it to an owner, once. */
async function addOwner(home, superuserUrl) {
  const owner = newPassword();
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await client.query(`
      DO $$ BEGIN CREATE ROLE ${OWNER} LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
      ALTER ROLE ${OWNER} PASSWORD '${owner}';
      ALTER ROLE ${NAME} NOCREATEDB;
      REASSIGN OWNED BY ${NAME} TO ${OWNER};`);
  } finally {
    await client.end();
  }
  saveCredentials(home, { ...credentials(home), owner });
  return owner;
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
  const passwords = { superuser: newPassword(), owner: newPassword(), app: newPassword() };
  const data = join(unfinished, "data");
  initialise(installation, data, { password: passwords.superuser });
  runSingleUser(installation, data, [
    `CREATE ROLE ${OWNER} LOGIN PASSWORD '${passwords.owner}'`,
    `CREATE ROLE ${NAME} LOGIN PASSWORD '${passwords.app}'`,
    `CREATE DATABASE ${NAME} OWNER ${OWNER}`,
  ]);
  saveCredentials(unfinished, passwords);
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

const newPassword = () => randomBytes(24).toString("hex");

/** Moved into place, so that a killed command leaves the old file or the new one. */
function saveCredentials(home, passwords) {
  const unfinished = join(home, `credentials.json.${processTag()}`);
  writeFileSync(unfinished, JSON.stringify(passwords), { mode: 0o600 });
  renameSync(unfinished, join(home, "credentials.json"));
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
