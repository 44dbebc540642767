import { z } from "zod";

import { database } from "@/lib/server/db/client";
import { listNearExams } from "@/lib/server/db/planned-cards";
import { defineJob } from "@/lib/server/jobs/job";
import { levelExam } from "@/lib/server/study/level-exam";

const DAY_MS = 86_400_000;
/** The fortnight, and a day on either side for the time zones. */
const NEAR_DAYS = 16;

/** Each night: levels the last fortnight of everybody whose exam is near. Their answers of the day have piled up on the exam's eve. */
export const levelFortnightsJob = defineJob({
  name: "level-fortnights",
  payload: z.strictObject({}),
  schedule: "20 2 * * *",
  run: async (_payload, { now, signal }) => {
    const [from, to] = [-DAY_MS, NEAR_DAYS * DAY_MS].map((ms) => new Date(now.getTime() + ms));
    if (!from || !to) return;
    for (const userId of await listNearExams(database(), from, to)) {
      signal.throwIfAborted();
      await levelExam(userId, now);
    }
  },
});
