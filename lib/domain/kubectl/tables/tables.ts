/**
 * What kubectl knows: its commands with their flags, and the kinds a cluster of
 * the same version serves. The JSON beside this file is generated from the real
 * kubectl (`npm run kubectl:tables`); one folder per version.
 *
 * Every table is expanded and indexed once, when it is first asked for.
 */
import commands135 from "./v1-35/commands.json" with { type: "json" };
import resources135 from "./v1-35/resources.json" with { type: "json" };
import commands136 from "./v1-36/commands.json" with { type: "json" };
import resources136 from "./v1-36/resources.json" with { type: "json" };

/** pflag's names for types; "custom" are the two log flags that check their own syntax. */
export type FlagType =
  | "string"
  | "bool"
  | "int"
  | "int32"
  | "uint"
  | "duration"
  | "stringSlice"
  | "stringArray"
  | "stringToString"
  /** Like stringToString, with Kubernetes' own parser and wording (`create clusterrole --aggregation-rule`). */
  | "mapStringString"
  | "custom";

export type FlagSpec = {
  name: string;
  shorthand: string | null;
  type: FlagType;
  /** As kubectl's help shows it, strings without their quotes. */
  default: string;
  /** The value when the flag stands without `=value`; null when a value must follow. */
  noOptDefault: string | null;
  /** Refused by cobra when missing: `required flag(s) "image" not set`. */
  required: boolean;
  /** Accepted, but not shown in help. */
  hidden: boolean;
  /** What kubectl says after `Flag --x has been deprecated, `. */
  deprecated: string | null;
};

export type CommandSpec = {
  /** `["create", "deployment"]` */
  path: readonly string[];
  aliases: readonly string[];
  /** Does something by itself. False for commands that only group others. */
  runnable: boolean;
  hasSubcommands: boolean;
  /** The command's own flags, without the globals. */
  flags: readonly FlagSpec[];
  /** How the command is written, as its help shows it. */
  usage: string;
};

export type CommandTable = {
  version: string;
  commands: readonly CommandSpec[];
  /** Accepted by every command that does not have a flag of the same name itself. */
  globals: readonly FlagSpec[];
};

export type ResourceSpec = {
  /** Empty for the core group. */
  group: string;
  version: string;
  kind: string;
  plural: string;
  singular: string;
  shortNames: readonly string[];
  namespaced: boolean;
  categories: readonly string[];
  verbs: readonly string[];
};

type StoredFlag = Pick<FlagSpec, "name" | "type" | "default"> & Partial<FlagSpec>;
type StoredCommand = Omit<CommandSpec, "flags"> & { flags: readonly number[] };
type StoredTable = {
  version: string;
  globals: readonly number[];
  flags: readonly StoredFlag[];
  commands: readonly StoredCommand[];
};
type StoredResources = { version: string; resources: readonly ResourceSpec[] };

/** The version whose tables are used when a task names none. */
export const DEFAULT_VERSION = "1.35";

const STORED = new Map<string, { commands: StoredTable; resources: StoredResources }>([
  ["1.35", { commands: commands135 as StoredTable, resources: resources135 }],
  ["1.36", { commands: commands136 as StoredTable, resources: resources136 }],
]);

/** Versions that have tables, oldest first. */
export const TABLE_VERSIONS: readonly string[] = [...STORED.keys()];

const commandTables = new Map<string, CommandTable>();

/** Throws for a version without tables; see `TABLE_VERSIONS`. */
export function commandTable(version: string = DEFAULT_VERSION): CommandTable {
  const known = commandTables.get(version);
  if (known !== undefined) return known;
  const table = expand(storedTables(version).commands);
  commandTables.set(version, table);
  return table;
}

/** In the order of the server's discovery, which decides between resources of one name. */
export function resourceTable(version: string = DEFAULT_VERSION): readonly ResourceSpec[] {
  return storedTables(version).resources.resources;
}

function storedTables(version: string) {
  const stored = STORED.get(version);
  if (stored === undefined) {
    throw new Error(`There are no tables of kubectl ${version}`);
  }
  return stored;
}

function expand(stored: StoredTable): CommandTable {
  const flags = stored.flags.map(expandFlag);
  const flagsAt = (indexes: readonly number[]) => indexes.flatMap((index) => flags[index] ?? []);
  return {
    version: stored.version,
    globals: flagsAt(stored.globals),
    commands: stored.commands.map((command) => ({
      ...command,
      flags: flagsAt(command.flags),
    })),
  };
}

const expandFlag = (flag: StoredFlag): FlagSpec => ({
  shorthand: null,
  noOptDefault: null,
  required: false,
  hidden: false,
  deprecated: null,
  ...flag,
});
