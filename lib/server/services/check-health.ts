import { pingDatabase } from "@/lib/server/db/ping-database";
import { log } from "@/lib/server/log";

export type Health = { status: "ok" | "unavailable"; database: "ok" | "unavailable" };

/** Whether this instance can do its work now. Never throws: an outage is its answer. */
export async function checkHealth(): Promise<Health> {
  try {
    await pingDatabase();
    return { status: "ok", database: "ok" };
  } catch (error) {
    log.warn("the database does not answer", { error });
    return { status: "unavailable", database: "unavailable" };
  }
}
