import { randomUUID } from "node:crypto";

import type { Actor, Role } from "@/lib/domain/access/actor";
import { hashPassword } from "@/lib/server/auth/password";
import { database } from "@/lib/server/db/client";
import { createPerson } from "@/lib/server/db/people";

/** A moment that tests start from; each passes its own when time matters. */
export const START = new Date("2026-11-02T09:00:00Z");

export const anEmail = () => `${randomUUID()}@example.org`;

/** A person who signed up, with a random address and this password. */
export async function aPerson(
  person: { email?: string; password?: string; role?: Role; name?: string } = {},
): Promise<Actor & { email: string }> {
  const { email = anEmail(), role = "learner", name = "Kim" } = person;
  const id = randomUUID();
  const passwordHash = person.password ? await hashPassword(person.password) : null;
  await createPerson(database(), { id, email, name, role, passwordHash, createdAt: START });
  return { id, role, name, email, isGuest: false };
}

export async function aGuest(): Promise<Actor> {
  const id = randomUUID();
  await createPerson(database(), {
    id,
    email: null,
    name: "Guest",
    passwordHash: null,
    createdAt: START,
  });
  return { id, role: "learner", name: "Guest", email: null, isGuest: true };
}
