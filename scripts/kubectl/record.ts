/**
 * Runs the corpus through the real kubectl and stores what it sent and printed
 * in `tests/domain/kubectl/recordings/`.
 *
 *   npm run kubectl:record                  everything
 *   npm run kubectl:record -- create run    some groups
 *   npm run kubectl:record -- --check       compares instead of writing
 */
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { startFakeCluster, type FakeCluster } from "./fake-cluster/server";
import {
  CONTEXTS,
  CORPUS,
  CURRENT_CONTEXT,
  SHELL,
  readClusterObjects,
  readCorpus,
  readCorpusFiles,
  type CorpusGroup,
} from "./read-corpus";
import { kubeconfigChanges, kubeconfigText } from "./kubeconfig";
import { ROOT, ensureKubectl } from "./kubectl-binary";
import { recordingOf, withBodies, type Recording } from "./recording";
import { runKubectl } from "./run-kubectl";

const VERSION = "1.35";
const TIMEOUT_MS = 4_000;
const WORKERS = 2;
const RECORDINGS = join(ROOT, "tests/domain/kubectl/recordings");

type Worker = { record: (line: string) => Promise<Recording>; close: () => void };

/** A cluster, a home and a working folder of its own. */
async function startWorker(binary: string): Promise<Worker> {
  const cluster = await startFakeCluster(readClusterObjects(), VERSION);
  const home = mkdtempSync(join(tmpdir(), "kubectl-"));
  mkdirSync(join(home, "bin"));
  symlinkSync(binary, join(home, "bin", "kubectl"));
  return {
    record: (line) => recordLine(cluster, home, line),
    close: () => {
      cluster.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

async function recordLine(cluster: FakeCluster, home: string, line: string): Promise<Recording> {
  const { recording, partial } = await recordOnce(cluster, home, line);
  const dry = line.replace(/^(kubectl|k) /, "$1 --dry-run=client -o=yaml ");
  if (!partial || line.includes("--dry-run") || dry === line) return recording;
  // Typed clients send protobuf. What they create, a dry run prints.
  const printed = (await recordOnce(cluster, home, dry)).recording.objects ?? [];
  return withBodies(recording, printed);
}

async function recordOnce(cluster: FakeCluster, home: string, line: string) {
  const config = join(home, "config");
  const work = join(home, "work");
  const before = kubeconfigText(cluster.url);
  writeFileSync(config, before);
  rmSync(work, { recursive: true, force: true });
  cpSync(join(CORPUS, "files"), work, { recursive: true });
  cluster.reset();
  const run = await runKubectl("/bin/bash", ["-c", shellScript(line)], {
    cwd: work,
    timeoutMs: TIMEOUT_MS,
    env: {
      PATH: `${join(home, "bin")}:/usr/bin:/bin`,
      HOME: home,
      KUBECONFIG: config,
      KUBE_EDITOR: "true",
      KUBE_FEATURE_WatchListClient: "false", // plain list and watch, as without the feature
      TZ: "UTC",
    },
  });
  const changes = kubeconfigChanges(before, readFileSync(config, "utf8"));
  const log = cluster.takeLog();
  return {
    recording: recordingOf(line, run, log, changes),
    partial: log.some((request) => request.partial),
  };
}

const shellScript = (line: string) =>
  [
    "shopt -s expand_aliases",
    ...Object.entries(SHELL.aliases).map(([name, text]) => `alias ${name}='${text}'`),
    ...Object.entries(SHELL.variables).map(([name, text]) => `${name}='${text}'`),
    line,
  ].join("\n");

async function recordGroup(workers: readonly Worker[], group: CorpusGroup): Promise<Recording[]> {
  const recordings: Recording[] = [];
  let next = 0;
  const drain = async (worker: Worker) => {
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
      ...SHELL,
      objects: readClusterObjects(),
      files: readCorpusFiles(),
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
  const workers = await Promise.all(Array.from({ length: WORKERS }, () => startWorker(binary)));
  mkdirSync(RECORDINGS, { recursive: true });
  put("context.json", contextJson(), checking);
  for (const group of groups) {
    put(`${group.name}.json`, jsonLines(await recordGroup(workers, group)), checking);
    console.log(`${group.name}: ${String(group.lines.length)} lines`);
  }
  for (const worker of workers) worker.close();
}

await main(process.argv.slice(2));
