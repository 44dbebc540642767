import { z } from "zod";

import { defineJob } from "@/lib/server/jobs/job";
import { submitOverdueAttempts as submit } from "@/lib/server/services/submit-attempt";

/** Each minute hands in the attempts whose own job was lost. */
export const submitOverdueAttempts = defineJob({
  name: "submit-overdue-attempts",
  payload: z.object({}),
  schedule: "* * * * *",
  run: async (_nothing, { now, signal }) => {
    await submit(now, signal);
  },
});
