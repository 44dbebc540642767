/** kubectl's commands as a tree, each with every flag it accepts; prepared once per table. */
import type { CommandSpec, CommandTable, FlagSpec } from "../tables/tables";

export type CommandNode = {
  spec: CommandSpec;
  parent: CommandNode | null;
  /** By name and alias. */
  children: ReadonlyMap<string, CommandNode>;
  /** Own flags and the globals that they do not shadow, by long name. */
  flags: ReadonlyMap<string, FlagSpec>;
  shorthands: ReadonlyMap<string, FlagSpec>;
  /** Names of own flags, which are not global here. */
  ownFlags: ReadonlySet<string>;
  /** Names of required flags, sorted. */
  required: readonly string[];
};

export type CommandTree = { root: CommandNode; table: CommandTable };

type MutableNode = CommandNode & { children: Map<string, CommandNode> };

/** Every command has it, but only once it is found: `--help` before the verb is an unknown flag. */
export const HELP_FLAG: FlagSpec = {
  name: "help",
  shorthand: "h",
  type: "bool",
  default: "false",
  noOptDefault: "true",
  required: false,
  hidden: false,
  deprecated: null,
};

const ROOT: CommandSpec = {
  path: [],
  aliases: [],
  runnable: false,
  hasSubcommands: true,
  flags: [],
  usage: "kubectl [flags] [options]",
};

/** Added by the command line library itself, so that no table has it. */
export const HELP_COMMAND: CommandSpec = {
  path: ["help"],
  aliases: [],
  runnable: true,
  hasSubcommands: false,
  flags: [],
  usage: "kubectl help [command]",
};

const trees = new WeakMap<CommandTable, CommandTree>();

export function commandTree(table: CommandTable): CommandTree {
  const known = trees.get(table);
  if (known !== undefined) return known;
  const root = makeNode(ROOT, null, table.globals);
  const byPath = new Map<string, MutableNode>([["", root]]);
  for (const spec of [...table.commands, HELP_COMMAND].toSorted(byDepth)) {
    if (spec.path.length === 0) continue;
    const parent = byPath.get(spec.path.slice(0, -1).join(" ")) ?? root;
    const node = makeNode(spec, parent, table.globals);
    byPath.set(spec.path.join(" "), node);
    for (const name of [spec.path.at(-1) ?? "", ...spec.aliases]) parent.children.set(name, node);
  }
  const tree = { root, table };
  trees.set(table, tree);
  return tree;
}

const byDepth = (left: CommandSpec, right: CommandSpec) => left.path.length - right.path.length;

function makeNode(
  spec: CommandSpec,
  parent: CommandNode | null,
  globals: readonly FlagSpec[],
): MutableNode {
  const flags = new Map<string, FlagSpec>();
  for (const flag of [...globals, ...spec.flags]) flags.set(flag.name, flag);
  const shorthands = new Map<string, FlagSpec>();
  for (const flag of flags.values()) {
    if (flag.shorthand !== null) shorthands.set(flag.shorthand, flag);
  }
  return {
    spec,
    parent,
    children: new Map(),
    flags,
    shorthands,
    ownFlags: new Set(spec.flags.map(({ name }) => name)),
    required: spec.flags
      .filter(({ required }) => required)
      .map(({ name }) => name)
      .toSorted(),
  };
}

/** Flag names may be written with underscores: `--dry_run`. */
export const normalizeFlagName = (name: string) => name.replaceAll("_", "-");
