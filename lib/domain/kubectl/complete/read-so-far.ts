/** An unfinished line, read without ever refusing it. */
import {
  HELP_FLAG,
  normalizeFlagName,
  type CommandNode,
  type CommandTree,
} from "../parse/command-tree";
import { findCommand } from "../parse/find-command";
import type { FlagSpec } from "../tables/tables";

export type LineSoFar = {
  tree: CommandTree;
  node: CommandNode;
  args: readonly string[];
  /** Values by long name, in the order typed. */
  flags: ReadonlyMap<string, readonly string[]>;
  /** The flag whose value the next word is. */
  pending: FlagSpec | null;
  /** After `--`. */
  dashed: boolean;
};

type Reading = {
  args: string[];
  flags: Map<string, string[]>;
  pending: FlagSpec | null;
  dashed: boolean;
};

export function readSoFar(tree: CommandTree, words: readonly string[]): LineSoFar {
  const found = findCommand(tree.root, words.map(asWord), () => true);
  const reading: Reading = { args: [], flags: new Map(), pending: null, dashed: false };
  for (const { text } of found.rest) readWord(reading, found.node, text);
  return { tree, node: found.node, ...reading };
}

const asWord = (text: string) => ({ text, start: 0, end: 0, pieces: null, quoted: false });

function readWord(reading: Reading, node: CommandNode, text: string): void {
  if (reading.pending !== null) {
    record(reading, reading.pending, text);
    reading.pending = null;
  } else if (reading.dashed || text === "-" || !text.startsWith("-")) {
    reading.args.push(text);
  } else if (text === "--") {
    reading.dashed = true;
  } else if (text.startsWith("--")) {
    readLong(reading, node, text);
  } else {
    readShort(reading, node, text);
  }
}

function readLong(reading: Reading, node: CommandNode, text: string): void {
  const [name = "", ...value] = text.slice(2).split("=");
  const spec = node.flags.get(normalizeFlagName(name));
  if (spec === undefined) return;
  if (value.length > 0) record(reading, spec, value.join("="));
  else if (spec.noOptDefault !== null) record(reading, spec, spec.noOptDefault);
  else reading.pending = spec;
}

function readShort(reading: Reading, node: CommandNode, text: string): void {
  for (let at = 1; at < text.length; at++) {
    const spec = node.shorthands.get(text.charAt(at)) ?? HELP_FLAG;
    const rest = text.slice(at + 1);
    if (spec.noOptDefault === null && rest === "") reading.pending = spec;
    else record(reading, spec, spec.noOptDefault ?? rest.replace(/^=(?=.)/, ""));
    if (spec.noOptDefault === null || rest.startsWith("=")) return;
  }
}

function record(reading: Reading, spec: FlagSpec, value: string): void {
  const values = reading.flags.get(spec.name);
  if (values) values.push(value);
  else reading.flags.set(spec.name, [value]);
}
