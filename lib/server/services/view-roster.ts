import type { Actor } from "@/lib/domain/access/actor";
import { canRunClass, canSeeStudents, type ClassRole } from "@/lib/domain/access/class-access";
import type { Accommodation } from "@/lib/domain/quizzes/attempt-window";
import { requireClass } from "@/lib/server/classes/require-class";
import { claimToken, hashToken, joinPath, linkTo } from "@/lib/server/classes/secrets";
import { listSections } from "@/lib/server/db/classes";
import { database } from "@/lib/server/db/client";
import { listMembers } from "@/lib/server/db/members";
import {
  deleteRosterEntry,
  listRoster,
  updateRosterEntry,
  type StoredRosterEntry,
} from "@/lib/server/db/roster";
import { AppError } from "@/lib/server/errors";

export type RosterMember = {
  userId: string;
  name: string;
  email: string;
  role: ClassRole;
  sectionId: string | null;
  section: string | null;
  studentNumber: string | null;
  accommodation: Accommodation;
};

export type RosterWaiting = {
  email: string;
  name: string;
  role: ClassRole;
  section: string | null;
  studentNumber: string | null;
  /** Refused in the app by the account of that address. */
  declined: boolean;
  /** Their personal link; null to those who may not hand it out. */
  link: string | null;
};

export type RosterView = {
  members: RosterMember[];
  waiting: RosterWaiting[];
  sections: { id: string; name: string }[];
};

/** Everybody in a class, and who is expected. For its staff. */
export async function viewRoster(actor: Actor, classId: string): Promise<RosterView> {
  const { place } = await requireClass(actor, classId, canSeeStudents);
  const db = database();
  const [members, entries, sections] = await Promise.all([
    listMembers(db, classId),
    listRoster(db, classId),
    listSections(db, classId),
  ]);
  const names = new Map(sections.map(({ id, name }) => [id, name]));
  const sectionOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null));
  const waiting = entries.filter(({ claimedById }) => claimedById === null);
  if (canRunClass(actor, place)) await refreshLinks(waiting);
  return {
    sections,
    members: members.map((member) => ({
      userId: member.userId,
      name: member.user.name,
      email: member.user.email ?? "",
      role: member.role,
      sectionId: member.sectionId,
      section: sectionOf(member.sectionId),
      studentNumber: member.studentNumber,
      accommodation: {
        timeMultiplier: member.timeMultiplier,
        extraDays: member.extraDays,
        extraAttempts: member.extraAttempts,
      },
    })),
    waiting: waiting.map((entry) => ({
      email: entry.email,
      name: entry.name,
      role: entry.role,
      section: sectionOf(entry.sectionId),
      studentNumber: entry.studentNumber,
      declined: entry.declinedAt !== null,
      link: canRunClass(actor, place) ? linkTo(joinPath(claimToken(entry))) : null,
    })),
  };
}

/** After the server got another secret, links are others: the hashes follow. */
async function refreshLinks(entries: readonly StoredRosterEntry[]): Promise<void> {
  for (const entry of entries) {
    const tokenHash = hashToken(claimToken(entry));
    if (tokenHash !== entry.tokenHash) await updateRosterEntry(database(), entry, { tokenHash });
  }
}

/** Takes an expected person off the roster: their personal link stops working. */
export async function withdrawInvitation(
  actor: Actor,
  { classId, email }: { classId: string; email: string },
): Promise<void> {
  await requireClass(actor, classId, canRunClass);
  if (await deleteRosterEntry(database(), classId, email)) return;
  throw new AppError("conflict", "Their link has been used meanwhile. Load the page again.");
}
