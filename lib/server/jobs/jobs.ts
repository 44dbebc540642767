import type { Job } from "@/lib/server/jobs/job";

/** Every job there is. */
export const jobs: readonly Job[] = [];
