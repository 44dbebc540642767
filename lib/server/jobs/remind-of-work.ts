import { z } from "zod";

import { defineJob } from "@/lib/server/jobs/job";
import { remindOfDueWork, remindOfHomework } from "@/lib/server/services/remind-of-work";

/** Every ten minutes tells students of what is due soon. */
export const remindOfDueWorkJob = defineJob({
  name: "remind-of-due-work",
  payload: z.strictObject({}),
  schedule: "*/10 * * * *",
  run: (_payload, { now, signal }) => remindOfDueWork(now, signal),
});

/** Every half hour tells those whose evening it is and who are behind with study work. */
export const remindOfHomeworkJob = defineJob({
  name: "remind-of-homework",
  payload: z.strictObject({}),
  schedule: "7,37 * * * *",
  run: (_payload, { now, signal }) => remindOfHomework(now, signal),
});
