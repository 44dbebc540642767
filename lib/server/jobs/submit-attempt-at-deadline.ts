import { z } from "zod";

import { defineJob } from "@/lib/server/jobs/job";
import { submitAtDeadline } from "@/lib/server/services/submit-attempt";

/** Hands in what is saved of one attempt when its time is over. */
export const submitAttemptAtDeadline = defineJob({
  name: "submit-attempt-at-deadline",
  payload: z.object({ userId: z.uuid(), id: z.uuid() }),
  run: (key, { now }) => submitAtDeadline(key, now),
});
