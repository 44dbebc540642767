/** What a service costs: seconds until it answers, seconds in the database, and memory. */
import { readFileSync } from "node:fs";
import pg from "pg";

export type Statement = { text: string; values: unknown[]; ms: number };

export type Cost = {
  seconds: number;
  /** Of all statements, from sending to the last row: they may have run beside each other. */
  databaseSeconds: number;
  /** Of that, the processor's in PostgreSQL's processes; null where the system does not say. */
  databaseCpuSeconds: number | null;
  statements: Statement[];
  /** Megabytes at most, and before. */
  peakMb: number;
  baseMb: number;
};

type Callback = (error: unknown, result: unknown) => void;

const MB = 1024 * 1024;
const SAMPLE_MS = 5;

/** Runs `work` and counts what it took. One at a time. */
export async function measure(work: () => Promise<unknown>): Promise<Cost> {
  const baseMb = process.memoryUsage().rss / MB;
  let peakMb = baseMb;
  const sampler = setInterval(() => {
    peakMb = Math.max(peakMb, process.memoryUsage().rss / MB);
  }, SAMPLE_MS);
  const cpuBefore = databaseCpuSeconds();
  const watch = watchStatements();
  const began = performance.now();
  try {
    await work();
  } finally {
    watch.stop();
    clearInterval(sampler);
  }
  const seconds = (performance.now() - began) / 1_000;
  peakMb = Math.max(peakMb, process.memoryUsage().rss / MB);
  const cpuAfter = databaseCpuSeconds();
  return {
    seconds,
    databaseSeconds: watch.statements.reduce((sum, { ms }) => sum + ms, 0) / 1_000,
    databaseCpuSeconds:
      cpuBefore === null || cpuAfter === null ? null : Math.max(0, cpuAfter - cpuBefore),
    statements: watch.statements,
    peakMb,
    baseMb,
  };
}

function watchStatements() {
  const statements: Statement[] = [];
  const prototype = pg.Client.prototype as unknown as { query: (...args: unknown[]) => unknown };
  const original = prototype.query;
  prototype.query = function query(this: unknown, ...args: unknown[]): unknown {
    const began = performance.now();
    const done = () => {
      statements.push({ ...statementOf(args), ms: performance.now() - began });
    };
    const last = args.at(-1);
    if (typeof last === "function") {
      const callback = last as Callback;
      const timed: Callback = (error, result) => {
        done();
        callback(error, result);
      };
      return original.apply(this, [...args.slice(0, -1), timed]);
    }
    const result = original.apply(this, args);
    if (result instanceof Promise) void result.then(done, done);
    return result;
  };
  return {
    statements,
    stop: () => {
      prototype.query = original;
    },
  };
}

function statementOf([config, values]: unknown[]): { text: string; values: unknown[] } {
  if (typeof config === "string") {
    return { text: config, values: Array.isArray(values) ? (values as unknown[]) : [] };
  }
  const { text, values: own } = config as { text: string; values?: unknown[] };
  return { text, values: own ?? (Array.isArray(values) ? (values as unknown[]) : []) };
}

let backends: readonly number[] = [];

/** Whose processor time is counted: those that a pool has open. */
export async function countBackends(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ pid: number }>(
    "select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
  );
  backends = rows.map(({ pid }) => pid);
}

/** As `proc(5)` says of each: ticks are hundredths of a second. */
function databaseCpuSeconds(): number | null {
  try {
    return backends.reduce((sum, pid) => {
      const [user = "0", system = "0"] = readFileSync(`/proc/${pid}/stat`, "utf8")
        .split(") ")
        .slice(1)
        .join(") ")
        .split(" ")
        .slice(11, 13);
      return sum + (Number(user) + Number(system)) / 100;
    }, 0);
  } catch {
    return null;
  }
}
