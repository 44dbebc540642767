/** Reads `discovery/<version>.txt`, whose head describes its columns. */
import { readFileSync } from "node:fs";
import { join } from "node:path";

import type { ResourceSpec } from "../../lib/domain/kubectl/tables/tables";
import { ROOT, type KubectlVersion } from "./kubectl-binary";

const VERBS: Record<string, string> = {
  c: "create",
  d: "delete",
  D: "deletecollection",
  g: "get",
  l: "list",
  p: "patch",
  u: "update",
  w: "watch",
};

export function readResourceList(version: KubectlVersion): ResourceSpec[] {
  const name = `v${version.replace(".", "-")}.txt`;
  return readFileSync(join(ROOT, "scripts/kubectl/discovery", name), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map(resourceOf);
}

function resourceOf(line: string): ResourceSpec {
  const cells = line.split(/\s+/);
  if (cells.length !== 8) throw new Error(`Not eight columns: ${line}`);
  const [groupVersion = "", plural = "", singular = "", kind = "", scope, verbs = ""] = cells;
  const slash = groupVersion.indexOf("/");
  return {
    group: slash < 0 ? "" : groupVersion.slice(0, slash),
    version: groupVersion.slice(slash + 1),
    kind,
    plural,
    singular,
    shortNames: listOf(cells[6]),
    namespaced: scope === "namespaced",
    categories: listOf(cells[7]),
    verbs: Array.from(verbs, (letter) => VERBS[letter] ?? ""),
  };
}

const listOf = (cell: string | undefined) =>
  cell === undefined || cell === "-" ? [] : cell.split(",");
