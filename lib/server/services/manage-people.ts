import type { Actor, Role } from "@/lib/domain/access/actor";
import { canAdminister } from "@/lib/domain/access/admin-access";
import type { PersonRef, RoleChange } from "@/lib/domain/access/admin-input";
import { database } from "@/lib/server/db/client";
import { changeAccess, findPeople, type PersonFilter } from "@/lib/server/db/find-people";
import { isKeptByDatabase } from "@/lib/server/db/kept-by-database";
import { AppError } from "@/lib/server/errors";
import { log } from "@/lib/server/log";

export type PersonView = {
  id: string;
  name: string;
  email: string;
  role: Role;
  isDisabled: boolean;
  createdAt: string;
  isSelf: boolean;
};

export type PeopleView = { people: PersonView[]; total: number; page: number; pages: number };

const PEOPLE_PER_PAGE = 50;

/** People who have signed up. To everybody but admins there is no such list. */
export async function listPeople(actor: Actor, filter: PersonFilter): Promise<PeopleView> {
  requireAdmin(actor);
  const { total, people } = await findPeople(database(), filter, PEOPLE_PER_PAGE);
  return {
    total,
    page: filter.page,
    pages: Math.max(1, Math.ceil(total / PEOPLE_PER_PAGE)),
    people: people.map(({ id, name, email, role, disabledAt, createdAt }) => ({
      id,
      name,
      email: email ?? "",
      role,
      isDisabled: disabledAt !== null,
      createdAt: createdAt.toISOString(),
      isSelf: id === actor.id,
    })),
  };
}

/** Acts at the person's next request. */
export async function changeRole(actor: Actor, { userId, role }: RoleChange): Promise<void> {
  requireAdmin(actor);
  const before = await change(userId, { role });
  log.info("role changed", { userId, from: before.role, to: role, by: actor.id });
}

/** Ends their sessions and lets them sign in no more; all they did stays. */
export async function disablePerson(actor: Actor, { userId }: PersonRef, now: Date): Promise<void> {
  requireAdmin(actor);
  await change(userId, { disabledAt: now });
  log.info("account disabled", { userId, by: actor.id });
}

export async function enablePerson(actor: Actor, { userId }: PersonRef): Promise<void> {
  requireAdmin(actor);
  await change(userId, { disabledAt: null });
  log.info("account enabled", { userId, by: actor.id });
}

async function change(userId: string, access: { role?: Role; disabledAt?: Date | null }) {
  try {
    const before = await database().$transaction((db) => changeAccess(db, userId, access));
    if (before) return before;
  } catch (cause) {
    if (!isKeptByDatabase(cause, "last-admin")) throw cause;
    throw new AppError(
      "conflict",
      "The server keeps an admin. Make somebody else an admin first.",
      { cause },
    );
  }
  throw new AppError("not-found", "There is no such account.");
}

function requireAdmin(actor: Actor): void {
  if (!canAdminister(actor)) throw new AppError("not-found", "There is no such page.");
}
