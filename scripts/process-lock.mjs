import { linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { OperatorError } from "./operator-error.mjs";
import { isTagRunning, pause, processTag } from "./running-process.mjs";

/**
 * Runs `work` while no other process holds `path`. The lock names its holder,
 * so one left behind by a killed process is taken over instead of waited for.
 */
export async function withLock(path, work, { waitMs = 600_000 } = {}) {
  const giveUpAt = Date.now() + waitMs;
  while (!takeLock(path)) {
    if (Date.now() > giveUpAt) {
      throw new OperatorError(
        `Process ${holder(path)} has held ${path} for too long: stop it, or wait for it, and run the command again.`,
      );
    }
    await pause(100);
  }
  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
  }
}

function takeLock(path) {
  // Written aside and linked into place, so that nobody ever reads a lock without its holder.
  const mine = `${path}.${process.pid}`;
  writeFileSync(mine, processTag());
  try {
    linkSync(mine, path);
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
    const tag = holder(path);
    if (tag !== null && !isTagRunning(tag)) rmSync(path, { force: true });
    return false;
  } finally {
    rmSync(mine, { force: true });
  }
}

function holder(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}
