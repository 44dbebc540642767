import { createHmac } from "node:crypto";

import type { Ticket } from "@/lib/domain/study/queue-contract";
import { sessionSecret } from "@/lib/server/auth/session-cookie";

/**
 * The seed of the variant that a ticket names. It never leaves the server: whoever
 * knew it could draw the variant with its key. The label keeps it apart from whatever
 * else the secret signs.
 */
export const variantSeed = (userId: string, ticket: Ticket): string =>
  createHmac("sha256", sessionSecret())
    .update(["variant", userId, ticket.questionId, ticket.version, ticket.occurrence].join("\n"))
    .digest("base64url");
