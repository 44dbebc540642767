import { Logger, makeWorkerUtils, type WorkerUtils } from "graphile-worker";
import type { z } from "zod";

import { databasePool } from "@/lib/server/db/client";
import type { Job } from "@/lib/server/jobs/job";
import { log } from "@/lib/server/log";

export type EnqueueOptions = {
  /** Not before this time; at once when left out. */
  at?: Date;
  /** A waiting job of the same key is replaced, so that there is at most one. */
  key?: string;
};

/** Jobs that are done are silent; what went wrong is in our log like everything else. */
export const jobLogger = new Logger(({ taskIdentifier }) => (level, message, meta) => {
  const [firstLine = ""] = message.split("\n");
  const fields = { job: taskIdentifier, message: firstLine, error: meta?.["error"] };
  const severity: string = level;
  if (severity === "error") log.error("a job went wrong", fields);
  if (severity === "warning") log.warn("a job reported a problem", fields);
});

const store = globalThis as typeof globalThis & { reconcileJobUtils?: Promise<WorkerUtils> };

/** Its tables are made at first use, whether or not a runner ever started. */
async function utils(): Promise<WorkerUtils> {
  store.reconcileJobUtils ??= openUtils().catch((error: unknown) => {
    delete store.reconcileJobUtils;
    throw error;
  });
  return store.reconcileJobUtils;
}

async function openUtils(): Promise<WorkerUtils> {
  const opened = await makeWorkerUtils({ pgPool: databasePool(), logger: jobLogger });
  await opened.migrate();
  return opened;
}

/** For statements that queue jobs by themselves, together with what they write. */
export async function prepareQueue(): Promise<void> {
  await utils();
}

/** Puts back what runners of these names had begun. */
export async function freeJobsOf(runners: string[]): Promise<void> {
  if (runners.length > 0) await (await utils()).forceUnlockWorkers(runners);
}

/** Enough to ask for a run: a service that its own job calls can do so without importing it. */
export type JobAddress<S extends z.ZodType> = Pick<Job<S>, "name" | "payload">;

/** Puts a job into the queue; some instance runs it soon, or at its time. */
export async function enqueue<S extends z.ZodType>(
  job: JobAddress<S>,
  payload: z.input<S>,
  options: EnqueueOptions = {},
): Promise<void> {
  const queue = await utils();
  await queue.addJob(job.name, payload, toSpec(options));
}

/** As `enqueue`, for many at once in one statement. */
export async function enqueueAll<S extends z.ZodType>(
  job: JobAddress<S>,
  all: readonly ({ payload: z.input<S> } & EnqueueOptions)[],
): Promise<void> {
  if (all.length === 0) return;
  const queue = await utils();
  await queue.addJobs(
    all.map(({ payload, ...options }) => ({ identifier: job.name, payload, ...toSpec(options) })),
  );
}

const toSpec = ({ at, key }: EnqueueOptions) => ({
  ...(at ? { runAt: at } : {}),
  ...(key === undefined ? {} : { jobKey: key }),
});
