import { randomBytes } from "node:crypto";
import { v7 as uuidV7 } from "uuid";

import type { Role } from "@/lib/domain/access/actor";
import { hashPassword } from "@/lib/server/auth/password";
import { database } from "@/lib/server/db/client";
import { createPerson, updateAccess } from "@/lib/server/db/people";

type Change = { email: string; role?: Role; disabled?: boolean };

/**
 * Gives a person another role, or shuts or opens their account: for whoever has the
 * server's shell. Acts at the person's next request. False when nobody has that email.
 */
export async function administerPerson(change: Change, now: Date): Promise<boolean> {
  const { email, role, disabled } = change;
  const count = await updateAccess(database(), email, {
    ...(role ? { role } : {}),
    ...(disabled === undefined ? {} : { disabledAt: disabled ? now : null }),
  });
  return count === 1;
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
