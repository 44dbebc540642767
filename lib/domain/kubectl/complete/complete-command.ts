/** Commands, and `kubectl` and its aliases themselves. */
import type { ShellContext } from "../model";
import { meaningOfCommand } from "../meanings/meanings";
import type { CommandNode } from "../parse/command-tree";
import type { CompletionOption, Offer } from "./completion";

/** `node` is the group whose subcommands are offered; null for the program itself. */
export function completeCommand(node: CommandNode | null, context: ShellContext): Offer {
  return { skip: 0, options: node === null ? programs(context) : subcommands(node) };
}

function subcommands(node: CommandNode): CompletionOption[] {
  const nodes = [...new Set(node.children.values())];
  return nodes.map(({ spec }) => ({
    text: spec.path.at(-1) ?? "",
    kind: "command",
    detail: meaningOfCommand(spec.path),
  }));
}

function programs({ aliases = {} }: ShellContext): CompletionOption[] {
  const known = Object.entries(aliases).map(([text, detail]): CompletionOption => ({
    text,
    kind: "command",
    detail,
  }));
  return [{ text: "kubectl", kind: "command", detail: "Controls a Kubernetes cluster" }, ...known];
}
