import { v7 as uuidV7 } from "uuid";

import { countTry, GUESTS_PER_ADDRESS } from "@/lib/server/auth/throttle";
import { database } from "@/lib/server/db/client";
import { createPerson, type SessionClaims } from "@/lib/server/db/people";

/** Makes someone who can study at once and sign up whenever they like. */
export async function startAsGuest(address: string, now: Date): Promise<SessionClaims> {
  await countTry(GUESTS_PER_ADDRESS, address);
  const person = await createPerson(database(), {
    id: uuidV7(),
    email: null,
    name: "Guest",
    passwordHash: null,
    createdAt: now,
  });
  return { userId: person.id, sessionVersion: person.sessionVersion };
}
