import { z } from "zod";

import { defineJob } from "@/lib/server/jobs/job";
import { queueNotices, SEND_NOTICE, sendNotice } from "@/lib/server/services/send-notices";

/** Every two minutes queues the notices that somebody wants by email. */
export const queueNoticesJob = defineJob({
  name: "queue-notices",
  payload: z.strictObject({}),
  schedule: "*/2 * * * *",
  run: async (_payload, { now, signal }) => {
    await queueNotices(now, signal);
  },
});

/** Sends one notice. A second try after the mail server took the first has the same Message-ID. */
export const sendNoticeJob = defineJob({
  name: SEND_NOTICE.name,
  payload: z.strictObject({ userId: z.uuid(), id: z.uuid() }),
  run: (payload) => sendNotice(payload),
});
