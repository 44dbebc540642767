import { z } from "zod";

import { FEWEST_REVIEWS_TO_FIT, NEW_REVIEWS_TO_FIT } from "@/lib/domain/progress/weight-fit";
import { database } from "@/lib/server/db/client";
import { listLearnersToFit } from "@/lib/server/db/parameter-fits";
import { enqueueAll } from "@/lib/server/jobs/enqueue";
import { defineJob } from "@/lib/server/jobs/job";
import { fitWeights } from "@/lib/server/services/fit-weights";

/** Fits one learner's weights. Twice is harmless: weights that are no better change nothing. */
export const fitWeightsJob = defineJob({
  name: "fit-weights",
  payload: z.strictObject({ userId: z.uuid() }),
  run: async ({ userId }, { now }) => {
    await fitWeights({ id: userId }, now);
  },
});

/** Each night: asks for a fit for everybody who has answered enough since the last one. */
export const fitEverybodyJob = defineJob({
  name: "fit-everybody",
  payload: z.strictObject({}),
  schedule: "40 2 * * *",
  run: async () => {
    const learners = await listLearnersToFit(database(), FEWEST_REVIEWS_TO_FIT, NEW_REVIEWS_TO_FIT);
    await enqueueAll(
      fitWeightsJob,
      learners.map((userId) => ({ payload: { userId }, key: `fit-weights:${userId}` })),
    );
  },
});
