import { createHmac } from "node:crypto";

import type { Ticket } from "@/lib/domain/study/queue-contract";
import { sessionSecret } from "@/lib/server/auth/session-cookie";

/**
 * The seed of the variant that a ticket names. It never leaves the server: whoever
 * knew it could draw the variant with its key. The label keeps it apart from whatever
 * else the secret signs.
 */
export const variantSeed = (userId: string, { questionId, version, occurrence }: Ticket): string =>
  createHmac("sha256", sessionSecret())
    .update(`variant\n${userId}\n${questionId}\n${version}\n${occurrence}`)
    .digest("base64url");
