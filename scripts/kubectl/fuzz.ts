/**
 * Feeds the kubectl engine lines that are nearly right, as many as wanted, and
 * reports crashes and the slowest run.
 *
 *   npm run kubectl:fuzz -- [runs, default 1000000] [seed, default 1]
 *
 * Every line is graded against one of a few tasks. A run that took long is repeated
 * before it is reported, so that a pause of the machine does not count.
 */
import { gradeCommand } from "@/lib/domain/kubectl/grade-command";
import type { Task } from "@/lib/domain/kubectl/model";
import { mutateLine } from "./mutate-line";

const LIMIT_MILLIS = 5;
const REPEATS = 5;
const MOST_SHOWN = 10;

const CONTEXT = { aliases: { k: "kubectl" }, variables: { do: "--dry-run=client -o yaml" } };
const TASKS: readonly Task[] = [
  "kubectl create deployment web --image=nginx:1.27 --replicas=3 -n shop",
  "kubectl get pods -A -o name",
  "kubectl label pod web app=web\nkubectl delete pod -l app=web",
].map((accepted) => ({ accept: [accepted], context: CONTEXT }));

type Report = { crashes: string[]; slow: string[]; slowestMillis: number; slowest: string };

/** Mulberry32: numbers that a seed fixes. */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

function timeOf(task: Task, line: string): number {
  const start = performance.now();
  gradeCommand(task, line);
  return performance.now() - start;
}

function runOne(task: Task, line: string, report: Report): void {
  let millis = 0;
  try {
    millis = timeOf(task, line);
    for (let left = REPEATS; left > 0 && millis > LIMIT_MILLIS; left--) {
      millis = Math.min(millis, timeOf(task, line));
    }
  } catch (error) {
    report.crashes.push(`${JSON.stringify(line)}: ${String(error)}`);
  }
  if (millis > LIMIT_MILLIS) report.slow.push(`${millis.toFixed(2)} ms ${JSON.stringify(line)}`);
  if (millis <= report.slowestMillis) return;
  report.slowestMillis = millis;
  report.slowest = line;
}

function main(): void {
  const [runs = 1_000_000, seed = 1] = process.argv.slice(2).map(Number);
  const draw = numbersFrom(seed);
  const report: Report = { crashes: [], slow: [], slowestMillis: 0, slowest: "" };
  for (const task of TASKS) for (let run = 0; run < 200; run++) timeOf(task, mutateLine(draw));
  const start = performance.now();
  for (let run = 0; run < runs; run++) {
    const task = TASKS[run % TASKS.length];
    if (task) runOne(task, mutateLine(draw), report);
  }
  const seconds = (performance.now() - start) / 1000;
  console.log(`${String(runs)} lines from seed ${String(seed)} in ${seconds.toFixed(1)} s`);
  console.log(`crashes: ${String(report.crashes.length)}`);
  for (const crash of report.crashes.slice(0, MOST_SHOWN)) console.log(`  ${crash}`);
  console.log(`over ${String(LIMIT_MILLIS)} ms: ${String(report.slow.length)}`);
  for (const slow of report.slow.slice(0, MOST_SHOWN)) console.log(`  ${slow}`);
  const slowest = JSON.stringify(report.slowest);
  console.log(`slowest: ${report.slowestMillis.toFixed(2)} ms, ${slowest}`);
  process.exitCode = report.crashes.length + report.slow.length > 0 ? 1 : 0;
}

main();
