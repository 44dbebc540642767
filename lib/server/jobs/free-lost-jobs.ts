import { z } from "zod";

import { defineJob } from "@/lib/server/jobs/job";
import { freeLostJobs } from "@/lib/server/jobs/lost-jobs";

/** Each minute: jobs whose runner was killed go back into the queue. */
export const freeLostJobsJob = defineJob({
  name: "free-lost-jobs",
  payload: z.strictObject({}),
  schedule: "* * * * *",
  run: async () => {
    await freeLostJobs();
  },
});
