import { validate as isUuid } from "uuid";

import type { Actor } from "@/lib/domain/access/actor";
import type { ClassPlace } from "@/lib/domain/access/class-access";
import { findClassFor, type StoredClass } from "@/lib/server/db/classes";
import { database, type Db } from "@/lib/server/db/client";
import { AppError } from "@/lib/server/errors";

/**
 * The class and the actor's place in it, when they may do `may` there. To everybody else it
 * does not exist, so that ids cannot be probed.
 */
export async function requireClass(
  actor: Actor,
  classId: string,
  may: (actor: Actor, place: ClassPlace) => boolean,
  db: Db = database(),
): Promise<{ row: StoredClass; place: ClassPlace }> {
  const found = isUuid(classId) ? await findClassFor(db, classId, actor.id) : null;
  if (!found || !may(actor, found.place)) throw noSuchClass();
  return found;
}

export const noSuchClass = () => new AppError("not-found", "There is no such class.");
export const noSuchMember = () =>
  new AppError("not-found", "There is no such person in the class.");
