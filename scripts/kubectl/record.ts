/**
 * Runs the corpus through the real kubectl and stores what it sent and printed
 * in `tests/domain/kubectl/recordings/`.
 *
 *   npm run kubectl:record                  everything
 *   npm run kubectl:record -- create run    some groups
 *   npm run kubectl:record -- --check       compares instead of writing
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import {
  CONTEXTS,
  CONTEXT_NAMESPACES,
  CURRENT_CONTEXT,
  SHELL,
  USERS,
  readClusterObjects,
  readCorpus,
  readCorpusFiles,
  type CorpusGroup,
} from "./read-corpus";
import { ROOT, ensureKubectl } from "./kubectl-binary";
import type { Recording } from "./recording";
import { startRecorder, type Recorder } from "./recorder";

const VERSION = "1.35";
const WORKERS = 2;
const RECORDINGS = join(ROOT, "tests/domain/kubectl/recordings");

async function recordGroup(workers: readonly Recorder[], group: CorpusGroup): Promise<Recording[]> {
  const recordings: Recording[] = [];
  let next = 0;
  const drain = async (worker: Recorder) => {
    for (let index = next++; index < group.lines.length; index = next++) {
      recordings[index] = await worker.record(group.lines[index] ?? "");
    }
  };
  await Promise.all(workers.map(drain));
  return recordings;
}

const jsonLines = (recordings: readonly Recording[]) =>
  `[\n${recordings.map((recording) => JSON.stringify(recording)).join(",\n")}\n]\n`;

/** What the engine must be given to see the same world. */
const contextJson = () =>
  `${JSON.stringify(
    {
      version: VERSION,
      namespace: "default",
      currentContext: CURRENT_CONTEXT,
      contexts: CONTEXTS,
      contextNamespaces: CONTEXT_NAMESPACES,
      clusters: CONTEXTS,
      users: USERS,
      ...SHELL,
      objects: readClusterObjects(),
      files: readCorpusFiles(),
      stdin: "",
      complete: { kinds: "all", files: true },
    },
    null,
    1,
  )}\n`;

function put(name: string, text: string, checking: boolean) {
  const path = join(RECORDINGS, name);
  if (!checking) {
    writeFileSync(path, text);
    return;
  }
  const stored = readFileSync(path, "utf8");
  if (stored === text) return;
  process.exitCode = 1;
  const known = new Set(stored.split("\n"));
  const changed = text.split("\n").filter((line) => !known.has(line));
  console.error(`${name} differs:\n${changed.slice(0, 10).join("\n")}`);
}

async function main(options: readonly string[]) {
  const checking = options.includes("--check");
  const names = options.filter((option) => !option.startsWith("--"));
  const groups = readCorpus().filter((group) => names.length === 0 || names.includes(group.name));
  const binary = ensureKubectl(VERSION);
  const workers = await Promise.all(
    Array.from({ length: WORKERS }, () => startRecorder(binary, VERSION)),
  );
  mkdirSync(RECORDINGS, { recursive: true });
  put("context.json", contextJson(), checking);
  for (const group of groups) {
    put(`${group.name}.json`, jsonLines(await recordGroup(workers, group)), checking);
    console.log(`${group.name}: ${String(group.lines.length)} lines`);
  }
  for (const worker of workers) worker.close();
}

await main(process.argv.slice(2));
