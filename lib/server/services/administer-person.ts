import { randomBytes } from "node:crypto";
import { v7 as uuidV7 } from "uuid";

import type { Role } from "@/lib/domain/access/actor";
import { hashPassword } from "@/lib/server/auth/password";
import { database } from "@/lib/server/db/client";
import { isKeptByDatabase } from "@/lib/server/db/kept-by-database";
import { createPerson, updateAccess } from "@/lib/server/db/people";
import { AppError } from "@/lib/server/errors";

type Change = { email: string; role?: Role; disabled?: boolean };

/**
 * Gives a person another role, or shuts or opens their account: for whoever has the
 * server's shell. Acts at the person's next request. False when nobody has that email; throws
 * "conflict" when the server would be left without an admin.
 */
export async function administerPerson(change: Change, now: Date): Promise<boolean> {
  const { email, role, disabled } = change;
  try {
    const count = await updateAccess(database(), email, {
      ...(role ? { role } : {}),
      ...(disabled === undefined ? {} : { disabledAt: disabled ? now : null }),
    });
    return count === 1;
  } catch (cause) {
    if (!isKeptByDatabase(cause, "last-admin")) throw cause;
    throw new AppError("conflict", "This is the last admin: make somebody else one first.", {
      cause,
    });
  }
}

/** Opens an account from the shell. Returns its password, which is kept nowhere else. */
export async function createAccount(
  account: { email: string; name: string; role: Role },
  now: Date,
): Promise<string> {
  const password = randomBytes(15).toString("base64url");
  await createPerson(database(), {
    ...account,
    id: uuidV7(),
    passwordHash: await hashPassword(password),
    createdAt: now,
  });
  return password;
}
