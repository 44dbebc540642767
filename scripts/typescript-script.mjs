import { spawn } from "node:child_process";
import { once } from "node:events";
import { checkout } from "./checkout.mjs";

/** Runs a TypeScript script of this checkout on our own terminal. Returns its exit code. */
export async function runScript(args, environment, { signal } = {}) {
  const child = spawnScript(args, environment, "inherit", signal);
  const [code] = await once(child, "exit");
  return code ?? 1;
}

/** Runs a TypeScript script and returns what it said. */
export async function captureScript(args, environment, { signal } = {}) {
  const child = spawnScript(args, environment, ["ignore", "pipe", "pipe"], signal);
  const out = [];
  const err = [];
  child.stdout.on("data", (chunk) => out.push(chunk));
  child.stderr.on("data", (chunk) => err.push(chunk));
  const [code] = await once(child, "close");
  const text = (chunks) => Buffer.concat(chunks).toString().trim();
  return { code: code ?? 1, stdout: text(out), stderr: text(err) };
}

/** Runs a TypeScript script that ends when it is told to stop. `exited` resolves with its exit code. */
export function startScript(args, environment) {
  const child = spawnScript(args, environment, "inherit");
  const exited = once(child, "exit").then(([code]) => code ?? 1);
  return { exited, stop: () => child.kill("SIGTERM") };
}

function spawnScript(args, environment, stdio, signal) {
  return spawn(process.execPath, ["--import", "tsx", ...args], {
    cwd: checkout,
    stdio,
    signal,
    env: { ...process.env, ...environment },
  });
}
