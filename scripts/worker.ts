/** npm run worker: runs jobs until it is told to stop. The servers beside it run with WORKER=separate. */
import { closeDatabase } from "@/lib/server/db/client";
import { readEnv } from "@/lib/server/env";
import { startJobs, stopJobs } from "@/lib/server/jobs/job-runner";
import { log } from "@/lib/server/log";

const { DATABASE_URL } = readEnv(process.env);
startJobs({ databaseUrl: DATABASE_URL });
log.info("the worker runs jobs");

const stop = () => {
  void stopJobs().then(closeDatabase);
};
process.once("SIGINT", stop);
process.once("SIGTERM", stop);
