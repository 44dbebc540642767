/**
 * A runner that was killed leaves its jobs locked; the queue itself would give them free
 * after four hours only. Each runner therefore holds a lock of its own in the database
 * while it lives: jobs that are locked by one whose lock is free are lost.
 */
import type { RunnerOptions } from "graphile-worker";
import { EventEmitter } from "node:events";

import { databasePool } from "@/lib/server/db/client";
import { freeJobsOf } from "@/lib/server/jobs/enqueue";

/** The name under which a runner locks its jobs, as a number that the database can lock. */
const KEY = (runner: string): string => `hashtextextended('reconcile jobs of ' || ${runner}, 0)`;

/** A runner that has just begun, or whose connection was lost a moment ago, may not hold its lock yet. */
const AGE = "interval '1 minute'";

/** Has every runner that these are handed to hold its lock on the connection that it listens on. */
export function runnersThatShowTheyLive(): NonNullable<RunnerOptions["events"]> {
  const events: NonNullable<RunnerOptions["events"]> = new EventEmitter();
  events.on("pool:listen:success", ({ workerPool, client }) => {
    // It begins to listen first. Should the connection be lost, the next one asks for the lock again.
    client.once("drain", () => {
      const text = `select pg_advisory_lock(${KEY("$1")})`;
      client.query(text, [workerPool.id]).catch(() => undefined);
    });
  });
  return events;
}

const LOST = `
  select l.runner
    from (select locked_by as runner, max(locked_at) as at
            from (select locked_by, locked_at from graphile_worker._private_jobs
                   union all
                  select locked_by, locked_at from graphile_worker._private_job_queues) x
           where locked_by is not null group by locked_by) l
   where l.at < now() - ${AGE} and pg_try_advisory_xact_lock(${KEY("l.runner")})`;

/** Lets others run what the killed ones had begun. Returns whose jobs they were. */
export async function freeLostJobs(): Promise<string[]> {
  const { rows } = await databasePool().query<{ runner: string }>(LOST);
  const runners = rows.map(({ runner }) => runner);
  await freeJobsOf(runners);
  return runners;
}
