/** A PostgreSQL server for tests: empty, fast, unsafe for data, removed afterwards. */
import { chmodSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findPostgres } from "./postgres-installation.mjs";
import { findRunningServer, initialise, startServer, stopServer } from "./postgres-server.mjs";
import { isTagRunning, processTag } from "./running-process.mjs";

const PREFIX = "reconcile-test-";
const FAST = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=200"];

/** Starts one. `url(name)` is the address of a database in it; `remove()` stops it and deletes its files. */
export async function startThrowawayPostgres() {
  const installation = findPostgres();
  const parent = installation.reachableFolder(tmpdir());
  await removeLeftOvers(parent);
  const folder = mkdtempSync(join(parent, PREFIX));
  chmodSync(folder, 0o711);
  writeFileSync(join(folder, "owner"), processTag());
  const data = join(folder, "data");
  try {
    initialise(installation, data, { extra: ["--no-sync"] });
    const { port } = await startServer(installation, data, {
      logFile: join(folder, "log"),
      settings: FAST,
    });
    const removeNow = () => removeAtOnce(folder);
    process.once("exit", removeNow);
    return {
      url: (database) => `postgresql://postgres@127.0.0.1:${port}/${database}`,
      remove: () => {
        process.off("exit", removeNow);
        return remove(folder);
      },
    };
  } catch (error) {
    await remove(folder);
    throw error;
  }
}

async function remove(folder) {
  await stopServer(join(folder, "data"));
  rmSync(folder, { recursive: true, force: true });
}

/** For a process that ends without asking: only what blocks can be waited for. */
function removeAtOnce(folder) {
  const data = join(folder, "data");
  const server = findRunningServer(data);
  if (server) process.kill(server.pid, "SIGQUIT");
  const clock = new Int32Array(new SharedArrayBuffer(4));
  for (let turn = 0; turn < 60 && findRunningServer(data); turn++) Atomics.wait(clock, 0, 0, 50);
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
}

/** Servers whose owner was killed before it could remove them. */
async function removeLeftOvers(parent) {
  for (const name of readdirSync(parent).filter((entry) => entry.startsWith(PREFIX))) {
    const folder = join(parent, name);
    if (isAbandoned(folder)) await remove(folder).catch(() => {});
  }
}

function isAbandoned(folder) {
  try {
    return !isTagRunning(readFileSync(join(folder, "owner"), "utf8"));
  } catch {
    return false; // not written yet, or another user's
  }
}
