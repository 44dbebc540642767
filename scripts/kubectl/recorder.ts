/** Runs answers through the real kubectl, each in the same fresh world. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

import { startFakeCluster, type FakeCluster } from "./fake-cluster/server";
import { isObject } from "./fake-cluster/json";
import { kubeconfigChanges, kubeconfigText } from "./kubeconfig";
import { readCorpusWorld, type World } from "./read-corpus";
import { recordingOf, withBodies, type Recording } from "./recording";
import { runKubectl } from "./run-kubectl";

const TIMEOUT_MS = 4_000;

export type Recorder = {
  /** One line, in a fresh world. */
  record: (line: string) => Promise<Recording>;
  /** Line after line, each in the world that the one before has left. */
  recordAll: (lines: readonly string[]) => Promise<Recording[]>;
  /** The world of everything that is recorded from now on. */
  enter: (world: World) => void;
  close: () => void;
};

type Place = { cluster: FakeCluster; home: string; world: World };

/** A cluster, a home and a working folder of its own, at first in the world of the corpus. */
export async function startRecorder(binary: string, version: string): Promise<Recorder> {
  const world = readCorpusWorld();
  const cluster = await startFakeCluster(world.objects, version);
  const home = mkdtempSync(join(tmpdir(), "kubectl-"));
  mkdirSync(join(home, "bin"));
  mkdirSync(join(home, ".kube"));
  symlinkSync(binary, join(home, "bin", "kubectl"));
  const place: Place = { cluster, home, world };
  return {
    record: (line) => recordLine(place, line),
    recordAll: (lines) => recordLines(place, lines),
    enter: (next) => {
      place.world = next;
    },
    close: () => {
      cluster.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** The line as a dry run, or null when it is one already. */
function dryRunOf(line: string): string | null {
  const dry = line.replace(/^(kubectl|k) /, "$1 --dry-run=client -o=yaml ");
  return dry === line || line.includes("--dry-run") ? null : dry;
}

async function recordLine(place: Place, line: string): Promise<Recording> {
  refresh(place);
  const { recording, partial } = await recordOnce(place, line);
  const dry = dryRunOf(line);
  if (!partial || dry === null) return recording;
  // Typed clients send protobuf. What they create, a dry run prints.
  refresh(place);
  const printed = (await recordOnce(place, dry)).recording.objects ?? [];
  return withBodies(recording, printed);
}

async function recordLines(place: Place, lines: readonly string[]): Promise<Recording[]> {
  refresh(place);
  const recordings: Recording[] = [];
  for (const line of lines) {
    // Before the line itself, in the same world; later lines need what it created in whole.
    const dry = /\b(create|run|expose|autoscale)\b/.test(line) ? dryRunOf(line) : null;
    const printed = dry === null ? [] : ((await recordOnce(place, dry)).recording.objects ?? []);
    const { recording, partial } = await recordOnce(place, line);
    recordings.push(partial ? withBodies(recording, printed) : recording);
    if (partial && recording.exit === 0) {
      const namespace = place.world.contexts[place.world.currentContext] ?? "default";
      for (const object of printed) {
        if (isObject(object)) place.cluster.complete(object, namespace);
      }
    }
  }
  return recordings;
}

/** Makes the world as it was: the kubeconfig, the folder, the cluster. */
function refresh({ cluster, home, world }: Place): void {
  const work = join(home, "work");
  writeFileSync(join(home, ".kube", "config"), kubeconfigText(cluster.url, world));
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work);
  for (const [path, text] of Object.entries(world.files)) {
    mkdirSync(dirname(join(work, path)), { recursive: true });
    writeFileSync(join(work, path), text);
  }
  cluster.reset(world.objects);
}

async function recordOnce({ cluster, home, world }: Place, line: string) {
  const config = join(home, ".kube", "config");
  const before = readFileSync(config, "utf8");
  const run = await runKubectl("/bin/bash", ["-c", shellScript(world, line)], {
    cwd: join(home, "work"),
    timeoutMs: TIMEOUT_MS,
    stdin: world.stdin,
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

const shellScript = ({ aliases, variables }: World, line: string) =>
  [
    "shopt -s expand_aliases",
    ...Object.entries(aliases).map(([name, text]) => `alias ${name}='${text}'`),
    ...Object.entries(variables).map(([name, text]) => `${name}='${text}'`),
    line,
  ].join("\n");
