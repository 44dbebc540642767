import type { ChangePasswordInput } from "@/lib/domain/access/account-input";
import type { Actor } from "@/lib/domain/access/actor";
import { hashPassword, verifyPassword } from "@/lib/server/auth/password";
import { countTry, forgetTries, PASSWORD_PER_PERSON } from "@/lib/server/auth/throttle";
import { database } from "@/lib/server/db/client";
import { getCredentials, replacePassword } from "@/lib/server/db/people";
import { AppError } from "@/lib/server/errors";
import { refuseCommonPassword } from "@/lib/server/services/sign-up";

/** Replaces the actor's password and ends all their sessions, this one included. */
export async function changePassword(actor: Actor, input: ChangePasswordInput): Promise<void> {
  await countTry(PASSWORD_PER_PERSON, actor.id);
  refuseCommonPassword(input.newPassword, "newPassword");

  const person = await getCredentials(database(), actor.id);
  if (!(await verifyPassword(person.passwordHash, input.currentPassword))) {
    throw new AppError("invalid", "The current password is not right.", {
      fields: { currentPassword: ["This is not your current password."] },
    });
  }
  await replacePassword(database(), actor.id, await hashPassword(input.newPassword));
  await forgetTries(PASSWORD_PER_PERSON, actor.id);
}
