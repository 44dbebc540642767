/** Better advice than kubectl's for a word that names no command. */
import { commandTree, type CommandNode, type CommandTree } from "../parse/command-tree";
import { commandTable, resourceTable, type ResourceSpec } from "../tables/tables";
import { nearest } from "./edit-distance";
import { listText } from "./hint-flag";
import { MEANT_COMMANDS, MEANT_CREATE, MEANT_NESTED } from "./meant-commands";

/** For the first word after `kubectl`. */
export function hintUnknownCommand(tree: CommandTree, typed: string): string | null {
  const word = typed.toLowerCase();
  const exact = tree.root.children.get(word);
  if (exact !== undefined && word !== typed) {
    return `Commands are written in lower case: kubectl ${word}.`;
  }
  const meant = Object.hasOwn(MEANT_COMMANDS, word) ? MEANT_COMMANDS[word] : undefined;
  if (meant !== undefined) return meant;
  const resource = findResource(tree, word);
  if (resource !== null) {
    return `${typed} is a resource. Say first what to do with it, as in kubectl get ${typed}.`;
  }
  const parents = parentsOf(tree, word);
  const [parent] = parents;
  if (parent !== undefined) {
    return `${word} is a subcommand of ${listText(parents)}: kubectl ${parent} ${word}.`;
  }
  const near = nearest(word, commandNames(tree.root));
  return near === null
    ? "There is no such command; kubectl --help lists them."
    : `Did you mean kubectl ${near}?`;
}

/** For a word after a command that groups others, such as `create` and `rollout`. */
export function hintUnknownSubcommand(tree: CommandTree, node: CommandNode, typed: string): string {
  const group = node.spec.path.join(" ");
  const word = typed.toLowerCase();
  const meant = MEANT_NESTED[`${group} ${word}`];
  if (meant !== undefined) return meant;
  const noun = group === "create" ? hintCreateNoun(tree, node, word) : null;
  if (noun !== null) return noun;
  const squeezed = word.replaceAll(/[-_]/g, "");
  const near = nearest(word, commandNames(node)) ?? nearest(squeezed, commandNames(node));
  if (near !== null) return `Did you mean kubectl ${group} ${near}?`;
  return `kubectl ${group} knows ${commandNames(node).join(", ")}.`;
}

/** For `create pods x`, which kubectl takes for `create` with words too many. */
export function hintStrayNoun(version: string, typed: string): string {
  const tree = commandTree(commandTable(version));
  const create = tree.root.children.get("create") ?? tree.root;
  return hintUnknownSubcommand(tree, create, typed);
}

/** Plurals, other names of a type, and types that `create` has no subcommand for. */
function hintCreateNoun(tree: CommandTree, node: CommandNode, word: string): string | null {
  const resource = findResource(tree, word);
  const name = resource?.singular ?? word;
  const meant = Object.hasOwn(MEANT_CREATE, name) ? MEANT_CREATE[name] : undefined;
  if (meant !== undefined) return meant;
  const child =
    node.children.get(name) ?? node.children.get(name.replace(/^resource(?=quota)/, ""));
  if (child !== undefined) {
    return `create takes the singular, which names a subcommand: kubectl ${child.spec.path.join(" ")}.`;
  }
  if (resource === null) return null;
  return `create has no subcommand for ${resource.kind}: write a manifest and use kubectl create -f FILE.`;
}

function findResource(tree: CommandTree, word: string): ResourceSpec | null {
  const isNamed = (one: ResourceSpec) =>
    one.plural === word ||
    one.singular === word ||
    one.kind.toLowerCase() === word ||
    one.shortNames.includes(word);
  return resourceTable(tree.table.version).find(isNamed) ?? null;
}

/** Canonical names, without aliases. */
const commandNames = (node: CommandNode) =>
  [...new Set(node.children.values())].map(({ spec }) => spec.path.at(-1) ?? "");

/** Groups that have a subcommand of this name: `use-context` belongs to `config`. */
function parentsOf(tree: CommandTree, word: string): string[] {
  return [...new Set(tree.root.children.values())]
    .filter(({ children, spec }) => children.has(word) && !spec.runnable)
    .map(({ spec }) => spec.path.join(" "));
}
