import type { Db } from "@/lib/server/db/client";
import type { RosterEntry } from "@/lib/server/db/generated/client";

export type StoredRosterEntry = RosterEntry;

/** By address. */
export const listRoster = (db: Db, classId: string): Promise<StoredRosterEntry[]> =>
  db.rosterEntry.findMany({ where: { classId }, orderBy: { email: "asc" } });

export type RosterEntryDraft = Pick<
  StoredRosterEntry,
  "classId" | "email" | "name" | "role" | "sectionId" | "studentNumber" | "tokenHash" | "createdAt"
>;

/** New ones; an entry whose person has left the class waits to be claimed anew. */
export async function inviteToRoster(db: Db, entries: readonly RosterEntryDraft[]): Promise<void> {
  for (const { classId, email, ...entry } of entries) {
    await db.rosterEntry.upsert({
      where: { classId_email: { classId, email } },
      create: { classId, email, ...entry },
      update: { ...entry, claimedById: null, claimedAt: null, declinedAt: null },
      select: { email: true },
    });
  }
}

type EntryChange = Partial<
  Pick<StoredRosterEntry, "name" | "role" | "sectionId" | "studentNumber" | "tokenHash">
>;

export const updateRosterEntry = (
  db: Db,
  { classId, email }: Pick<StoredRosterEntry, "classId" | "email">,
  change: EntryChange,
) => db.rosterEntry.updateMany({ where: { classId, email, claimedById: null }, data: change });

/** An entry that nobody has claimed; false when there is none. */
export async function deleteRosterEntry(db: Db, classId: string, email: string): Promise<boolean> {
  const { count } = await db.rosterEntry.deleteMany({
    where: { classId, email, claimedById: null },
  });
  return count === 1;
}

/** With its class's name, of a class that is not archived. */
export const findRosterEntryByToken = (db: Db, tokenHash: string) =>
  db.rosterEntry.findFirst({
    where: { tokenHash, class: { archivedAt: null } },
    include: { class: { select: { name: true, description: true } } },
  });

/** Students' entries that an account of this address may accept in the app. */
export const listInvitations = (db: Db, email: string) =>
  db.rosterEntry.findMany({
    where: {
      email,
      role: "student",
      claimedById: null,
      declinedAt: null,
      class: { archivedAt: null },
    },
    orderBy: { createdAt: "desc" },
    include: { class: { select: { name: true, description: true } } },
  });

/** Of two who claim an entry at once, one gets it: then true. */
export async function claimRosterEntry(
  db: Db,
  { classId, email }: Pick<StoredRosterEntry, "classId" | "email">,
  claim: { claimedById: string; claimedAt: Date },
): Promise<boolean> {
  const { count } = await db.rosterEntry.updateMany({
    where: { classId, email, claimedById: null },
    data: claim,
  });
  return count === 1;
}

export async function declineInvitation(
  db: Db,
  { classId, email }: Pick<StoredRosterEntry, "classId" | "email">,
  declinedAt: Date,
): Promise<boolean> {
  const { count } = await db.rosterEntry.updateMany({
    where: { classId, email, role: "student", claimedById: null, declinedAt: null },
    data: { declinedAt },
  });
  return count === 1;
}

/** Ids of the accounts that have one of these addresses, by address. */
export async function findAccountsByEmail(
  db: Db,
  emails: readonly string[],
): Promise<Map<string, string>> {
  const rows = await db.user.findMany({
    where: { email: { in: [...emails] }, disabledAt: null },
    select: { id: true, email: true },
  });
  return new Map(rows.flatMap(({ id, email }) => (email === null ? [] : [[email, id] as const])));
}
