import { v7 as uuidV7 } from "uuid";

import type { Actor } from "@/lib/domain/access/actor";
import { database } from "@/lib/server/db/client";
import {
  claimGuest,
  createIdentity,
  createPerson,
  findIdentity,
  getCredentials,
  type SessionClaims,
} from "@/lib/server/db/people";
import { isUniqueViolation } from "@/lib/server/db/unique-violation";
import { joinGuest } from "@/lib/server/services/join-guest";

type ProviderIdentity = {
  provider: string;
  providerAccountId: string;
  /** As the provider vouches for it; null when it does not. */
  verifiedEmail: string | null;
  name: string;
};

/**
 * Signs in whoever GitHub or Google says it is. The first time, a guest becomes
 * the account and anyone else gets a new one; later a guest's reviews come along.
 *
 * Null when the account is disabled, when the provider vouches for no email, or
 * when the email belongs to an account already: somebody may have opened that
 * account with an address that is not theirs, so the two are never joined unasked.
 */
export async function signInWithIdentity(
  guest: Actor | null,
  identity: ProviderIdentity,
  now: Date,
): Promise<SessionClaims | null> {
  const { provider, providerAccountId, verifiedEmail, name } = identity;
  const known = await findIdentity(database(), provider, providerAccountId);
  if (known?.user.disabledAt) return null;
  if (known) {
    await joinGuest(guest, known.user.id, now);
    return { userId: known.user.id, sessionVersion: known.user.sessionVersion };
  }
  if (!verifiedEmail) return null;

  const person = { email: verifiedEmail.toLowerCase(), name, passwordHash: null };
  try {
    return await database().$transaction(async (db) => {
      const claimed = guest?.isGuest === true && (await claimGuest(db, guest.id, person));
      const account = claimed
        ? await getCredentials(db, guest.id)
        : await createPerson(db, { ...person, id: uuidV7(), createdAt: now });
      await createIdentity(db, { provider, providerAccountId, userId: account.id, createdAt: now });
      return { userId: account.id, sessionVersion: account.sessionVersion };
    });
  } catch (cause) {
    if (isUniqueViolation(cause)) return null;
    throw cause;
  }
}
