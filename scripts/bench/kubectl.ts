/**
 * npm run bench:kubectl: how long judging a typed line takes, from its characters to
 * the verdict, beside one run of the real `kubectl --dry-run=client` on the same
 * machine in the same run. Nothing is cached between grades but what the product
 * itself caches.
 */
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

import type { gradeCommand as GradeCommand } from "@/lib/domain/kubectl/grade-command";
import type { Task } from "@/lib/domain/kubectl/model";
import { ensureKubectl, ROOT } from "@/scripts/kubectl/kubectl-binary";
import { readPairs } from "@/scripts/kubectl/read-pairs";
import { emptyHome, runKubectl } from "@/scripts/kubectl/run-kubectl";
import { recordedWorld } from "@/tests/domain/kubectl/recordings/read-recordings";

/**
 * The engine compiled as the product's build compiles it: the loader that runs these
 * scripts wraps every function to keep its name, which costs a third of the time.
 */
async function compiledEngine(): Promise<{ gradeCommand: typeof GradeCommand }> {
  const outfile = join(ROOT, ".cache/bench/grade-command.mjs");
  await build({
    entryPoints: [join(ROOT, "lib/domain/kubectl/grade-command.ts")],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    external: ["yaml"],
  });
  return (await import(pathToFileURL(outfile).href)) as { gradeCommand: typeof GradeCommand };
}

/** Rounds before the clock counts: a server has been up for longer than one. */
const WARM_UP = 3;
const ROUNDS = 15;
const KUBECTL_RUNS = 9;
const DRY_RUN = "create deployment web --image=nginx --replicas=3 --dry-run=client -o yaml".split(
  " ",
);

type Case = { task: Task; answer: string };

const median = (values: number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const microseconds = (run: () => void): number => {
  const start = performance.now();
  run();
  return (performance.now() - start) * 1_000;
};

type Time = { wall: number; cpu: number };

/**
 * Medians over the rounds of the mean time of one grade: by the clock on the wall, and
 * of the processor alone, which a busy machine stretches less.
 */
function timeGrades(cases: readonly Case[]): Time {
  const round = () => {
    for (const { task, answer } of cases) gradeCommand(task, answer);
  };
  for (let warm = 0; warm < WARM_UP; warm++) round();
  const rounds = Array.from({ length: ROUNDS }, () => {
    const before = process.cpuUsage();
    const wall = microseconds(round);
    const { user, system } = process.cpuUsage(before);
    return { wall: wall / cases.length, cpu: (user + system) / cases.length };
  });
  return { wall: median(rounds.map((one) => one.wall)), cpu: median(rounds.map((one) => one.cpu)) };
}

/** Whether YAML or JSON of a whole object is read: in a here-document, a file, a patch. */
const isManifest = ({ task, answer }: Case) =>
  [answer, task.accept[0] ?? ""].some((text) =>
    /<<|(?:^|\s)-\w*f[ =]?\S|--filename|\{"/.test(text),
  );

/** The slowest single grade, the best of the rounds for each line: what the line costs, not the machine. */
function slowest(cases: readonly Case[]): { time: number; answer: string } {
  const timed = cases.map(({ task, answer }) => ({
    answer,
    time: Math.min(
      ...Array.from({ length: 5 }, () => microseconds(() => gradeCommand(task, answer))),
    ),
  }));
  return timed.reduce((worst, one) => (one.time > worst.time ? one : worst));
}

async function timeKubectl(): Promise<number> {
  const program = ensureKubectl("1.35");
  const home = emptyHome();
  const times: number[] = [];
  for (let run = 0; run < KUBECTL_RUNS; run++) {
    const start = performance.now();
    await runKubectl(program, DRY_RUN, { env: { HOME: home } });
    times.push((performance.now() - start) * 1_000);
  }
  return median(times);
}

const { gradeCommand } = await compiledEngine();
const cases: Case[] = readPairs().map(({ accept, answer }) => ({
  task: { accept: [accept], context: recordedWorld },
  answer,
}));
const long: Case[] = [
  {
    task: { accept: ["kubectl get pods"] },
    answer: `kubectl get pods ${"x".repeat(50)} `.repeat(150).slice(0, 10_000),
  },
];

const manifests = cases.filter(isManifest);
const typed = cases.filter((one) => !isManifest(one));
const perGrade = timeGrades(cases);
const perTyped = timeGrades(typed);
const perManifest = timeGrades(manifests);
const perLongLine = timeGrades(long);
const kubectl = await timeKubectl();
const worst = slowest(cases);

const row = (name: string, { wall, cpu }: { wall: number; cpu: number | null }) => ({
  what: name,
  µs: Number(wall.toFixed(1)),
  "µs of processor": cpu === null ? null : Number(cpu.toFixed(1)),
  "per second": Math.round(1_000_000 / wall),
  "of one kubectl run": `1/${Math.round(kubectl / wall).toLocaleString("en")}`,
});
console.table([
  row(`grade, mean of all ${cases.length} pairs`, perGrade),
  row(`  of them ${typed.length} of typed words`, perTyped),
  row(`  of them ${manifests.length} with a manifest or patch`, perManifest),
  row(`slowest: ${worst.answer.slice(0, 40)}`, { wall: worst.time, cpu: null }),
  row("grade, a line of 10,000 characters", perLongLine),
  row("kubectl create --dry-run=client", { wall: kubectl, cpu: null }),
]);
