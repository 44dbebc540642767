import type { SessionClaims } from "@/lib/server/db/people";
import { database } from "@/lib/server/db/client";
import { findCredentials } from "@/lib/server/db/people";
import { verifyPassword } from "@/lib/server/auth/password";
import {
  countTry,
  forgetTries,
  giveBackTry,
  SIGN_IN_PER_ACCOUNT,
  SIGN_IN_PER_ADDRESS,
} from "@/lib/server/auth/throttle";

/**
 * Checks an email and password. Null when they do not belong together, whatever
 * the reason: an unknown address, a wrong password and a disabled account look
 * alike and take the same time. Throws "throttled" after too many tries at one
 * account or from one network address.
 */
export async function signInWithPassword(input: {
  email: string;
  password: string;
  address: string;
}): Promise<SessionClaims | null> {
  await countTry(SIGN_IN_PER_ADDRESS, input.address);
  await countTry(SIGN_IN_PER_ACCOUNT, input.email);

  const person = await findCredentials(database(), input.email);
  const matches = await verifyPassword(person?.passwordHash ?? null, input.password);
  if (!person || !matches || person.disabledAt) return null;

  await forgetTries(SIGN_IN_PER_ACCOUNT, input.email);
  await giveBackTry(SIGN_IN_PER_ADDRESS, input.address);
  return { userId: person.id, sessionVersion: person.sessionVersion };
}
