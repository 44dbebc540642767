/**
 * `npm start` and `npm run dev`: database, migrations, banks, build, server.
 * Ends with the server; takes the database down after it.
 */
import { openAppDatabase } from "../app-database.mjs";
import { sessionSettings } from "../checkout-secrets.mjs";
import { loadContent } from "../content.mjs";
import { isPortFree } from "../free-port.mjs";
import { migrate } from "../migrations.mjs";
import { ensureBuild } from "../next-build.mjs";
import { OperatorError } from "../operator-error.mjs";
import { ensurePrismaClient } from "../prisma-client.mjs";
import { captureScript } from "../typescript-script.mjs";
import { PortTakenError, startWebServer } from "../web-server.mjs";

const FIRST_PORT = 3000;
const LAST_PORT = 3100;
const DIST_DIR = ".next";

export async function main(args, signal) {
  const mode = args.includes("--dev") ? "dev" : "start";
  const port = await choosePort();
  await ensurePrismaClient();
  const database = await openAppDatabase();
  try {
    await migrate(database.ownerUrl, database.url);
    database.watch();
    return await run({ mode, port, databaseUrl: database.url, signal });
  } catch (error) {
    if (!signal.aborted) throw error;
    return 0;
  } finally {
    await database.release();
  }
}

/** Serves until it is told to stop (0) or the server fails. */
async function run(options) {
  const { server, url, environment } = await launch(options);
  console.log(`Reconcile is ready: ${url}`);
  const { signal } = options;
  void offerFirstAdmin(environment, signal);
  const stopped = new Promise((resolve) => {
    const stop = () => resolve(server.stop().then(() => 0));
    if (signal.aborted) stop();
    else signal.addEventListener("abort", stop, { once: true });
  });
  const crashed = server.exited.then((reason) => {
    if (signal.aborted) return stopped;
    throw new OperatorError(`The server stopped by itself (${reason}): what it said is above.`);
  });
  return Promise.race([stopped, crashed]);
}

/** Loads the banks while the application is built and started; ready means both. */
async function launch({ mode, port, databaseUrl, signal }) {
  const failure = new AbortController();
  const either = AbortSignal.any([signal, failure.signal]);
  const loading = loadContent(databaseUrl, { signal: either });
  const listening = buildAndListen({ mode, port, databaseUrl, signal: either });
  try {
    const [launched, banks] = await Promise.all([listening, loading]);
    console.error(banks);
    return launched;
  } catch (error) {
    failure.abort();
    const late = await listening.catch(() => null);
    await late?.server.stop();
    throw error;
  }
}

async function buildAndListen({ mode, port, databaseUrl, signal }) {
  if (mode === "start") await ensureBuild(DIST_DIR, { signal });
  return listenOnFreePort({ mode, port, databaseUrl, signal });
}

/** Without PORT, the next port is tried for as long as somebody else is quicker. */
async function listenOnFreePort({ mode, port, databaseUrl, signal }) {
  const host = process.env.HOST || "127.0.0.1";
  for (let candidate = port; ; candidate++) {
    signal.throwIfAborted();
    const url = publicUrl(host, candidate);
    const environment = { ...sessionSettings(), DATABASE_URL: databaseUrl, NEXTAUTH_URL: url };
    const env = { ...environment, RECONCILE_DIST_DIR: DIST_DIR };
    try {
      const server = await startWebServer({ mode, host, port: candidate, env, signal });
      return { server, url, environment };
    } catch (error) {
      if (!(error instanceof PortTakenError) || process.env.PORT) throw error;
    }
  }
}

function publicUrl(host, port) {
  if (process.env.NEXTAUTH_URL) return process.env.NEXTAUTH_URL;
  const isLocal = ["127.0.0.1", "0.0.0.0", "::", "::1", "localhost"].includes(host);
  return `http://${isLocal ? "localhost" : host}:${port}`;
}

async function choosePort() {
  const host = process.env.HOST || "127.0.0.1";
  const wanted = process.env.PORT;
  if (wanted) {
    const port = Number(wanted);
    if (!Number.isInteger(port) || port < 1 || port > 65535) {
      throw new OperatorError(`PORT is "${wanted}": give it a number from 1 to 65535.`);
    }
    if (!(await isPortFree(port, host))) throw new PortTakenError(port);
    return port;
  }
  for (let port = FIRST_PORT; port <= LAST_PORT; port++) {
    if (await isPortFree(port, host)) return port;
  }
  throw new OperatorError(
    `Ports ${FIRST_PORT} to ${LAST_PORT} are all taken: choose a free one, for example PORT=8080 npm start.`,
  );
}

/** A fresh instance has no admin, and nobody to make one: the person at this terminal may. */
async function offerFirstAdmin(environment, signal) {
  try {
    const link = await captureScript(["scripts/first-admin-link.ts"], environment, { signal });
    if (link.stdout) console.log(`No admin yet. This link makes one, once: ${link.stdout}`);
    if (link.code === 0) return;
    console.error("The link for a first admin could not be made: npm run setup makes one.");
  } catch (error) {
    if (!signal.aborted) console.error(error);
  }
}
