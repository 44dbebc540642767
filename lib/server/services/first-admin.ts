import { createHash, randomBytes } from "node:crypto";

import type { Actor } from "@/lib/domain/access/actor";
import { database } from "@/lib/server/db/client";
import { replaceOneTimeLink, useOneTimeLink } from "@/lib/server/db/one-time-links";
import { countAdmins, setRole } from "@/lib/server/db/people";
import { AppError } from "@/lib/server/errors";

const hashToken = (token: string) => createHash("sha256").update(token).digest("hex");

/**
 * Makes the secret of a link that turns its first user into the admin, for whoever
 * can read the server's console. Null when there is an admin already.
 */
export async function issueFirstAdminToken(now: Date): Promise<string | null> {
  const token = randomBytes(32).toString("base64url");
  return database().$transaction(async (db) => {
    if ((await countAdmins(db)) > 0) return null;
    await replaceOneTimeLink(db, {
      tokenHash: hashToken(token),
      purpose: "first-admin",
      createdAt: now,
    });
    return token;
  });
}

/** Makes the actor the admin. A link that was used, replaced or made up does not exist. */
export async function becomeFirstAdmin(
  actor: Actor,
  input: { token: string },
  now: Date,
): Promise<void> {
  if (actor.isGuest) throw new AppError("forbidden", "Sign up first, then open the link again.");
  await database().$transaction(async (db) => {
    const link = {
      tokenHash: hashToken(input.token),
      purpose: "first-admin",
      usedAt: now,
    } as const;
    if ((await countAdmins(db)) > 0 || !(await useOneTimeLink(db, link))) {
      throw new AppError("not-found", "This link has been used or replaced.");
    }
    await setRole(db, actor.id, "admin");
  });
}
