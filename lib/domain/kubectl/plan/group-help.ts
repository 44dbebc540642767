/** Commands that only group others: most print their help and end well, these fail with it. */
import type { Invocation } from "../invocation";
import { commandTable } from "../tables/tables";
import type { FlagReader } from "./flag-reader";
import { refuse } from "./plan-failure";

/** The help's first line, which kubectl writes where errors go. */
const FIRST_LINES: Readonly<Record<string, string>> = {
  "alpha kuberc": "Manage user preferences (kuberc) file.",
  auth: "Inspect authorization.",
  "create secret": "Create a secret with specified type.",
  "create service": "Create a service using a specified subcommand.",
  plugin: "Provides utilities for interacting with plugins.",
  set: "Configure application resources.",
  top: "Display resource (CPU/memory) usage.",
};

export function groupProblem({ path, pathSpan }: Invocation, flags: FlagReader, version: string) {
  const message = FIRST_LINES[path.join(" ")];
  if (message === undefined || flags.bool("help")) return null;
  const below = commandTable(version)
    .commands.filter((one) => one.path.slice(0, -1).join(" ") === path.join(" "))
    .map((one) => one.path.at(-1));
  return refuse("subcommand-needed", message, pathSpan, `Say which: ${below.join(", ")}.`);
}
