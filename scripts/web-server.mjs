/** Runs Next as a child and tells when it is ready. */
import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { checkout } from "./checkout.mjs";
import { NEXT_BIN } from "./next-build.mjs";
import { OperatorError } from "./operator-error.mjs";
import { pause } from "./running-process.mjs";

const READY_WITHIN_MS = 90_000;
const STOP_WITHIN_MS = 10_000;
const KEPT_CHARACTERS = 20_000;
const PRELOAD = new URL("./exit-with-supervisor.mjs", import.meta.url).href;

/** Thrown when somebody else took the port between looking and listening. */
export class PortTakenError extends OperatorError {
  constructor(port) {
    super(`Port ${port} is taken: choose a free one, for example PORT=${port + 1} npm start.`);
  }
}

/**
 * Starts `next start` or `next dev` and waits until its health check answers.
 * `stop()` lets it finish its requests, `exited` resolves with its exit code, and
 * `lastWords()` is the end of what it said.
 *
 * @param {{ mode: "start" | "dev", host: string, port: number, env: Record<string, string>, signal?: AbortSignal, isQuiet?: boolean }} options
 */
export async function startWebServer({ mode, host, port, env, signal, isQuiet = false }) {
  const instanceId = randomUUID();
  const child = spawn(
    process.execPath,
    ["--import", PRELOAD, NEXT_BIN, mode, "-H", host, "-p", String(port)],
    {
      cwd: checkout,
      stdio: ["ignore", "pipe", "pipe", "ipc"],
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...env, INSTANCE_ID: instanceId },
    },
  );
  const exited = once(child, "exit").then(([code, signal]) => code ?? signal);
  const words = listenTo(child, isQuiet);
  try {
    await waitUntilReady({ child, host, port, instanceId, words, signal });
  } catch (error) {
    await stop(child, exited);
    throw error;
  }
  words.passOn();
  return {
    exited,
    lastWords: words.text,
    stop: () => stop(child, exited),
    /** Ends it at once, as a crash would. */
    kill: () => {
      child.kill("SIGKILL");
      return exited;
    },
  };
}

/** Passes on what the server says from when it is ready, and its errors from before. Next's banner names an address too; one line with the right one is enough. */
function listenTo(child, isQuiet) {
  let said = "";
  let earlyErrors = "";
  let isReady = false;
  const listen = (stream, target) =>
    stream.on("data", (chunk) => {
      said = (said + chunk).slice(-KEPT_CHARACTERS);
      if (isReady && !isQuiet) target.write(chunk);
      else if (target === process.stderr) earlyErrors += chunk;
    });
  listen(child.stdout, process.stdout);
  listen(child.stderr, process.stderr);
  return {
    text: () => said.trim(),
    passOn() {
      isReady = true;
      if (!isQuiet) process.stderr.write(earlyErrors);
    },
  };
}

async function waitUntilReady({ child, host, port, instanceId, words, signal }) {
  const giveUpAt = Date.now() + READY_WITHIN_MS;
  while (Date.now() < giveUpAt) {
    signal?.throwIfAborted();
    if (child.exitCode !== null || child.signalCode !== null) {
      if (words.text().includes("EADDRINUSE")) throw new PortTakenError(port);
      throw new OperatorError(`${words.text()}\nThe server stopped before it was ready.`);
    }
    if (await isHealthy(host, port, instanceId)) return;
    await pause(50);
  }
  throw new OperatorError(`${words.text()}\nThe server was not ready within 90 s.`);
}

/** Another server may answer on this port: only our own instance counts. */
async function isHealthy(host, port, instanceId) {
  try {
    const answer = await fetch(`${addressOf(host, port)}/api/health`, {
      signal: AbortSignal.timeout(5000),
    });
    await answer.arrayBuffer();
    return answer.ok && answer.headers.get("x-instance-id") === instanceId;
  } catch {
    return false;
  }
}

/** Where this machine reaches a server that listens on `host`. */
function addressOf(host, port) {
  if (host === "0.0.0.0") return `http://127.0.0.1:${port}`;
  if (host === "::") return `http://[::1]:${port}`;
  return host.includes(":") ? `http://[${host}]:${port}` : `http://${host}:${port}`;
}

async function stop(child, exited) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGTERM");
  const late = setTimeout(() => child.kill("SIGKILL"), STOP_WITHIN_MS);
  await exited;
  clearTimeout(late);
}
