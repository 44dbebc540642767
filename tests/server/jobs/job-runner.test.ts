import { randomUUID } from "node:crypto";

import { afterEach, expect, test, vi } from "vitest";
import { z } from "zod";

import { database, databasePool } from "@/lib/server/db/client";
import { enqueue, enqueueAll } from "@/lib/server/jobs/enqueue";
import { defineJob, type Job } from "@/lib/server/jobs/job";
import { startJobs, stopJobs } from "@/lib/server/jobs/job-runner";
import { jobsState } from "@/lib/server/jobs/jobs-state";
import { jobs } from "@/lib/server/jobs/jobs";
import { freeLostJobs } from "@/lib/server/jobs/lost-jobs";

const databaseUrl = process.env["DATABASE_URL"] ?? "";
const WAIT = { timeout: 20_000 };

/** A job of this test alone that notes what it was run with. */
function aNotingJob(run: (payload: { n: number }, signal: AbortSignal) => Promise<void>) {
  return defineJob({
    name: `test-${randomUUID()}`,
    payload: z.strictObject({ n: z.number() }),
    run: (payload, { signal }) => run(payload, signal),
  });
}

const waiting = async (job: Job) => {
  const { rows } = await databasePool().query<{ run_at: Date; attempts: number; locked: boolean }>(
    `select run_at, attempts, locked_at is not null as locked
       from graphile_worker.jobs where task_identifier = $1`,
    [job.name],
  );
  return rows;
};

afterEach(stopJobs);

test("a job in the queue is run once, on a database that never saw the queue before", async () => {
  const ran: number[] = [];
  const job = aNotingJob(({ n }) => Promise.resolve(void ran.push(n)));
  startJobs({ databaseUrl, jobs: [job] });
  await enqueue(job, { n: 7 });
  await vi.waitFor(() => {
    expect(ran).toEqual([7]);
  }, WAIT);
  expect(jobsState()).toBe("running");
  await vi.waitFor(async () => {
    expect(await waiting(job)).toEqual([]);
  }, WAIT);
});

test("each of 60 jobs is run by one of the workers that share the queue", async () => {
  const ran: number[] = [];
  const job = aNotingJob(({ n }) => Promise.resolve(void ran.push(n)));
  startJobs({ databaseUrl, jobs: [job], concurrency: 4 });
  await enqueueAll(
    job,
    Array.from({ length: 60 }, (_, n) => ({ payload: { n } })),
  );
  await vi.waitFor(() => {
    expect(ran.length).toBeGreaterThanOrEqual(60);
  }, WAIT);
  expect(ran.sort((a, b) => a - b)).toEqual(Array.from({ length: 60 }, (_, n) => n));
});

test("a job of the same key replaces the one that waits", async () => {
  const job = aNotingJob(() => Promise.resolve());
  const later = new Date(Date.now() + 3_600_000);
  await enqueue(job, { n: 1 }, { key: job.name, at: new Date(Date.now() + 60_000) });
  await enqueue(job, { n: 2 }, { key: job.name, at: later });
  expect(await waiting(job)).toEqual([{ run_at: later, attempts: 0, locked: false }]);
});

test("a job whose payload does not fit is not run, and stays for another try", async () => {
  const run = vi.fn(() => Promise.resolve());
  const job = aNotingJob(run);
  startJobs({ databaseUrl, jobs: [job] });
  const misspelt = { name: job.name, payload: z.object({ m: z.string() }), run };
  await enqueue(misspelt, { m: "not a number" });
  await vi.waitFor(async () => {
    expect(await waiting(job)).toMatchObject([{ attempts: 1, locked: false }]);
  }, WAIT);
  expect(run).not.toHaveBeenCalled();
});

test("stopping lets a running job come to its end", async () => {
  const steps: string[] = [];
  const job = aNotingJob(async (_payload, signal) => {
    steps.push("begun");
    await new Promise((resolve) => {
      signal.addEventListener("abort", resolve, { once: true });
    });
    steps.push("ended");
  });
  startJobs({ databaseUrl, jobs: [job] });
  await enqueue(job, { n: 1 });
  await vi.waitFor(() => {
    expect(steps).toEqual(["begun"]);
  }, WAIT);
  await stopJobs();
  expect(steps).toEqual(["begun", "ended"]);
  expect(jobsState()).toBe("stopped");
  expect(await waiting(job)).toEqual([]);
});

/** As if the job had been begun a while ago, and by that runner if one is named. */
const beginLongAgo = (job: Job, runner: string | null = null) =>
  databasePool().query(
    `update graphile_worker._private_jobs j
        set locked_at = now() - interval '2 minutes', locked_by = coalesce($2, locked_by)
       from graphile_worker._private_tasks t
      where t.id = j.task_id and t.identifier = $1`,
    [job.name, runner],
  );

test("what a killed runner had begun goes back into the queue", async () => {
  const job = aNotingJob(() => Promise.resolve());
  await enqueue(job, { n: 1 });
  await beginLongAgo(job, "pool-that-was-killed");
  expect(await freeLostJobs()).toEqual(["pool-that-was-killed"]);
  expect(await waiting(job)).toMatchObject([{ locked: false }]);
  expect(await freeLostJobs()).toEqual([]);
});

test("a job that takes long stays with the runner that lives", async () => {
  let finish: () => void = () => undefined;
  const begun = vi.fn();
  const job = aNotingJob(async () => {
    begun();
    await new Promise<void>((resolve) => {
      finish = resolve;
    });
  });
  startJobs({ databaseUrl, jobs: [job] });
  await enqueue(job, { n: 1 });
  await vi.waitFor(() => {
    expect(begun).toHaveBeenCalledOnce();
  }, WAIT);
  await beginLongAgo(job);
  expect(await freeLostJobs()).toEqual([]);
  expect(await waiting(job)).toMatchObject([{ locked: true }]);
  finish();
});

test("the product's tables are as they were beside the queue's", async () => {
  await enqueue(
    aNotingJob(() => Promise.resolve()),
    { n: 1 },
  );
  expect(await database().user.count()).toBe(0);
});

test("every job of the product has a name of its own, and scheduled ones run without a payload", () => {
  const names = jobs.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  const refused = jobs.filter(
    ({ schedule, payload }) => schedule !== undefined && !payload.safeParse({}).success,
  );
  expect(refused).toEqual([]);
});
