import { v7 as uuidV7 } from "uuid";

import type { SignUpInput } from "@/lib/domain/access/account-input";
import type { Actor } from "@/lib/domain/access/actor";
import { hashPassword, isCommonPassword } from "@/lib/server/auth/password";
import { countTry, SIGN_UP_PER_ADDRESS } from "@/lib/server/auth/throttle";
import { database } from "@/lib/server/db/client";
import { claimGuest, createPerson } from "@/lib/server/db/people";
import { isUniqueViolation } from "@/lib/server/db/unique-violation";
import { AppError } from "@/lib/server/errors";

/**
 * Opens an account. A guest becomes the account, so that every review and setting
 * stays where it is; anyone else gets a new one. Throws "conflict" when the email
 * is taken, "invalid" for a password that attackers try first.
 */
export async function signUp(
  actor: Actor | null,
  input: SignUpInput & { address: string },
  now: Date,
): Promise<{ userId: string }> {
  if (actor && !actor.isGuest) {
    throw new AppError("conflict", "You are signed in already. Sign out to open another account.");
  }
  await countTry(SIGN_UP_PER_ADDRESS, input.address);
  refuseCommonPassword(input.password, "password");

  const { email, name } = input;
  const passwordHash = await hashPassword(input.password);
  try {
    if (actor && (await claimGuest(database(), actor.id, { email, name, passwordHash }))) {
      return { userId: actor.id };
    }
    const person = await createPerson(database(), {
      id: uuidV7(),
      email,
      name,
      passwordHash,
      createdAt: now,
    });
    return { userId: person.id };
  } catch (cause) {
    if (!isUniqueViolation(cause)) throw cause;
    throw new AppError("conflict", "This email has an account already.", {
      cause,
      fields: { email: ["This email has an account already. Sign in instead."] },
    });
  }
}

export function refuseCommonPassword(password: string, field: string): void {
  if (!isCommonPassword(password)) return;
  throw new AppError("invalid", "Choose another password.", {
    fields: { [field]: ["This is one of the passwords that are guessed first. Choose another."] },
  });
}
