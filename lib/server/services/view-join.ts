import type { Actor } from "@/lib/domain/access/actor";
import type { ClassRole } from "@/lib/domain/access/class-access";
import { hashToken } from "@/lib/server/classes/secrets";
import { findClassByDoor } from "@/lib/server/db/classes";
import { database } from "@/lib/server/db/client";
import { findMember } from "@/lib/server/db/members";
import { findRosterEntryByToken } from "@/lib/server/db/roster";
import { AppError } from "@/lib/server/errors";

export type JoinView = {
  classId: string;
  className: string;
  description: string;
  /** Whom a personal link is for; null with the link for everybody. */
  personal: { name: string; email: string; role: ClassRole } | null;
  /** "used": a personal link that somebody else has used. */
  state: "open" | "member" | "used";
};

type Place = Omit<JoinView, "state"> & { isUsed: boolean };

/** What an invite link or a personal link leads to. Whoever holds the link may see it. */
export async function viewJoin(actor: Actor | null, token: string): Promise<JoinView> {
  const place = (await classOfLink(token)) ?? (await placeOfLink(token));
  if (!place) throw new AppError("not-found", "There is no such link.");
  const { isUsed, ...view } = place;
  const isMember =
    actor !== null &&
    (await findMember(database(), { userId: actor.id, classId: view.classId })) !== null;
  return { ...view, state: isMember ? "member" : isUsed ? "used" : "open" };
}

async function classOfLink(token: string): Promise<Place | null> {
  const found = await findClassByDoor(database(), "link", token);
  if (!found) return null;
  const { id: classId, name: className, description } = found;
  return { classId, className, description, personal: null, isUsed: false };
}

async function placeOfLink(token: string): Promise<Place | null> {
  const entry = await findRosterEntryByToken(database(), hashToken(token));
  if (!entry) return null;
  const { classId, name, email, role, claimedById } = entry;
  const { name: className, description } = entry.class;
  const personal = { name, email, role };
  return { classId, className, description, personal, isUsed: claimedById !== null };
}
