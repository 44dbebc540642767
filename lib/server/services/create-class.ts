import { v7 as uuidV7 } from "uuid";

import type { Actor } from "@/lib/domain/access/actor";
import { canCreateClass } from "@/lib/domain/access/class-access";
import type { NewClass } from "@/lib/domain/classes/class-input";
import { newInviteToken, newJoinCode } from "@/lib/server/classes/secrets";
import { createClass as create } from "@/lib/server/db/classes";
import { database } from "@/lib/server/db/client";
import { isUniqueViolation } from "@/lib/server/db/unique-violation";
import { AppError } from "@/lib/server/errors";

/** Opens a class with a code and a link to join by; who opens it is its first instructor. */
export async function createClass(
  actor: Actor,
  input: NewClass,
  now: Date,
): Promise<{ id: string }> {
  if (!canCreateClass(actor)) throw new AppError("not-found", "There is no such page.");
  return withNewCode((joinCode) =>
    create(
      database(),
      { ...input, id: uuidV7(), joinCode, inviteToken: newInviteToken(), createdAt: now },
      actor.id,
    ),
  );
}

const MOST_CODES = 5;

/** Codes are drawn from so many that one is hardly ever taken; then another is drawn. */
export async function withNewCode<T>(save: (code: string) => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await save(newJoinCode());
    } catch (error) {
      if (tries === MOST_CODES || !isUniqueViolation(error)) throw error;
    }
  }
}
