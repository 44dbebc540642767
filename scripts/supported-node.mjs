/**
 * Runs `load` when this Node is new enough, else says so in one sentence.
 *
 * This file and its callers keep to syntax that every Node with modules can
 * read, and load the rest afterwards: an old Node would otherwise stop with a
 * SyntaxError from deep inside and never reach the sentence.
 */
const OLDEST = [20, 19];

export function onSupportedNode(load) {
  const parts = process.versions.node.split(".").map(Number);
  const isSupported = parts[0] > OLDEST[0] || (parts[0] === OLDEST[0] && parts[1] >= OLDEST[1]);
  if (!isSupported) {
    console.error(
      "Reconcile needs Node " +
        OLDEST.join(".") +
        " or newer, but this is " +
        process.versions.node +
        ": install a newer Node (https://nodejs.org) and run the command again.",
    );
    process.exit(1);
  }
  return load();
}
