/** Better advice than kubectl's for a flag that the command does not have. */
import type { FlagSpec } from "../tables/tables";
import type { CommandNode, CommandTree } from "../parse/command-tree";
import { nearest } from "./edit-distance";
import { MEANT_FLAGS } from "./meant-flags";

/** `--imag`: what was meant, the nearest spelling, or the commands that do have it. */
export function hintUnknownFlag(tree: CommandTree, node: CommandNode, name: string): string {
  const meant = meantFlag(node, name);
  if (meant !== null) return meant;
  const spelled = nearestFlag(node, name);
  if (spelled !== null) return `Did you mean ${flagText(spelled)}?`;
  const letters =
    name.length <= 3 && Array.from(name).every((letter) => node.shorthands.has(letter));
  if (letters) return `Short flags take one dash: -${name}.`;
  const owners = ownersOf(tree, name, node);
  if (owners.length === 0) return noSuchFlag(node, `--${name}`);
  return `--${name} is a flag of ${listText(owners)}, not of ${commandText(node)}.`;
}

/** `-image=x`, `-r`: a long flag with one dash, another case, or the letter's long name. */
export function hintUnknownShorthand(
  tree: CommandTree,
  node: CommandNode,
  text: string,
  letter: string,
): string {
  const name = /^-([a-zA-Z][\w-]+)/.exec(text)?.[1];
  const long = name === undefined ? null : hintLongName(node, name);
  if (long !== null) return long;
  const required = node.required.find((flag) => flag.startsWith(letter));
  if (required !== undefined) return `There is no short form: write --${required}.`;
  const other = node.shorthands.get(swapCase(letter));
  if (other !== undefined) return `Did you mean ${flagText(other)}? Upper and lower case differ.`;
  const begins = [...node.ownFlags].filter((flag) => flag.startsWith(letter.toLowerCase()));
  const [only, more] = begins;
  const alone = only !== undefined && more === undefined && text.length === 2;
  if (alone) return `There is no short form: write --${only}.`;
  return ownerOfLetter(tree, node, letter) ?? noSuchFlag(node, `-${letter}`);
}

/** `-image=nginx`: a long flag that lost a dash. */
function hintLongName(node: CommandNode, name: string): string | null {
  const flag = node.flags.get(name) ?? (name.length > 3 ? nearestFlag(node, name) : null);
  return flag === null ? meantFlag(node, name) : `Long flags take two dashes: --${flag.name}.`;
}

const noSuchFlag = (node: CommandNode, flag: string) =>
  `${commandText(node)} has no ${flag}; see ${commandText(node)} --help.`;

function ownerOfLetter(tree: CommandTree, node: CommandNode, letter: string): string | null {
  const owners = commandsWith(tree, (other) => {
    const flag = other.shorthands.get(letter);
    return flag !== undefined && other.ownFlags.has(flag.name);
  });
  if (owners.length === 0 || owners.length > 8) return null;
  return `-${letter} is a flag of ${listText(owners)}, not of ${commandText(node)}.`;
}

/** The flag of this command that a misspelt name is nearest to. */
function nearestFlag(node: CommandNode, name: string): FlagSpec | null {
  const visible = [...node.flags.values()].filter(({ hidden }) => !hidden);
  // A command's own flags are meant more often than the globals.
  const own = visible.filter((flag) => node.ownFlags.has(flag.name));
  const found = nearest(name, namesOf(own)) ?? nearest(name, namesOf(visible));
  return found === null ? null : (node.flags.get(found) ?? null);
}

const namesOf = (flags: readonly FlagSpec[]) => flags.map(({ name }) => name);

function meantFlag(node: CommandNode, name: string): string | null {
  const path = node.spec.path.join(" ");
  const covers = (on: string) => path === on || path.startsWith(`${on} `);
  const typed = name.toLowerCase().replaceAll("_", "-");
  const found = MEANT_FLAGS.find(
    ({ flags, on }) => flags.split(" ").includes(typed) && (on === undefined || on.some(covers)),
  );
  return found?.say ?? null;
}

function ownersOf(tree: CommandTree, name: string, except: CommandNode): string[] {
  return commandsWith(tree, (node) => node !== except && node.ownFlags.has(name));
}

function commandsWith(tree: CommandTree, test: (node: CommandNode) => boolean): string[] {
  const found: string[] = [];
  const visit = (node: CommandNode) => {
    if (test(node)) found.push(node.spec.path.join(" "));
    for (const child of new Set(node.children.values())) visit(child);
  };
  visit(tree.root);
  return found;
}

const MOST_LISTED = 4;

export function listText(items: readonly string[]): string {
  const shown = items.slice(0, MOST_LISTED);
  if (items.length > MOST_LISTED) return `${shown.join(", ")} and others`;
  if (shown.length < 2) return shown.join("");
  return `${shown.slice(0, -1).join(", ")} and ${shown.at(-1) ?? ""}`;
}

const flagText = ({ name, shorthand }: FlagSpec) =>
  shorthand === null ? `--${name}` : `--${name} (-${shorthand})`;

const commandText = (node: CommandNode) => ["kubectl", ...node.spec.path].join(" ");

const swapCase = (letter: string) =>
  letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase();
