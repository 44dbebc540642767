import { randomInt } from "node:crypto";

import type { Actor } from "@/lib/domain/access/actor";
import { canAuthor } from "@/lib/domain/access/bank-access";
import type { NewBank } from "@/lib/domain/authoring/bank-input";
import { slugOf } from "@/lib/domain/authoring/slug-of";
import { noSuchBank } from "@/lib/server/authoring/require-bank";
import { database } from "@/lib/server/db/client";
import { createPrivateBank } from "@/lib/server/db/private-banks";
import { isUniqueViolation } from "@/lib/server/db/unique-violation";

/** Of RFC 4648, in small letters. */
const BASE32 = "abcdefghijklmnopqrstuvwxyz234567";
const RANDOM_CHARACTERS = 6;
const MOST_TRIES = 5;

/** An empty bank of the actor's own. Its id is drawn, so that it cannot be guessed from its title. */
export async function createBank(
  actor: Actor,
  { title, description }: NewBank,
): Promise<{ id: string }> {
  if (!canAuthor(actor)) throw noSuchBank();
  for (let tries = 1; ; tries++) {
    try {
      const id = `${slugOf(title) || "bank"}-${randomSuffix()}`;
      return await createPrivateBank(database(), { id, ownerId: actor.id, title, description });
    } catch (error) {
      if (tries === MOST_TRIES || !isUniqueViolation(error)) throw error;
    }
  }
}

const randomSuffix = (): string =>
  Array.from({ length: RANDOM_CHARACTERS }, () => BASE32.charAt(randomInt(BASE32.length))).join("");
