import { createHmac } from "node:crypto";

import { sessionSecret } from "@/lib/server/auth/session-cookie";
import { hashToken, linkTo } from "@/lib/server/classes/secrets";
import type { StoredFeed } from "@/lib/server/db/calendar-feeds";

type Made = Pick<StoredFeed, "userId" | "createdAt">;

/**
 * The secret of a calendar's address. Derived, so that its owner can look it up again
 * while the database holds only its hash; one that is made later is another.
 */
export const calendarToken = ({ userId, createdAt }: Made): string =>
  createHmac("sha256", sessionSecret())
    .update(["calendar", userId, createdAt.toISOString()].join("\n"))
    .digest("base64url");

/** Null when the secret that it was derived with is no longer the server's. */
export function calendarAddress(feed: StoredFeed): string | null {
  const token = calendarToken(feed);
  return hashToken(token) === feed.tokenHash ? linkTo(`/api/calendar/${token}.ics`) : null;
}
