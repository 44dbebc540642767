/** Resource types as options, all of them or those that a command works on. */
import type { CommandTree } from "../parse/command-tree";
import { resourceTable, type ResourceSpec } from "../tables/tables";
import type { CompletionOption } from "./completion";

/** `only`: plural names; null for every type. */
export function resourceOptions(
  tree: CommandTree,
  only: ReadonlySet<string> | null,
): CompletionOption[] {
  const seen = new Set<string>();
  return resourceTable(tree.table.version).flatMap((resource) => {
    const { plural } = resource;
    if (plural.includes("/") || seen.has(plural)) return [];
    if (only !== null && !only.has(plural)) return [];
    seen.add(plural);
    return [{ text: plural, kind: "resource", detail: describe(resource) }];
  });
}

function describe({ kind, group, version, shortNames }: ResourceSpec): string {
  const api = group === "" ? version : `${group}/${version}`;
  const short = shortNames.length === 0 ? "" : ` · ${shortNames.join(", ")}`;
  return `${kind} (${api})${short}`;
}

/** The type that a word such as `po`, `Pods` or `deployments.apps` names. */
export function findType(tree: CommandTree, word: string): ResourceSpec | null {
  const [name = "", group] = word.split(".", 2);
  const lower = name.toLowerCase();
  const found = resourceTable(tree.table.version).find(
    (resource) =>
      (group === undefined || resource.group.startsWith(group)) &&
      (resource.plural === lower ||
        resource.singular === lower ||
        resource.kind.toLowerCase() === lower ||
        resource.shortNames.includes(name)),
  );
  return found ?? null;
}
