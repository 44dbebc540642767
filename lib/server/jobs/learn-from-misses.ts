import { z } from "zod";

import { defineJob } from "@/lib/server/jobs/job";
import { learnFromMisses } from "@/lib/server/quizzes/learn-from-misses";
import { LEARN_FROM_MISSES } from "@/lib/server/quizzes/queue-learning";

/** Brings what students study into line with the marks of a released assignment. */
export const learnFromMissesJob = defineJob({
  name: LEARN_FROM_MISSES,
  payload: z.strictObject({ assignmentId: z.uuid(), userIds: z.array(z.uuid()).nullable() }),
  run: ({ assignmentId, userIds }, { now, signal }) =>
    learnFromMisses(assignmentId, userIds, now, signal),
});
