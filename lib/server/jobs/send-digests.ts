import { z } from "zod";

import { defineJob } from "@/lib/server/jobs/job";
import { queueDigests, SEND_DIGEST, sendDigest } from "@/lib/server/services/send-digests";

/** Queues the digests of those whose hour has begun; somewhere one begins each quarter of an hour. */
export const queueDigestsJob = defineJob({
  name: "queue-digests",
  payload: z.strictObject({}),
  schedule: "*/15 * * * *",
  run: async (_payload, { now, signal }) => {
    await queueDigests(now, signal);
  },
});

/** Sends one digest. A second try after the mail server took the first has the same Message-ID. */
export const sendDigestJob = defineJob({
  name: SEND_DIGEST.name,
  payload: z.strictObject({ userId: z.uuid(), date: z.iso.date() }),
  run: (payload, { now }) => sendDigest(payload, now),
});
