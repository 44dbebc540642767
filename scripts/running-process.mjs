import { readFileSync } from "node:fs";

/** True while a process with this id exists, whoever owns it. */
export function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

/**
 * A name for a process that a later process with the same id does not share:
 * its id and, where /proc tells it, the moment it started.
 */
export function processTag(pid = process.pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // Field 22; the second field is in brackets and may contain blanks.
    const startedAt = stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
    return `${pid}-${startedAt}`;
  } catch {
    return `${pid}-0`;
  }
}

/** True while the very process that got this tag is running. */
export function isTagRunning(tag) {
  const pid = Number.parseInt(tag, 10);
  return Number.isInteger(pid) && isRunning(pid) && processTag(pid) === tag;
}

/** The command line of a running process, or null where the system does not tell. */
export function commandLine(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
  } catch {
    return null;
  }
}

export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
