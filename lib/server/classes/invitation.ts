import type { Db } from "@/lib/server/db/client";
import { findAccountsByEmail, type StoredRosterEntry } from "@/lib/server/db/roster";
import { tellPeople } from "@/lib/server/services/tell-people";

/** An invitation that is made anew, after somebody left, is told anew. */
export const invitationKey = (entry: Pick<StoredRosterEntry, "classId" | "createdAt">): string =>
  `class-invitation ${entry.classId} ${entry.createdAt.toISOString()}`;

type Invitation = Pick<StoredRosterEntry, "classId" | "email" | "role" | "createdAt">;

/**
 * Tells the accounts that have these addresses. Students only: nobody has confirmed that an
 * address is theirs, and staff see other people's work.
 */
export async function tellInvited(
  db: Db,
  entries: readonly Invitation[],
  about: { className: string; invitedBy: string },
  now: Date,
): Promise<void> {
  const students = entries.filter(({ role }) => role === "student");
  const accounts = await findAccountsByEmail(
    db,
    students.map(({ email }) => email),
  );
  const [first] = students;
  if (!first || accounts.size === 0) return;
  await tellPeople(
    db,
    [...accounts.values()],
    { kind: "class-invitation", key: invitationKey(first), facts: about, link: "/classes" },
    now,
  );
}
