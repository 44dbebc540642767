import { pingDatabase } from "@/lib/server/db/ping-database";
import { jobsState, type JobsState } from "@/lib/server/jobs/jobs-state";
import { log } from "@/lib/server/log";

export type Health = {
  status: "ok" | "unavailable";
  database: "ok" | "unavailable";
  /** Of this process; "separate" when it leaves them to another one. */
  jobs: JobsState | "separate";
};

/** Whether this instance can do its work now. Never throws: an outage is its answer. */
export async function checkHealth(): Promise<Health> {
  const jobs = process.env["WORKER"] === "separate" ? "separate" : jobsState();
  try {
    await pingDatabase();
    return { status: "ok", database: "ok", jobs };
  } catch (error) {
    log.warn("the database does not answer", { error });
    return { status: "unavailable", database: "unavailable", jobs };
  }
}
