/**
 * Runs jobs from the queue in PostgreSQL (schema `graphile_worker`, which it makes by
 * itself). Several runners share the work: each job is run by one of them.
 */
import { parseCronItems, run, type Runner, type Task } from "graphile-worker";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";

import { jobLogger } from "@/lib/server/jobs/enqueue";
import type { Job } from "@/lib/server/jobs/job";
import { jobsStore, type Running } from "@/lib/server/jobs/jobs-state";
import { jobs as allJobs } from "@/lib/server/jobs/jobs";
import { runnersThatShowTheyLive } from "@/lib/server/jobs/lost-jobs";
import { log } from "@/lib/server/log";

type RunnerOptions = {
  databaseUrl: string;
  jobs?: readonly Job[];
  /** Jobs at once; they wait for the database most of the time. */
  concurrency?: number;
};

/** The queue has this many connections of its own, and one to listen on. */
const CONCURRENCY = 2;
const RETRY_AFTER_MS = 5_000;
/** A job that is asked to stop gets so long before the process ends without it. */
const STOP_WITHIN_MS = 5_000;
const BACKFILL_MS = 86_400_000;

/** Starts to run jobs, and goes on until `stopJobs`: an outage of the database only interrupts it. */
export function startJobs(options: RunnerOptions): void {
  if (jobsStore.reconcileJobs && jobsStore.reconcileJobs.state !== "stopped") return;
  const stopping = new AbortController();
  const running: Running & { runner: Runner | null } = {
    state: "starting",
    runner: null,
    stop: async () => {
      stopping.abort();
      await stopRunner(running.runner);
      await ended;
    },
  };
  const ended = keepRunning(options, stopping.signal, running);
  jobsStore.reconcileJobs = running;
}

/** Lets running jobs come to an end. Safe to call twice, and without a start. */
export async function stopJobs(): Promise<void> {
  await jobsStore.reconcileJobs?.stop();
}

async function keepRunning(
  options: RunnerOptions,
  stopping: AbortSignal,
  running: Running & { runner: Runner | null },
): Promise<void> {
  const isStopping = () => stopping.aborted;
  while (!isStopping()) {
    const pool = openPool(options);
    try {
      running.runner = await startRunner(pool, options, stopping);
      running.state = "running";
      if (isStopping()) await stopRunner(running.runner);
      await running.runner.promise;
    } catch (error) {
      if (!isStopping()) log.warn("jobs cannot run", { error });
    }
    running.runner = null;
    running.state = "starting";
    await closePool(pool);
    if (!isStopping()) await pause(RETRY_AFTER_MS, null, { signal: stopping }).catch(() => null);
  }
  running.state = "stopped";
}

async function stopRunner(runner: Runner | null): Promise<void> {
  // It refuses when it has stopped by itself, which is as well.
  await runner?.stop().catch(() => undefined);
}

function openPool({ databaseUrl, concurrency = CONCURRENCY }: RunnerOptions): pg.Pool {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: concurrency + 1 });
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
}

/** The queue writes down that a job is done without waiting for it: closing must. */
async function closePool(pool: pg.Pool): Promise<void> {
  const giveUpAt = performance.now() + STOP_WITHIN_MS;
  const isBusy = () => pool.waitingCount > 0 || pool.idleCount < pool.totalCount;
  while (isBusy() && performance.now() < giveUpAt) await pause(10);
  await pool.end();
}

const startRunner = (
  pool: pg.Pool,
  { jobs = allJobs, concurrency = CONCURRENCY }: RunnerOptions,
  stopping: AbortSignal,
): Promise<Runner> =>
  run({
    pgPool: pool,
    concurrency,
    noHandleSignals: true,
    gracefulShutdownAbortTimeout: STOP_WITHIN_MS,
    logger: jobLogger,
    events: runnersThatShowTheyLive(),
    taskList: Object.fromEntries(jobs.map((job) => [job.name, toTask(job, stopping)])),
    parsedCronItems: parseCronItems(
      jobs.flatMap(({ name, schedule }) =>
        schedule === undefined
          ? []
          : [{ task: name, match: schedule, options: { backfillPeriod: BACKFILL_MS } }],
      ),
    ),
  });

function toTask(job: Job, stopping: AbortSignal): Task {
  return async (payload, { abortSignal }) => {
    const signal = AbortSignal.any([stopping, abortSignal]);
    await job.run(job.payload.parse(withoutCron(payload)), { now: new Date(), signal });
  };
}

/** The queue adds when a scheduled run was due. */
function withoutCron(payload: unknown): unknown {
  if (typeof payload !== "object" || payload === null || !("_cron" in payload)) return payload;
  const { _cron, ...rest } = payload;
  return rest;
}
