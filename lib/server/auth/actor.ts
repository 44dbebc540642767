import { cache } from "react";

import type { Actor } from "@/lib/domain/access/actor";
import { findSessionClaims } from "@/lib/server/auth/session";
import { findSessionPerson, type PersonRow } from "@/lib/server/db/people";
import { AppError } from "@/lib/server/errors";

export const toActor = (person: PersonRow): Actor => ({
  id: person.id,
  role: person.role,
  isGuest: person.email === null,
  name: person.name,
  email: person.email,
});

/**
 * Who sent this request, read from the database each time: a demotion, a password
 * change or a disabled account acts at once. Null when nobody is signed in.
 */
export const findActor = cache(async (): Promise<Actor | null> => {
  const claims = await findSessionClaims();
  const person = claims && (await findSessionPerson(claims));
  return person && toActor(person);
});

/** As `findActor`, for what only signed-in people (guests included) may do. */
export async function requireActor(): Promise<Actor> {
  const actor = await findActor();
  if (!actor) throw signedOut();
  return actor;
}

export const signedOut = () =>
  new AppError("signed-out", "You are signed out. Sign in again to go on.");
