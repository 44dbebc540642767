import { readEnv } from "@/lib/server/env";
import { startJobs, stopJobs } from "@/lib/server/jobs/job-runner";

/**
 * Runs jobs in the process of the server, unless `npm run worker` does it elsewhere.
 *
 * Next ends the process as soon as its requests are done. Its listeners for the signals
 * are therefore called only when the jobs have stopped.
 */
export function runJobsBesideRequests(): void {
  const { WORKER, DATABASE_URL } = readEnv(process.env);
  if (WORKER === "separate") return;
  startJobs({ databaseUrl: DATABASE_URL });
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    const others = process.listeners(signal);
    process.removeAllListeners(signal);
    process.on(signal, () => {
      void stopJobs().finally(() => {
        for (const listener of others) listener.call(process, signal);
      });
    });
  }
}
