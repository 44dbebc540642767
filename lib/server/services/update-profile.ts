import type { ProfileInput } from "@/lib/domain/access/account-input";
import type { Actor } from "@/lib/domain/access/actor";
import { database } from "@/lib/server/db/client";
import { renamePerson } from "@/lib/server/db/people";

export async function updateProfile(actor: Actor, input: ProfileInput): Promise<void> {
  await renamePerson(database(), actor.id, input.name);
}
