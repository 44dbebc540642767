import { z } from "zod";

import { HOMEWORK_GRACE_MS } from "@/lib/domain/quizzes/homework-plan";
import { listUnsettledHomework } from "@/lib/server/db/homework";
import { defineJob } from "@/lib/server/jobs/job";
import { settleHomework } from "@/lib/server/quizzes/settle-homework";

/** Every ten minutes writes the credit of study work that has become final. */
export const settleHomeworkJob = defineJob({
  name: "settle-homework",
  payload: z.strictObject({}),
  schedule: "*/10 * * * *",
  run: async (_payload, { now, signal }) => {
    for (const id of await listUnsettledHomework(new Date(now.getTime() - HOMEWORK_GRACE_MS))) {
      signal.throwIfAborted();
      await settleHomework(id, now);
    }
  },
});
