import { databasePool, type Db } from "@/lib/server/db/client";
import type { Role } from "@/lib/domain/access/actor";

/** What a session token claims: who signed in, and which generation of their sessions it is. */
export type SessionClaims = {
  userId: string;
  sessionVersion: number;
  /** Of the sign-in, for records only; sessions from before these were kept have none. */
  sessionId?: string;
};

export type PersonRow = {
  id: string;
  role: Role;
  name: string;
  email: string | null;
};

/**
 * The person behind a session, or null when the account is gone or disabled, or
 * when the session is older than the last password change.
 */
export async function findSessionPerson(claims: SessionClaims): Promise<PersonRow | null> {
  const { rows } = await databasePool().query<PersonRow>(
    `select id, role, name, email from "User"
      where id = $1 and "sessionVersion" = $2 and "disabledAt" is null`,
    [claims.userId, claims.sessionVersion],
  );
  return rows[0] ?? null;
}

/** What signing in needs to know of an email address; null when nobody has it. */
export const findCredentials = (db: Db, email: string) =>
  db.user.findUnique({
    where: { email },
    select: { id: true, passwordHash: true, sessionVersion: true, disabledAt: true },
  });

export const getCredentials = (db: Db, id: string) =>
  db.user.findUniqueOrThrow({
    where: { id },
    select: { id: true, passwordHash: true, sessionVersion: true, disabledAt: true },
  });

type NewPerson = {
  id: string;
  email: string | null;
  name: string;
  role?: Role;
  passwordHash: string | null;
  createdAt: Date;
};

/** Creates a person together with the first version of their study settings. */
export const createPerson = (db: Db, person: NewPerson) =>
  db.user.create({
    data: { ...person, settings: { create: { version: 1, createdAt: person.createdAt } } },
    select: { id: true, sessionVersion: true },
  });

/** Gives a guest an address and a password. Returns false when they have signed up already. */
export async function claimGuest(
  db: Db,
  id: string,
  person: { email: string; name: string; passwordHash: string | null },
): Promise<boolean> {
  const { count } = await db.user.updateMany({ where: { id, email: null }, data: person });
  return count === 1;
}

/** By id; whoever has left is not in it. */
export async function findNames(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.user.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  });
  return new Map(rows.map(({ id, name }) => [id, name]));
}

export const renamePerson = (db: Db, id: string, name: string) =>
  db.user.update({ where: { id }, data: { name }, select: { id: true } });

/** Sets a new password and ends every session of that person. */
export const replacePassword = (db: Db, id: string, passwordHash: string) =>
  db.user.update({
    where: { id },
    data: { passwordHash, sessionVersion: { increment: 1 } },
    select: { sessionVersion: true },
  });

/** Changes role or access; disabling also ends every session. Returns how many people had that email. */
export async function updateAccess(
  db: Db,
  email: string,
  change: { role?: Role; disabledAt?: Date | null },
): Promise<number> {
  const endsSessions = change.disabledAt !== undefined && change.disabledAt !== null;
  const { count } = await db.user.updateMany({
    where: { email },
    data: { ...change, ...(endsSessions ? { sessionVersion: { increment: 1 } } : {}) },
  });
  return count;
}

export const setRole = (db: Db, id: string, role: Role) =>
  db.user.update({ where: { id }, data: { role }, select: { id: true } });

export const countAdmins = (db: Db) =>
  db.user.count({ where: { role: "admin", disabledAt: null } });

export const findIdentity = (db: Db, provider: string, providerAccountId: string) =>
  db.identity.findUnique({
    where: { provider_providerAccountId: { provider, providerAccountId } },
    select: { user: { select: { id: true, sessionVersion: true, disabledAt: true } } },
  });

export const createIdentity = (
  db: Db,
  identity: { provider: string; providerAccountId: string; userId: string; createdAt: Date },
) => db.identity.create({ data: identity, select: { userId: true } });
