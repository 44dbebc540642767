/** Walks `--help` from the top and describes every command kubectl lists, and the two it does not. */
import type { CommandSpec, FlagSpec } from "../../lib/domain/kubectl/tables/tables";
import { readHelp, readOptions, type Help } from "./help-text";
import {
  HIDDEN_CANDIDATES,
  probeFlag,
  probeHidden,
  probeRequired,
  type RunArgs,
} from "./probe-flag";
import { mapLimited } from "./run-kubectl";

const PARALLEL = 2;

type Found = { path: string[]; help: Help };

/** Every command, parents before children, in the order of their paths. */
export async function walkCommands(run: RunArgs): Promise<CommandSpec[]> {
  const found = await findCommands(run, []);
  found.sort((a, b) => a.path.join(" ").localeCompare(b.path.join(" "), "en"));
  return mapLimited(found, PARALLEL, (command) => describeCommand(run, command));
}

export async function walkGlobals(run: RunArgs): Promise<FlagSpec[]> {
  const { stdout } = await run(["options"]);
  return mapLimited(readOptions(stdout), PARALLEL, (flag) => probeFlag(run, ["get"], flag));
}

async function findCommands(run: RunArgs, path: readonly string[]): Promise<Found[]> {
  const { stdout } = await run([...path, "--help"]);
  const help = readHelp(stdout);
  const below = await mapLimited(help.subcommands, PARALLEL, (name) =>
    findCommands(run, [...path, name]),
  );
  const unlisted = path.length === 0 ? [{ path: ["options"], help: emptyHelp() }] : [];
  const self = path.length === 0 ? [] : [{ path: [...path], help }];
  return [...self, ...below.flat(), ...unlisted];
}

const emptyHelp = (): Help => ({
  aliases: [],
  subcommands: [],
  flags: [],
  usage: "kubectl options",
});

async function describeCommand(run: RunArgs, { path, help }: Found): Promise<CommandSpec> {
  const required = await probeRequired(run, path, help.flags);
  const flags = await mapLimited(help.flags, PARALLEL, (flag) => probeFlag(run, path, flag));
  const shown = new Set(help.flags.map((flag) => flag.name));
  const candidates = HIDDEN_CANDIDATES.filter((name) => !shown.has(name));
  const hidden = await mapLimited(candidates, PARALLEL, (name) => probeHidden(run, path, name));
  return {
    path,
    aliases: help.aliases.filter((alias) => alias !== path.at(-1)),
    runnable: help.subcommands.length === 0 || (await actsByItself(run, path)),
    hasSubcommands: help.subcommands.length > 0,
    flags: [...flags, ...hidden.filter((flag) => flag !== null)].map((flag) => ({
      ...flag,
      required: required.has(flag.name),
    })),
    usage: help.usage,
  };
}

/** Whether a command with subcommands does anything but print its help: create, apply, cluster-info. */
async function actsByItself(run: RunArgs, path: readonly string[]): Promise<boolean> {
  const { stdout, stderr } = await run(path);
  return !`${stdout}${stderr}`.includes("Available Commands:");
}
