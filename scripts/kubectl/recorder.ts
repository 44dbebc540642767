/** Runs single lines through the real kubectl, each in the same fresh world. */
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
import { kubeconfigChanges, kubeconfigText } from "./kubeconfig";
import { CORPUS, SHELL, readClusterObjects } from "./read-corpus";
import { recordingOf, withBodies, type Recording } from "./recording";
import { runKubectl } from "./run-kubectl";

const TIMEOUT_MS = 4_000;

export type Recorder = { record: (line: string) => Promise<Recording>; close: () => void };

/** A cluster, a home and a working folder of its own. */
export async function startRecorder(binary: string, version: string): Promise<Recorder> {
  const cluster = await startFakeCluster(readClusterObjects(), version);
  const home = mkdtempSync(join(tmpdir(), "kubectl-"));
  mkdirSync(join(home, "bin"));
  mkdirSync(join(home, ".kube"));
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
  const config = join(home, ".kube", "config");
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
