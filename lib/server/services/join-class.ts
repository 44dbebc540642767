import type { Actor } from "@/lib/domain/access/actor";
import { canJoinClass } from "@/lib/domain/access/class-access";
import { countTry, forgetTries, JOINS_PER_PERSON } from "@/lib/server/auth/throttle";
import { hashToken } from "@/lib/server/classes/secrets";
import { findClassByDoor } from "@/lib/server/db/classes";
import { database, type Db } from "@/lib/server/db/client";
import { findMember, joinClass as join, placeStudent } from "@/lib/server/db/members";
import { withdrawNotices } from "@/lib/server/db/notices";
import {
  claimRosterEntry,
  declineInvitation as decline,
  findRosterEntryByToken,
  listInvitations,
  type StoredRosterEntry,
} from "@/lib/server/db/roster";
import { AppError } from "@/lib/server/errors";
import { invitationKey } from "@/lib/server/classes/invitation";

export type Joined = { classId: string };

/** As a student. A code that was replaced or closed is one that never was. */
export async function joinByCode(
  actor: Actor,
  { code }: { code: string },
  now: Date,
): Promise<Joined> {
  refuseGuests(actor);
  await countTry(JOINS_PER_PERSON, actor.id);
  const found = await findClassByDoor(database(), "code", code);
  if (!found) {
    const message = "No class has this code. Check it with whoever gave it to you.";
    throw new AppError("not-found", message, { fields: { code: [message] } });
  }
  await forgetTries(JOINS_PER_PERSON, actor.id);
  return joinAsStudent(actor, found.id, now);
}

/** By the class's invite link, or by the personal link of a place on its roster. */
export async function joinByLink(
  actor: Actor,
  { token }: { token: string },
  now: Date,
): Promise<Joined> {
  refuseGuests(actor);
  const found = await findClassByDoor(database(), "link", token);
  if (found) return joinAsStudent(actor, found.id, now);
  const entry = await findRosterEntryByToken(database(), hashToken(token));
  if (!entry) throw noSuchLink();
  return claim(actor, entry, now);
}

/** The place on the roster for the actor's address: students' only, as nobody has confirmed it. */
export async function acceptInvitation(
  actor: Actor,
  { classId }: Joined,
  now: Date,
): Promise<Joined> {
  return claim(actor, await requireInvitation(actor, classId), now);
}

/** The personal link goes on working: the address may be somebody else's. */
export async function declineInvitation(
  actor: Actor,
  { classId }: Joined,
  now: Date,
): Promise<void> {
  const entry = await requireInvitation(actor, classId);
  await decline(database(), entry, now);
  await withdrawNotices(database(), [actor.id], invitationKey(entry));
}

async function requireInvitation(actor: Actor, classId: string): Promise<StoredRosterEntry> {
  const invitations = actor.email === null ? [] : await listInvitations(database(), actor.email);
  const entry = invitations.find((one) => one.classId === classId);
  if (!entry) throw new AppError("not-found", "There is no such invitation any more.");
  return entry;
}

async function joinAsStudent({ id: userId }: Actor, classId: string, now: Date): Promise<Joined> {
  const place = { role: "student" as const, sectionId: null, studentNumber: null, joinedAt: now };
  await join(database(), { userId, classId }, place);
  return { classId };
}

/** A place is taken once. Who has it, and opens the link again, is simply in. */
async function claim(actor: Actor, entry: StoredRosterEntry, now: Date): Promise<Joined> {
  const { classId } = entry;
  await database().$transaction(async (db) => {
    const taken = await claimRosterEntry(db, entry, { claimedById: actor.id, claimedAt: now });
    if (taken) await takePlace(db, actor, entry, now);
    else if (!(await findMember(db, { userId: actor.id, classId }))) throw claimedBefore();
    await withdrawNotices(db, [actor.id], invitationKey(entry));
  });
  return { classId };
}

async function takePlace(db: Db, { id: userId }: Actor, entry: StoredRosterEntry, now: Date) {
  const { classId, role, sectionId, studentNumber } = entry;
  const key = { userId, classId };
  if (await join(db, key, { role, sectionId, studentNumber, joinedAt: now })) return;
  // In by the code already: the roster says where they belong.
  await placeStudent(db, key, { role, sectionId, studentNumber });
}

function refuseGuests(actor: Actor): void {
  if (canJoinClass(actor)) return;
  throw new AppError("forbidden", "Sign up first: your answers stay yours. Then join the class.");
}

const noSuchLink = () =>
  new AppError("not-found", "This link has been replaced or closed. Ask for a new one.");
const claimedBefore = () =>
  new AppError("conflict", "This personal link has been used by somebody else. Ask for a new one.");
