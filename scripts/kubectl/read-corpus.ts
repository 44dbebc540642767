/**
 * The command lines that are recorded, and the world they run in.
 *
 * `corpus/<group>.txt` has one line each; `#` starts a comment line. Alternatives
 * stand between double brackets: `get pods [[-n shop|--namespace=shop]]` is two lines.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

import { parseAllDocuments } from "yaml";

import type { JsonObject } from "./fake-cluster/json";
import { flagCoverage } from "./flag-coverage";
import { ROOT } from "./kubectl-binary";

export const CORPUS = join(ROOT, "scripts/kubectl/corpus");

export type CorpusGroup = { name: string; lines: string[] };

/** Where lines run: what the cluster, the shell and the folder hold. */
export type World = {
  objects: readonly JsonObject[];
  /** Path → text. */
  files: Readonly<Record<string, string>>;
  stdin: string;
  aliases: Readonly<Record<string, string>>;
  variables: Readonly<Record<string, string>>;
  currentContext: string;
  /** Every context of the kubeconfig, with its namespace or null. */
  contexts: Readonly<Record<string, string | null>>;
};

/** What the exam gives its shell, and what the engine is given too. */
export const SHELL = {
  aliases: { k: "kubectl" },
  variables: { do: "--dry-run=client -o yaml", now: "--force --grace-period 0" },
};

export const CONTEXTS = ["exam", "dev", "prod"];
export const CURRENT_CONTEXT = "exam";
export const USERS = ["admin", "guest"];
/** Every context but the current one works in a namespace of its own name. */
export const CONTEXT_NAMESPACES = Object.fromEntries(
  CONTEXTS.filter((name) => name !== CURRENT_CONTEXT).map((name) => [name, name]),
);

export function readCorpus(): CorpusGroup[] {
  const written = readdirSync(CORPUS)
    .filter((file) => file.endsWith(".txt"))
    .sort()
    .map((file) => ({
      name: file.replace(/\.txt$/, ""),
      lines: linesOf(readFileSync(join(CORPUS, file), "utf8")),
    }));
  const known = new Set(written.flatMap((group) => group.lines));
  const coverage = flagCoverage().filter((line) => !known.has(line));
  return [...written, { name: "every-flag", lines: [...new Set(coverage)] }];
}

function linesOf(text: string): string[] {
  const lines = text
    .split("\n")
    .filter((line) => line.trim() !== "" && !line.startsWith("#"))
    .flatMap(expandAlternatives);
  return [...new Set(lines)];
}

/** All combinations of the alternatives in a line. */
export function expandAlternatives(line: string): string[] {
  const match = /\[\[(.*?)\]\]/.exec(line);
  if (match?.[1] === undefined) return [line];
  const before = line.slice(0, match.index);
  const after = line.slice(match.index + match[0].length);
  return match[1].split("|").flatMap((choice) => expandAlternatives(`${before}${choice}${after}`));
}

export const readCorpusWorld = (): World => ({
  objects: readClusterObjects(),
  files: readCorpusFiles(),
  stdin: "",
  ...SHELL,
  currentContext: CURRENT_CONTEXT,
  contexts: Object.fromEntries(
    CONTEXTS.map((name) => [name, name === CURRENT_CONTEXT ? null : name]),
  ),
});

export function readClusterObjects(): JsonObject[] {
  const text = readFileSync(join(CORPUS, "cluster.yaml"), "utf8");
  return parseAllDocuments(text).map((document) => document.toJS() as JsonObject);
}

/** The files beside the learner: path → text. */
export function readCorpusFiles(): Record<string, string> {
  const root = join(CORPUS, "files");
  const files: Record<string, string> = {};
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files[relative(root, path)] = readFileSync(path, "utf8");
  }
  return Object.fromEntries(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1)));
}
