import { wordToDelete, type DeleteAccountInput } from "@/lib/domain/access/account-input";
import type { Actor } from "@/lib/domain/access/actor";
import { verifyPassword } from "@/lib/server/auth/password";
import { countTry, PASSWORD_PER_PERSON } from "@/lib/server/auth/throttle";
import { database } from "@/lib/server/db/client";
import { findOrphanedClasses, forgetPerson } from "@/lib/server/db/forget-person";
import { isKeptByDatabase } from "@/lib/server/db/kept-by-database";
import { getCredentials } from "@/lib/server/db/people";
import { AppError } from "@/lib/server/errors";

/** Whoever has no password shows that it is them by having signed in lately. */
const FRESH_MS = 10 * 60_000;

type Proof = { signedInAt: Date | null; now: Date };

/**
 * Deletes the actor's account and everything that is theirs, at once and for good. Their
 * sessions end with it: none of them finds its person any more.
 */
export async function deleteAccount(
  actor: Actor,
  input: DeleteAccountInput,
  proof: Proof,
): Promise<void> {
  const word = wordToDelete(actor.email);
  if (input.confirmation.toLowerCase() !== word.toLowerCase()) {
    throw wrong("confirmation", `Type ${word} to confirm.`);
  }
  if (!actor.isGuest) await proveIdentity(actor, input.password, proof);
  try {
    await database().$transaction(
      async (db) => {
        const classes = await findOrphanedClasses(db, actor.id);
        if (classes.length > 0) throw stillNeeded(classes);
        await forgetPerson(db, actor.id);
      },
      { timeout: 120_000 },
    );
  } catch (error) {
    if (!isKeptByDatabase(error, "last-admin")) throw error;
    throw new AppError(
      "conflict",
      "You are the only admin of this server: make someone else an admin first.",
    );
  }
}

async function proveIdentity(actor: Actor, password: string, { signedInAt, now }: Proof) {
  const { passwordHash } = await getCredentials(database(), actor.id);
  if (passwordHash === null) {
    if (signedInAt && now.getTime() - signedInAt.getTime() < FRESH_MS) return;
    throw new AppError(
      "forbidden",
      "Sign out and in again first, so that we know it is you; then delete within ten minutes.",
    );
  }
  await countTry(PASSWORD_PER_PERSON, actor.id);
  if (!(await verifyPassword(passwordHash, password))) {
    throw wrong("password", "This is not your password.");
  }
}

const wrong = (field: string, message: string): AppError =>
  new AppError("invalid", message, { fields: { [field]: [message] } });

const stillNeeded = (classes: readonly string[]): AppError =>
  new AppError(
    "conflict",
    `You are the only instructor of ${classes.join(", ")}: make someone else an instructor there first.`,
  );
