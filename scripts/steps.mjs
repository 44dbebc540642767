/** Runs the steps of a check or a test run, says how long each took, and counts. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { checkout } from "./checkout.mjs";

/**
 * @typedef {{ passed: number, failed: number, output: string }} Outcome
 * @typedef {{ name: string, run: (signal: AbortSignal) => Promise<Outcome> }} Step
 */

/** Runs one step and reports it at once. A step that throws has failed once. */
export async function runStep(step, signal) {
  const startedAt = performance.now();
  const outcome = await step.run(signal).catch((error) => ({
    passed: 0,
    failed: 1,
    output: String(error?.stack ?? error),
  }));
  signal.throwIfAborted();
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  const isGood = outcome.failed === 0;
  const counts =
    outcome.passed + outcome.failed > 1
      ? `, ${outcome.passed} passed, ${outcome.failed} failed`
      : "";
  console.log(`${isGood ? "ok    " : "FAILED"} ${step.name} (${seconds} s${counts})`);
  if (!isGood && outcome.output) console.log(`${outcome.output.trim()}\n`);
  return outcome;
}

/** Runs lanes of steps beside each other, each lane in its order, whether or not a step fails. */
export async function runLanes(lanes, signal) {
  const runLane = async (steps) => {
    const outcomes = [];
    for (const step of steps) outcomes.push(await runStep(step, signal));
    return outcomes;
  };
  return (await Promise.all(lanes.map(runLane))).flat();
}

/** The last line of every run, and what the exit code is made of. */
export function summarise(outcomes) {
  const sum = (key) => outcomes.reduce((total, outcome) => total + outcome[key], 0);
  console.log(`${sum("passed")} passed, ${sum("failed")} failed`);
  return sum("failed") === 0 ? 0 : 1;
}

/** A step that is one command and counts as one: it passes when the command does. */
export function commandStep(name, ...commands) {
  return {
    name,
    async run(signal) {
      for (const [bin, ...args] of commands) {
        const { code, output } = await runTool(bin, args, { signal });
        if (code !== 0) return { passed: 0, failed: 1, output };
      }
      return { passed: 1, failed: 0, output: "" };
    },
  };
}

/** Runs a tool of node_modules/.bin and keeps what it says. */
export async function runTool(bin, args, { signal, env = {} } = {}) {
  const child = spawn(join(checkout, "node_modules", ".bin", bin), args, {
    cwd: checkout,
    signal,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...env },
  });
  const output = [];
  child.stdout.on("data", (chunk) => output.push(chunk));
  child.stderr.on("data", (chunk) => output.push(chunk));
  const [code] = await once(child, "close");
  return { code: code ?? 1, output: Buffer.concat(output).toString() };
}
